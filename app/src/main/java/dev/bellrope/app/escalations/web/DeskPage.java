package dev.bellrope.app.escalations.web;

import dev.bellrope.app.access.SignedIn;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.escalation.Escalation;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What I must do next, over everything that is open: one query, however long the history. */
@Controller
class DeskPage {
    private static final int MOST = 500;

    private final Escalations escalations;
    private final Playbooks playbooks;
    private final Pictures pictures;
    private final Clock clock;

    DeskPage(Escalations escalations, Playbooks playbooks, Pictures pictures, Clock clock) {
        this.escalations = escalations;
        this.playbooks = playbooks;
        this.pictures = pictures;
        this.clock = clock;
    }

    @GetMapping("/")
    String desk(SignedIn who, Model model) {
        List<Escalation> open = escalations.listOpenStates(MOST);
        List<Picture> seen = pictures.of(open, who);
        List<Duty> duties = seen.stream()
                .flatMap(picture -> Duty.of(picture).stream())
                .sorted(Duty.ORDER)
                .toList();
        List<Picture> mine = seen.stream()
                .filter(picture ->
                        who.personId().isEmpty() || picture.state().people().containsValue(who.personId()))
                .sorted(Comparator.comparing(picture -> picture.state().severity()))
                .toList();
        model.addAttribute("who", who);
        model.addAttribute("now", clock.instant());
        model.addAttribute("duties", duties);
        model.addAttribute("mine", mine);
        model.addAttribute("unowned", Unowned.of(seen, playbooks.inForce().guardrails(), clock.instant()));
        model.addAttribute("cut", open.size() == MOST);
        return "escalations/desk";
    }
}
