package dev.bellrope.app.accounts.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.accounts.AccountStandings;
import dev.bellrope.app.directory.AccountDetails;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.directory.NotInDirectory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.tasks.Tasks;
import dev.bellrope.app.web.Paging;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.task.TaskTopic;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The pages of accounts: which ones wait for us, the value of each and why, its history, and its people. */
@Controller
class AccountPages {
    private static final int TICKETS = 10;
    private static final int ESCALATIONS = 50;
    private static final int TASKS = 20;

    private final Directory directory;
    private final Portfolio portfolio;
    private final Playbooks playbooks;
    private final Escalations escalations;
    private final AccountStandings standings;
    private final Tasks tasks;
    private final Clock clock;

    AccountPages(
            Directory directory,
            Portfolio portfolio,
            Playbooks playbooks,
            Escalations escalations,
            AccountStandings standings,
            Tasks tasks,
            Clock clock) {
        this.directory = directory;
        this.portfolio = portfolio;
        this.playbooks = playbooks;
        this.escalations = escalations;
        this.standings = standings;
        this.tasks = tasks;
        this.clock = clock;
    }

    @GetMapping("/accounts")
    String list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String band,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "") String sort,
            Paging paging,
            VisibleAccounts visible,
            Model model) {
        AccountList list = AccountList.of(search, band, open, sort);
        List<ValuedAccount> all = portfolio.list(visible);
        List<AccountList.AccountLine> lines = list.lines(all, standings.open());
        Paging.ListPage<AccountList.AccountLine> page = paging.page(
                AccountList.after(lines, paging.after(), paging.rows()),
                line -> line.account().id());
        model.addAttribute("list", list);
        model.addAttribute("lines", page.items());
        model.addAttribute("found", lines.size());
        model.addAttribute("all", all.size());
        model.addAttribute("bands", List.of(ValueBand.values()));
        model.addAttribute("next", page.next().orElse(""));
        model.addAttribute("now", clock.instant());
        model.addAttribute(
                "address", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        return "accounts/accounts";
    }

    @GetMapping("/accounts/{id}")
    String show(@PathVariable String id, CurrentUser who, VisibleAccounts visible, Model model) {
        AccountDetails page;
        try {
            page = directory.getAccountPage(id, visible);
        } catch (NotInDirectory missing) {
            throw ProblemException.notFound("There is no account " + id + ".");
        }
        Playbook playbook = playbooks.inForce();
        Instant now = clock.instant();
        Relationship with = new Relationship(
                page,
                playbook.rubric().score(page.account(), now),
                standings.of(id, ESCALATIONS),
                escalations.ticketsOfAccount(id, TICKETS),
                playbook,
                now);
        model.addAttribute("with", with);
        model.addAttribute("tasks", tasks.listAbout(TaskTopic.account(id), visible, TASKS));
        model.addAttribute("names", directory.names());
        model.addAttribute("strip", EscalationStrip.of(with.episodes(), now, who.zone()));
        return "accounts/account";
    }
}
