package dev.bellrope.app.foresight.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.foresight.Forecast;
import dev.bellrope.app.foresight.Preview;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import dev.bellrope.core.playbook.yaml.ProblemReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Playbook")
@RestController
class PreviewApi {
    private final Preview preview;
    private final Forecast forecast;
    private final Playbooks playbooks;

    PreviewApi(Preview preview, Forecast forecast, Playbooks playbooks) {
        this.preview = preview;
        this.forecast = forecast;
        this.playbooks = playbooks;
    }

    @Schema(name = "PlaybookPreview")
    record PreviewJson(List<Preview.PreviewChange> changes, Forecast.ForecastResult openings) {}

    @Operation(
            operationId = "previewPlaybook",
            summary =
                    "Which running escalations a playbook would judge differently, and what it would have begun in the last seven days; changes nothing")
    @PostMapping(
            path = "/api/v1/playbook/preview",
            consumes = {"text/yaml", "application/yaml", MediaType.TEXT_PLAIN_VALUE})
    PreviewJson preview(@RequestBody String text, VisibleAccounts visible) {
        PlaybookReader.PlaybookResult reading = playbooks.check(text);
        Playbook draft = reading.playbook();
        if (draft == null) {
            throw ProblemException.unprocessable("The playbook has " + ProblemReport.count(reading.problems()) + ".")
                    .with("problems", reading.problems());
        }
        return new PreviewJson(preview.of(draft, visible), forecast.of(draft, visible));
    }
}
