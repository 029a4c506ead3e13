package dev.bellrope.app.intake.web;

import dev.bellrope.app.foresight.Rehearsal;
import dev.bellrope.core.escalation.journal.Journal;
import java.util.List;

/**
 * What a signal would do if it came now, in words.
 *
 * @param account the account that the signal is assumed to be about
 */
public record RehearsalView(String account, Rehearsal.RehearsedSignal heard, List<RehearsalStepView> scenes) {
    /** A command and its effects, as the timeline would show them. */
    public record RehearsalStepView(Rehearsal.RehearsalStep scene, List<Journal.JournalLine> lines) {}

    static RehearsalView of(String account, Rehearsal.RehearsedSignal heard, Journal journal) {
        return new RehearsalView(
                account,
                heard,
                heard.scenes().stream()
                        .map(scene -> new RehearsalStepView(
                                scene,
                                scene.events().stream().map(journal::line).toList()))
                        .toList());
    }
}
