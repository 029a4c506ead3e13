package dev.bellrope.app.directory.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.directory.Entries;
import dev.bellrope.app.directory.NotInDirectory;
import dev.bellrope.app.directory.WriteConflict;
import dev.bellrope.app.directory.csv.Cells;
import dev.bellrope.app.directory.entry.BadInput;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.Flaw;
import dev.bellrope.app.directory.entry.StoredEntry;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of the directory's entries, as lists and forms: people can do here what programs do through the API. */
@Controller
@RequestMapping("/settings/directory/{kind}")
class DirectoryPages {
    private static final int ROWS = 100;

    private final Entries entries;
    private final Directory directory;
    private final EntryForm form;
    private final Clock clock;

    DirectoryPages(Entries entries, Directory directory, EntryForm form, Clock clock) {
        this.entries = entries;
        this.directory = directory;
        this.form = form;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable("kind") String word,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String then,
            VisibleAccounts visible) {
        EntryKind kind = kind(word);
        List<String> from = Cells.keys(kind).size() == 1 ? List.of(after) : List.of(after, then);
        List<StoredEntry<Entry>> rows = entries.list(kind, search, from, visible, ROWS + 1);
        List<StoredEntry<Entry>> shown = rows.subList(0, Math.min(ROWS, rows.size()));
        ModelAndView page = new ModelAndView("settings/entries");
        page.addObject("kind", kind);
        page.addObject("search", search);
        page.addObject("columns", EntryForm.listed(kind));
        page.addObject("lines", shown.stream().map(kept -> line(kept.entry())).toList());
        page.addObject("names", directory.names());
        page.addObject("next", rows.size() > ROWS ? shown.getLast().entry().key() : List.of());
        return page;
    }

    @GetMapping("/new")
    ModelAndView fresh(@PathVariable("kind") String word, @RequestParam Map<String, String> given) {
        return page(kind(word), given, "", given.getOrDefault("back", ""), List.of());
    }

    @GetMapping("/entry")
    ModelAndView show(
            @PathVariable("kind") String word, @RequestParam Map<String, String> given, VisibleAccounts visible) {
        EntryKind kind = kind(word);
        StoredEntry<Entry> kept = find(kind, given, visible)
                .orElseThrow(() -> ProblemException.notFound("There is no such " + kind.one() + "."));
        return page(
                kind,
                Cells.of(kept.entry()),
                String.valueOf(kept.revision()),
                given.getOrDefault("back", ""),
                List.of());
    }

    /** Creates or replaces an entry; an empty revision means that it must not exist yet. */
    @PostMapping("/entry")
    Object put(
            @PathVariable("kind") String word,
            @RequestParam Map<String, String> given,
            CurrentUser who,
            VisibleAccounts visible,
            RedirectAttributes redirect) {
        EntryKind kind = kind(word);
        String revision = given.getOrDefault("revision", "");
        try {
            Entry entry = Cells.read(kind, given);
            entries.put(entry, revision.isEmpty() ? OptionalLong.of(0) : revision(revision), who.id(), visible);
        } catch (BadInput bad) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, page(kind, given, revision, back(given, ""), bad.flaws()));
        } catch (NotInDirectory hidden) {
            throw ProblemException.notFound(String.valueOf(hidden.getMessage()));
        } catch (WriteConflict conflict) {
            String said =
                    revision.isEmpty() ? Texts.text("settings.entry.there") : Texts.text("settings.entry.changed");
            return refused(
                    HttpStatus.CONFLICT,
                    page(kind, given, revision, back(given, ""), List.of(new Flaw(0, "", "", said))));
        }
        redirect.addFlashAttribute(Flash.NAME, Flash.good(Texts.text("settings.entry.saved")));
        return "redirect:" + back(given, "/settings/directory/" + word);
    }

    @PostMapping("/removal")
    Object remove(
            @PathVariable("kind") String word,
            @RequestParam Map<String, String> given,
            CurrentUser who,
            VisibleAccounts visible,
            RedirectAttributes redirect) {
        EntryKind kind = kind(word);
        try {
            entries.remove(kind, key(kind, given), revision(given.getOrDefault("revision", "")), who.id(), visible);
        } catch (NotInDirectory gone) {
            throw ProblemException.notFound(String.valueOf(gone.getMessage()));
        } catch (WriteConflict conflict) {
            Optional<StoredEntry<Entry>> kept = find(kind, given, visible);
            return refused(
                    HttpStatus.CONFLICT,
                    page(
                            kind,
                            kept.map(one -> Cells.of(one.entry())).orElse(given),
                            kept.map(one -> String.valueOf(one.revision())).orElse(""),
                            back(given, ""),
                            List.of(new Flaw(0, "", "", String.valueOf(conflict.getMessage())))));
        }
        redirect.addFlashAttribute(Flash.NAME, Flash.good(Texts.text("settings.entry.removed")));
        return "redirect:" + back(given, "/settings/directory/" + word);
    }

    private ModelAndView page(
            EntryKind kind, Map<String, String> cells, String revision, String back, List<Flaw> flaws) {
        ModelAndView page = new ModelAndView("settings/entry");
        page.addObject("kind", kind);
        page.addObject("fields", form.fields(kind, cells, revision.isEmpty()));
        page.addObject("revision", revision);
        page.addObject(
                "title",
                cells.getOrDefault("name", cells.getOrDefault(Cells.keys(kind).getLast(), "")));
        page.addObject("back", back);
        page.addObject("flaws", flaws);
        page.addObject(
                "week",
                kind == EntryKind.CALENDARS && !revision.isEmpty()
                        ? directory
                                .findCalendar(cells.getOrDefault("id", ""))
                                .map(calendar -> CalendarView.of(calendar, clock.instant()))
                        : Optional.<CalendarView>empty());
        return page;
    }

    private static ModelAndView refused(HttpStatus status, ModelAndView page) {
        page.setStatus(status);
        return page;
    }

    private Optional<StoredEntry<Entry>> find(EntryKind kind, Map<String, String> given, VisibleAccounts visible) {
        return entries.find(kind, key(kind, given), visible);
    }

    private static List<String> key(EntryKind kind, Map<String, String> given) {
        return Cells.read(kind, Map.copyOf(only(Cells.keys(kind), given))).key();
    }

    private static Map<String, String> only(List<String> columns, Map<String, String> cells) {
        return columns.stream()
                .collect(java.util.stream.Collectors.toMap(column -> column, column -> cells.getOrDefault(column, "")));
    }

    private static EntryForm.EntryLine line(Entry entry) {
        Map<String, String> cells = Cells.of(entry);
        String label = cells.getOrDefault(EntryForm.listed(entry.kind()).getFirst(), "");
        return new EntryForm.EntryLine(
                label.isEmpty() ? entry.label() : label, only(Cells.keys(entry.kind()), cells), cells);
    }

    private static OptionalLong revision(String said) {
        if (!said.matches("[0-9]{1,18}")) {
            throw ProblemException.badRequest("revision is no number: " + said);
        }
        return OptionalLong.of(Long.parseLong(said));
    }

    /** Returns the address to go back to; only addresses within the console are accepted, whoever wrote the form. */
    private static String back(Map<String, String> given, String otherwise) {
        String back = given.getOrDefault("back", "");
        return back.matches("/[A-Za-z0-9][A-Za-z0-9/_.:@+-]*") ? back : otherwise;
    }

    private static EntryKind kind(String word) {
        return EntryKind.find(word)
                .orElseThrow(() -> ProblemException.notFound("The directory holds no " + word + "."));
    }
}
