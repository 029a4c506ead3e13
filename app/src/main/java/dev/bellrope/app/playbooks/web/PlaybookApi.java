package dev.bellrope.app.playbooks.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.playbooks.PlaybookPublication;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.playbook.yaml.PlaybookProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Playbook")
@RestController
@RequestMapping("/api/v1/playbook")
class PlaybookApi {
    private static final String YAML = "text/yaml";

    private final Playbooks playbooks;
    private final PlaybookPublication publishing;

    PlaybookApi(Playbooks playbooks, PlaybookPublication publishing) {
        this.playbooks = playbooks;
        this.publishing = publishing;
    }

    @Schema(name = "PlaybookVersion")
    record PlaybookPublicationJson(
            @Schema(example = "baseline@3") String version,
            @Schema(example = "baseline") String name,
            Instant publishedAt,
            String publishedBy,
            @Schema(description = "Why it was published") String note) {
        static PlaybookPublicationJson of(Playbooks.PlaybookVersion version) {
            return new PlaybookPublicationJson(
                    version.version(), version.name(), version.publishedAt(), version.publishedBy(), version.note());
        }
    }

    @Schema(name = "PlaybookText")
    record PlaybookJson(
            PlaybookPublicationJson published,
            @Schema(description = "The file, to the letter") String text) {
        static PlaybookJson of(Playbooks.PlaybookVersion version) {
            return new PlaybookJson(PlaybookPublicationJson.of(version), version.text());
        }
    }

    @Schema(name = "PlaybookCheck")
    record PlaybookCheckJson(boolean valid, List<PlaybookProblem> problems) {}

    @Operation(operationId = "getPlaybookInForce", summary = "The version in force")
    @GetMapping
    PlaybookJson inForce() {
        return get(playbooks.inForce().version());
    }

    @Operation(operationId = "listPlaybookVersions", summary = "Every version, the newest first")
    @GetMapping("/versions")
    List<PlaybookPublicationJson> list() {
        return playbooks.list().stream().map(PlaybookPublicationJson::of).toList();
    }

    @Operation(operationId = "getPlaybookVersion", summary = "One version, to the letter")
    @GetMapping("/versions/{version}")
    PlaybookJson get(@PathVariable String version) {
        return playbooks.list().stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .map(PlaybookJson::of)
                .orElseThrow(() -> ProblemException.notFound("There never was a playbook version " + version + "."));
    }

    @Operation(
            operationId = "checkPlaybook",
            summary = "What is wrong with a playbook, with line, column and what would be accepted; changes nothing")
    @PostMapping(
            path = "/check",
            consumes = {YAML, "application/yaml", MediaType.TEXT_PLAIN_VALUE})
    PlaybookCheckJson check(@RequestBody String text) {
        List<PlaybookProblem> problems = playbooks.check(text).problems();
        return new PlaybookCheckJson(problems.isEmpty(), problems);
    }

    @Operation(
            operationId = "publishPlaybook",
            summary = "Puts a playbook in force; running escalations are judged by their own version until they end")
    @ApiResponse(responseCode = "201", description = "It is in force", useReturnTypeSchema = true)
    @PostMapping(
            path = "/versions",
            consumes = {YAML, "application/yaml", MediaType.TEXT_PLAIN_VALUE})
    ResponseEntity<PlaybookPublicationJson> publish(
            @RequestBody String text, @RequestParam(defaultValue = "") String note, CurrentUser who) {
        Playbooks.PlaybookVersion version = publishing.publish(text, note, who);
        return ResponseEntity.created(URI.create("/api/v1/playbook/versions/" + version.version()))
                .body(PlaybookPublicationJson.of(version));
    }
}
