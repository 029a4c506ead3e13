package dev.bellrope.app.foresight.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.foresight.Forecast;
import dev.bellrope.app.foresight.Preview;
import dev.bellrope.app.playbooks.PlaybookPublication;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.Texts;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import dev.bellrope.core.playbook.sentence.Differences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the next version of the playbook is written, checked, previewed and published. */
@Controller
@RequestMapping("/playbook/new")
class DraftPage {
    private static final String PUBLISH = "publish";

    private final Playbooks playbooks;
    private final PlaybookPublication publishing;
    private final Preview preview;
    private final Forecast forecast;

    DraftPage(Playbooks playbooks, PlaybookPublication publishing, Preview preview, Forecast forecast) {
        this.playbooks = playbooks;
        this.publishing = publishing;
        this.preview = preview;
        this.forecast = forecast;
    }

    @GetMapping
    ModelAndView write(CurrentUser who, VisibleAccounts visible) {
        String inForce = playbooks.inForce().version();
        String text = playbooks.list().stream()
                .filter(version -> version.version().equals(inForce))
                .findFirst()
                .map(Playbooks.PlaybookVersion::text)
                .orElse("");
        return draft(text, "", null, who, visible);
    }

    /** Checks a text while it is written; returns a part of the page. */
    @PostMapping("/check")
    ModelAndView check(@RequestParam(defaultValue = "") String text) {
        return new ModelAndView("playbook/checked", Map.of("checked", checked(text, playbooks.check(text))));
    }

    @PostMapping
    Object take(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "check") String act,
            CurrentUser who,
            VisibleAccounts visible,
            RedirectAttributes redirect)
            throws IOException {
        String given = file == null || file.isEmpty() ? text : new String(file.getBytes(), StandardCharsets.UTF_8);
        PlaybookReader.PlaybookResult reading = playbooks.check(given);
        if (act.equals(PUBLISH) && reading.problems().isEmpty()) {
            Playbooks.PlaybookVersion version = publishing.publish(given, note, who);
            redirect.addFlashAttribute(Flash.NAME, Flash.good(Texts.text("playbook.published", version.version())));
            return "redirect:/playbook";
        }
        ModelAndView page = draft(given, note, reading, who, visible);
        if (!reading.problems().isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private ModelAndView draft(
            String text,
            String note,
            PlaybookReader.@Nullable PlaybookResult reading,
            CurrentUser who,
            VisibleAccounts visible) {
        Playbook read = reading == null ? null : reading.playbook();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("text", text);
        model.put("note", note);
        model.put("checked", reading == null ? null : checked(text, reading));
        model.put("changes", read == null ? List.of() : preview.of(read, visible));
        model.put("openings", read == null ? null : forecast.of(read, visible));
        model.put("mayPublish", publishing.isPermitted(who));
        return new ModelAndView("playbook/draft", model);
    }

    private DraftCheck checked(String text, PlaybookReader.PlaybookResult reading) {
        List<String> lines = text.lines().toList();
        Playbook inForce = playbooks.inForce();
        Playbook read = reading.playbook();
        return new DraftCheck(
                reading.problems().stream()
                        .map(problem -> PlaybookMistake.of(problem, lines))
                        .toList(),
                inForce.version(),
                read == null ? List.of() : Differences.between(inForce, read));
    }
}
