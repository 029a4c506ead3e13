package dev.bellrope.app.search.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.search.EscalationSearch;
import dev.bellrope.app.web.Texts;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.routing.Person;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The pages of the search: the list of results, and the few that the command palette offers during typing. */
@Controller
class SearchPages {
    private static final int RESULTS = 50;
    private static final int OFFERED = 6;

    private final EscalationSearch search;
    private final Directory directory;
    private final Clock clock;

    SearchPages(EscalationSearch search, Directory directory, Clock clock) {
        this.search = search;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "true") boolean over,
            VisibleAccounts visible,
            Model model) {
        EscalationFilter filter =
                new EscalationFilter(some(status), Optional.empty(), some(owner), some(severity), over, visible);
        List<EscalationSearch.SearchHit> found = search.find(q, filter, RESULTS + 1);
        model.addAttribute("q", q);
        model.addAttribute("status", status);
        model.addAttribute("severity", severity);
        model.addAttribute("owner", owner);
        model.addAttribute("over", over);
        model.addAttribute("found", found.stream().limit(RESULTS).toList());
        model.addAttribute("more", found.size() > RESULTS);
        model.addAttribute("accounts", q.isBlank() ? List.of() : directory.listAccounts("", OFFERED, q, visible));
        model.addAttribute("people", people(q));
        model.addAttribute("names", directory.names());
        model.addAttribute("now", clock.instant());
        return "console/search";
    }

    /**
     * An entry of the command palette.
     *
     * @param kind its group in the palette
     */
    record SearchOffer(String kind, String label, String note, String href) {}

    @GetMapping(path = "/palette", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, List<SearchOffer>> palette(@RequestParam(defaultValue = "") String q, VisibleAccounts visible) {
        List<SearchOffer> offers = new ArrayList<>();
        if (!q.isBlank()) {
            for (EscalationSearch.SearchHit found :
                    search.find(q, new EscalationFilter(none(), none(), none(), none(), true, visible), OFFERED)) {
                offers.add(new SearchOffer(
                        Texts.text("palette.escalations"),
                        found.row().key() + " " + found.row().title(),
                        found.row().accountName() + " · " + found.row().severity() + " · "
                                + found.row().status(),
                        "/escalations/" + found.row().key()));
            }
            for (Account account : directory.listAccounts("", OFFERED, q, visible)) {
                offers.add(new SearchOffer(
                        Texts.text("palette.accounts"), account.name(), account.id(), "/accounts/" + account.id()));
            }
            for (Person person : people(q)) {
                offers.add(new SearchOffer(
                        Texts.text("palette.people"), person.name(), person.id(), "/escalations?owner=" + person.id()));
            }
        }
        return Map.of("offers", offers);
    }

    private List<Person> people(String asked) {
        String wanted = asked.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                ? List.of()
                : directory.people().stream()
                        .filter(person -> person.name().toLowerCase(Locale.ROOT).contains(wanted)
                                || person.id().startsWith(wanted))
                        .limit(OFFERED)
                        .toList();
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static Optional<String> some(String given) {
        return given.isBlank() ? none() : Optional.of(given.strip());
    }
}
