package dev.bellrope.app.escalations.web;

import dev.bellrope.app.access.SignedIn;
import dev.bellrope.app.escalations.DeskNews;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What I must do next, over everything that is open and may want something of me: one query, however long the history. */
@Controller
class DeskPage {
    private static final int MOST = 500;

    /** So many of each list are shown, until one asks for all. */
    private static final int FIRST = 30;

    private final Escalations escalations;
    private final DeskNews news;
    private final Playbooks playbooks;
    private final Pictures pictures;
    private final Acting acting;
    private final Clock clock;

    DeskPage(
            Escalations escalations,
            DeskNews news,
            Playbooks playbooks,
            Pictures pictures,
            Acting acting,
            Clock clock) {
        this.escalations = escalations;
        this.news = news;
        this.playbooks = playbooks;
        this.pictures = pictures;
        this.acting = acting;
        this.clock = clock;
    }

    /** @param all whether long lists are shown to their end */
    @GetMapping("/")
    String desk(@RequestParam(defaultValue = "false") boolean all, SignedIn who, Model model) {
        List<Escalation> open = open(who);
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
        DeskNews.News since = news.of(who.actor().id(), who.id());
        model.addAttribute("who", who);
        model.addAttribute("now", clock.instant());
        model.addAttribute("duties", duties);
        model.addAttribute("mine", mine);
        model.addAttribute("unowned", Unowned.of(seen, playbooks.inForce().guardrails(), clock.instant()));
        model.addAttribute("cut", open.size() == MOST);
        model.addAttribute("most", all ? Integer.MAX_VALUE : FIRST);
        model.addAttribute("since", since);
        model.addAttribute("told", told(since, who));
        return "escalations/desk";
    }

    /** Up to the moment at which the page was drawn; what happened since then was not on it. */
    @PostMapping("/desk/looks")
    String look(@RequestParam Instant at, SignedIn who) {
        news.look(who.actor().id(), at);
        return "redirect:/";
    }

    private List<Told> told(DeskNews.News since, SignedIn who) {
        Journal journal = new Journal(who.zone(), pictures::name);
        return since.list().stream()
                .map(one -> new Told(
                        one.key(),
                        one.accountName() + ": " + one.title(),
                        one.happening().actorName(),
                        one.happening().at(),
                        journal.line(one.happening().event())))
                .toList();
    }

    private List<Escalation> open(SignedIn who) {
        if (who.personId().isEmpty()) {
            return escalations.listOpenStates(MOST);
        }
        Set<String> names = new HashSet<>(acting.actor(who, null).roles());
        names.add(who.personId());
        return escalations.listConcerning(who.personId(), names, MOST);
    }
}
