package dev.bellrope.app.escalations.web;

import dev.bellrope.app.access.SignedIn;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Outcome;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.playbook.Severity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form that declares an escalation. */
@Controller
class DeclarePage {
    private static final String FORM = "new";
    private static final int ACCOUNTS = 500;

    private final Declaring declaring;
    private final Directory directory;
    private final Playbooks playbooks;

    DeclarePage(Declaring declaring, Directory directory, Playbooks playbooks) {
        this.declaring = declaring;
        this.directory = directory;
        this.playbooks = playbooks;
    }

    /** @param given what a link knows already, such as the account */
    @GetMapping("/escalations/new")
    ModelAndView show(@RequestParam MultiValueMap<String, String> given) {
        return page(new Typed(FORM, given, ""));
    }

    @PostMapping("/escalations")
    Object declare(@RequestParam MultiValueMap<String, String> form, SignedIn who, RedirectAttributes redirect) {
        Declaration declaration = new Declaration(
                form.getFirst("account"),
                form.getFirst("title"),
                form.getFirst("impactNote"),
                Arrays.asList(
                        Objects.requireNonNullElse(form.getFirst("tickets"), "").split("[\\s,]+")),
                severity(form.getFirst("severity")),
                form.getFirst("impact"),
                form.getFirst("urgency"),
                form.getFirst("request") != null);
        try {
            Outcome outcome = declaring.declare(declaration, who);
            String key = outcome.state().key();
            redirect.addFlashAttribute(Flash.NAME, Flash.good(key + " has begun."));
            return "redirect:/escalations/" + key;
        } catch (ProblemException problem) {
            ModelAndView page = page(new Typed(FORM, form, problem.detail()));
            page.setStatus(problem.status());
            return page;
        }
    }

    private static @Nullable Severity severity(@Nullable String given) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().equals(given))
                .findFirst()
                .orElse(null);
    }

    private ModelAndView page(Typed typed) {
        Map<String, Object> model = new HashMap<>();
        model.put("typed", typed);
        model.put("accounts", directory.listAccounts("", ACCOUNTS, ""));
        model.put("matrix", playbooks.inForce().matrix());
        model.put("severities", List.of(Severity.values()));
        return new ModelAndView("escalations/declare", model);
    }
}
