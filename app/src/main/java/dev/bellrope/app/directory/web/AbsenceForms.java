package dev.bellrope.app.directory.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.directory.Entries;
import dev.bellrope.app.directory.entry.BadInput;
import dev.bellrope.app.directory.entry.Entry.AbsenceEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.StoredEntry;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The forms to enter and end absences on a person's page: the most common change of the directory, and often made in a
 * hurry.
 */
@Controller
@RequestMapping("/people/absences")
class AbsenceForms {
    private final Entries entries;
    private final Directory directory;
    private final Clock clock;

    AbsenceForms(Entries entries, Directory directory, Clock clock) {
        this.entries = entries;
        this.directory = directory;
        this.clock = clock;
    }

    @PostMapping
    String enter(
            @RequestParam String person,
            @RequestParam String from,
            @RequestParam String until,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser who,
            RedirectAttributes redirect) {
        check(person);
        try {
            // An absence with the same start is the same absence.
            entries.put(new AbsenceEntry(person, "", from, until, reason), OptionalLong.empty(), who.id());
            redirect.addFlashAttribute(Flash.NAME, Flash.good(Texts.text("people.absence.entered")));
        } catch (BadInput bad) {
            redirect.addFlashAttribute(
                    Flash.NAME, Flash.bad(Texts.text("people.absence.refused", String.valueOf(bad.getMessage()))));
        }
        return "redirect:/people/" + person;
    }

    /** Ends an absence early: one that has begun ends now, one that has not is removed. */
    @PostMapping("/end")
    String end(
            @RequestParam String person,
            @RequestParam String id,
            CurrentUser who,
            VisibleAccounts visible,
            RedirectAttributes redirect) {
        check(person);
        StoredEntry<AbsenceEntry> kept = entries.<AbsenceEntry>find(EntryKind.ABSENCES, List.of(person, id), visible)
                .orElseThrow(() -> ProblemException.notFound("There is no such absence of " + person + "."));
        AbsenceEntry away = kept.entry();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ZoneId zone = directory.findPerson(person).orElseThrow().calendar().zone();
        if (away.begins(zone).isBefore(now)) {
            entries.put(
                    new AbsenceEntry(person, away.id(), away.from(), now.toString(), away.reason()),
                    OptionalLong.of(kept.revision()),
                    who.id());
        } else {
            entries.remove(
                    EntryKind.ABSENCES,
                    List.of(person, away.id()),
                    OptionalLong.of(kept.revision()),
                    who.id(),
                    visible);
        }
        redirect.addFlashAttribute(Flash.NAME, Flash.good(Texts.text("people.absence.ended")));
        return "redirect:/people/" + person;
    }

    private void check(String person) {
        if (directory.findPerson(person).isEmpty()) {
            throw ProblemException.notFound("There is no person " + person + ".");
        }
    }
}
