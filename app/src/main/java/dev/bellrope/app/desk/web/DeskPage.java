package dev.bellrope.app.desk.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.desk.DeskNews;
import dev.bellrope.app.escalations.acts.EscalationView;
import dev.bellrope.app.escalations.acts.EscalationViews;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * My desk: what I must do next, across all open escalations that may need something from me, in one query however long
 * the history.
 */
@Controller
class DeskPage {
    /** The number of items shown per list, unless all are requested. */
    private static final int FIRST = 30;

    private final DutyList dutyList;
    private final DeskNews news;
    private final Playbooks playbooks;
    private final EscalationViews views;
    private final Clock clock;

    DeskPage(DutyList dutyList, DeskNews news, Playbooks playbooks, EscalationViews views, Clock clock) {
        this.dutyList = dutyList;
        this.news = news;
        this.playbooks = playbooks;
        this.views = views;
        this.clock = clock;
    }

    /**
     * @param all whether to show long lists in full
     */
    @GetMapping("/")
    String desk(
            @RequestParam(defaultValue = "false") boolean all, CurrentUser who, VisibleAccounts visible, Model model) {
        List<Escalation> open = dutyList.concerning(who, visible);
        List<EscalationView> seen = views.of(open, who);
        List<EscalationView> mine = seen.stream()
                .filter(view ->
                        who.personId().isEmpty() || view.state().people().containsValue(who.personId()))
                .sorted(Comparator.comparing(view -> view.state().severity()))
                .toList();
        DeskNews.News since = news.of(who.actor().id(), who.id(), visible);
        model.addAttribute("who", who);
        model.addAttribute("now", clock.instant());
        model.addAttribute("duties", dutyList.of(seen, who, visible));
        model.addAttribute("mine", mine);
        model.addAttribute(
                "unowned", UnownedEscalation.of(seen, playbooks.inForce().guardrails(), clock.instant()));
        model.addAttribute("cut", open.size() == DutyList.MOST);
        model.addAttribute("most", all ? Integer.MAX_VALUE : FIRST);
        model.addAttribute("since", since);
        model.addAttribute("told", told(since, who));
        return "escalations/desk";
    }

    /** Records a look as of when the page was rendered; what happened since was not on it. */
    @PostMapping("/desk/looks")
    String look(@RequestParam Instant at, CurrentUser who) {
        news.look(who.actor().id(), at);
        return "redirect:/";
    }

    private List<NewsLine> told(DeskNews.News since, CurrentUser who) {
        Journal journal = new Journal(who.zone(), views::name);
        return since.list().stream()
                .map(one -> new NewsLine(
                        one.key(),
                        one.accountName() + ": " + one.title(),
                        one.happening().actorName(),
                        one.happening().at(),
                        journal.line(one.happening().event())))
                .toList();
    }
}
