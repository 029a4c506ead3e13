package dev.bellrope.app.intake.web;

import dev.bellrope.app.access.SignedIn;
import dev.bellrope.app.intake.HeardSignal;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.intake.NotWaiting;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.SignalState;
import dev.bellrope.app.intake.UnknownAccount;
import dev.bellrope.app.intake.kafka.UnreadableMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came in and what it did; what waits for a person comes first. */
@Controller
@RequestMapping("/signals")
class SignalsPage {
    private static final int ROWS = 50;

    private final Intake intake;
    private final UnreadableMessages unreadable;

    SignalsPage(Intake intake, UnreadableMessages unreadable) {
        this.intake = intake;
        this.unreadable = unreadable;
    }

    @GetMapping
    String show(
            @RequestParam Optional<UUID> after,
            @RequestAttribute(name = "_csrf", required = false) @Nullable CsrfToken csrf,
            Model model) {
        List<HeardSignal> waiting =
                new ArrayList<>(intake.list(Optional.of(SignalState.FAILED), Optional.empty(), ROWS));
        waiting.addAll(intake.list(Optional.of(SignalState.UNMAPPED), Optional.empty(), ROWS));
        List<HeardSignal> recent = intake.list(Optional.empty(), after, ROWS);
        if (!model.containsAttribute("problem")) {
            model.addAttribute("problem", "");
        }
        model.addAttribute("waiting", waiting);
        model.addAttribute("unreadable", unreadable.list(ROWS));
        model.addAttribute("recent", recent);
        model.addAttribute(
                "next", recent.size() < ROWS ? "" : recent.getLast().id().toString());
        model.addAttribute("csrf", csrf == null ? "" : csrf.getToken());
        return "intake/signals";
    }

    @PostMapping("/{id}/mapping")
    String map(@PathVariable UUID id, @RequestParam String account, RedirectAttributes redirect) {
        try {
            intake.map(heard(id), account.strip());
        } catch (UnknownAccount unknown) {
            redirect.addFlashAttribute("problem", unknown.why());
        } catch (SignalRefused refused) {
            redirect.addFlashAttribute("problem", refused.why());
        } catch (NotWaiting not) {
            redirect.addFlashAttribute("problem", not.why());
        }
        return "redirect:/signals";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable UUID id, RedirectAttributes redirect) {
        try {
            intake.retry(heard(id));
        } catch (NotWaiting not) {
            redirect.addFlashAttribute("problem", not.why());
        }
        return "redirect:/signals";
    }

    @PostMapping("/unreadable/{id}/dismissal")
    String dismiss(SignedIn signedIn, @PathVariable UUID id) {
        unreadable.dismiss(id, signedIn.actor().id());
        return "redirect:/signals";
    }

    private HeardSignal heard(UUID id) {
        return intake.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no signal " + id + "."));
    }
}
