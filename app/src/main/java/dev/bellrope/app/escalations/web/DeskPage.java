package dev.bellrope.app.escalations.web;

import dev.bellrope.app.access.SignedIn;
import dev.bellrope.app.escalations.DeskNews;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What I must do next, over everything that is open and may want something of me: one query, however long the history. */
@Controller
class DeskPage {
    /** So many of each list are shown, until one asks for all. */
    private static final int FIRST = 30;

    private final Agenda agenda;
    private final DeskNews news;
    private final Playbooks playbooks;
    private final Pictures pictures;
    private final Clock clock;

    DeskPage(Agenda agenda, DeskNews news, Playbooks playbooks, Pictures pictures, Clock clock) {
        this.agenda = agenda;
        this.news = news;
        this.playbooks = playbooks;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** @param all whether long lists are shown to their end */
    @GetMapping("/")
    String desk(@RequestParam(defaultValue = "false") boolean all, SignedIn who, Model model) {
        List<Escalation> open = agenda.concerning(who);
        List<Picture> seen = pictures.of(open, who);
        List<Picture> mine = seen.stream()
                .filter(picture ->
                        who.personId().isEmpty() || picture.state().people().containsValue(who.personId()))
                .sorted(Comparator.comparing(picture -> picture.state().severity()))
                .toList();
        DeskNews.News since = news.of(who.actor().id(), who.id());
        model.addAttribute("who", who);
        model.addAttribute("now", clock.instant());
        model.addAttribute("duties", agenda.of(seen, who));
        model.addAttribute("mine", mine);
        model.addAttribute("unowned", Unowned.of(seen, playbooks.inForce().guardrails(), clock.instant()));
        model.addAttribute("cut", open.size() == Agenda.MOST);
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
}
