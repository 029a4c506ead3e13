package dev.bellrope.app.console;

import dev.bellrope.app.directory.AccountPage;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.directory.NotInDirectory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.Filter;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.web.Paging;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Person;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Accounts: what each is worth and why, who is there, and what is wrong. */
@Controller
class AccountPages {
    private static final int TICKETS = 20;
    private static final int ESCALATIONS = 50;

    private final Directory directory;
    private final Playbooks playbooks;
    private final Escalations escalations;
    private final Clock clock;

    AccountPages(Directory directory, Playbooks playbooks, Escalations escalations, Clock clock) {
        this.directory = directory;
        this.playbooks = playbooks;
        this.escalations = escalations;
        this.clock = clock;
    }

    @GetMapping("/accounts")
    String list(@RequestParam(defaultValue = "") String search, Paging paging, Model model) {
        Playbook playbook = playbooks.inForce();
        Paging.Page<Valued> page = paging.page(
                directory.listAccounts(paging.after().orElse(""), paging.rows(), search).stream()
                        .map(account -> new Valued(account, playbook.rubric().score(account, clock.instant())))
                        .toList(),
                valued -> valued.account().id());
        model.addAttribute("accounts", page.items());
        model.addAttribute("next", page.next().orElse(""));
        model.addAttribute("search", search);
        return "accounts/accounts";
    }

    @GetMapping("/accounts/{id}")
    String show(@PathVariable String id, Model model) {
        AccountPage page;
        try {
            page = directory.getAccountPage(id);
        } catch (NotInDirectory missing) {
            throw ProblemException.notFound("There is no account " + id + ".");
        }
        model.addAttribute("page", page);
        model.addAttribute("value", playbooks.inForce().rubric().score(page.account(), clock.instant()));
        model.addAttribute("rows", escalations.list(Filter.ofAccount(id), Long.MAX_VALUE, ESCALATIONS));
        model.addAttribute("tickets", escalations.ticketsOfAccount(id, TICKETS));
        model.addAttribute("names", directory.people().stream().collect(Collectors.toMap(Person::id, Person::name)));
        model.addAttribute("now", clock.instant());
        return "accounts/account";
    }
}
