package dev.bellrope.app.desk.web;

import static dev.bellrope.app.web.Texts.text;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.desk.SavedViews;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.PastEscalations;
import dev.bellrope.app.escalations.Products;
import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.app.web.Flash;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.routing.Person;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The board: all open escalations in lanes, and those that ended recently; and the views that people save. */
@Controller
class BoardPage {
    private static final int MOST = 500;
    private static final int LATELY = 10;
    private static final int LONGEST_QUERY = 500;

    private final Escalations escalations;
    private final PastEscalations past;
    private final SavedViews views;
    private final Products products;
    private final Directory directory;
    private final Clock clock;

    BoardPage(
            Escalations escalations,
            PastEscalations past,
            SavedViews views,
            Products products,
            Directory directory,
            Clock clock) {
        this.escalations = escalations;
        this.past = past;
        this.views = views;
        this.products = products;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/escalations")
    String board(BoardQuery asked, CurrentUser who, VisibleAccounts visible, Model model) {
        Map<String, Person> roster = new LinkedHashMap<>();
        directory.people().forEach(person -> roster.put(person.id(), person));
        List<EscalationRow> rows = escalations.list(asked.filter(false, visible), Long.MAX_VALUE, MOST);
        List<EscalationRow> open =
                rows.stream().filter(row -> asked.fits(row, roster)).toList();
        List<EscalationRow> ended = ended(asked, visible).stream()
                .filter(row -> asked.fits(row, roster))
                .toList();
        model.addAttribute("board", Board.of(open, ended, asked, roster, products::of));
        model.addAttribute("asked", asked);
        model.addAttribute("cut", rows.size() == MOST);
        model.addAttribute("views", views.list(who.actor().id()));
        model.addAttribute("names", directory.names());
        model.addAttribute(
                "teams", roster.values().stream().map(Person::team).collect(Collectors.toCollection(TreeSet::new)));
        model.addAttribute(
                "issues", rows.stream().map(EscalationRow::issueType).collect(Collectors.toCollection(TreeSet::new)));
        model.addAttribute("now", clock.instant());
        return "escalations/board";
    }

    /**
     * Next to the open ones, the ended ones come from the primary database and not the replica: otherwise an escalation
     * that ends would be missing for a while, or on the board twice.
     */
    private List<EscalationRow> ended(BoardQuery asked, VisibleAccounts visible) {
        String status = String.valueOf(asked.status());
        if (status.isEmpty()) {
            BoardQuery closed = new BoardQuery(
                    "closed",
                    asked.severity(),
                    asked.owner(),
                    asked.team(),
                    asked.account(),
                    asked.issue(),
                    asked.group(),
                    asked.view());
            return escalations.list(closed.filter(true, visible), Long.MAX_VALUE, LATELY);
        }
        boolean isEnding = Arrays.stream(Status.values())
                .anyMatch(one -> one.isOver() && one.word().equals(status));
        return isEnding ? past.list(asked.filter(true, visible), Long.MAX_VALUE, LATELY) : List.of();
    }

    @PostMapping("/escalations/views")
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            CurrentUser who,
            RedirectAttributes redirect) {
        // Keep only what the board's address can contain.
        String kept = query.replaceAll("[^A-Za-z0-9=&%+._*-]", "");
        kept = kept.substring(0, Math.min(kept.length(), LONGEST_QUERY));
        try {
            views.save(who.actor().id(), name, kept);
            redirect.addFlashAttribute(Flash.NAME, Flash.good(text("board.view.saved", name.strip())));
        } catch (IllegalArgumentException refused) {
            redirect.addFlashAttribute(Flash.NAME, Flash.bad(String.valueOf(refused.getMessage())));
        }
        return "redirect:/escalations" + (kept.isEmpty() ? "" : "?" + kept);
    }

    @PostMapping("/escalations/views/{id}/removal")
    String remove(@PathVariable UUID id, CurrentUser who) {
        views.remove(who.actor().id(), id);
        return "redirect:/escalations";
    }
}
