package dev.bellrope.app.escalations.web;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.Filter;
import dev.bellrope.app.escalations.PastEscalations;
import dev.bellrope.app.escalations.Row;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.routing.Person;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every escalation that is open, in lanes, and what ended lately. */
@Controller
class BoardPage {
    private static final int MOST = 500;
    private static final int LATELY = 10;

    private final Escalations escalations;
    private final PastEscalations past;
    private final Directory directory;
    private final Clock clock;

    BoardPage(Escalations escalations, PastEscalations past, Directory directory, Clock clock) {
        this.escalations = escalations;
        this.past = past;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/escalations")
    String board(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String severity,
            Model model) {
        Filter open = new Filter(some(status), some(account), some(owner), some(severity), false);
        List<Row> rows = escalations.list(open, Long.MAX_VALUE, MOST);
        boolean endings = status.isEmpty()
                || Arrays.stream(Status.values())
                        .anyMatch(one -> one.isOver() && one.word().equals(status));
        Filter over = new Filter(
                some(status.isEmpty() ? "closed" : status), some(account), some(owner), some(severity), true);
        List<Row> ended = endings ? ended(over, status.isEmpty()) : List.of();
        Map<String, String> names = directory.people().stream().collect(Collectors.toMap(Person::id, Person::name));
        model.addAttribute("lanes", Board.of(rows, ended).lanes());
        model.addAttribute("cut", rows.size() == MOST);
        model.addAttribute("names", names);
        model.addAttribute("now", clock.instant());
        model.addAttribute("status", status);
        model.addAttribute("account", account);
        model.addAttribute("owner", owner);
        model.addAttribute("severity", severity);
        return "escalations/board";
    }

    /** Beside what is open it is of the same moment: what ends would be nowhere for a while, or twice on the board. */
    private List<Row> ended(Filter over, boolean besideWhatIsOpen) {
        return besideWhatIsOpen
                ? escalations.list(over, Long.MAX_VALUE, LATELY)
                : past.list(over, Long.MAX_VALUE, LATELY);
    }

    private static Optional<String> some(String given) {
        return given.isBlank() ? Optional.empty() : Optional.of(given.strip());
    }
}
