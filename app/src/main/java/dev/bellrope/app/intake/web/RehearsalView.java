package dev.bellrope.app.intake.web;

import dev.bellrope.app.foresight.Rehearsal;
import dev.bellrope.core.escalation.journal.Journal;
import java.util.List;

/**
 * What a signal would do, did it come now, in words.
 *
 * @param account the one that it is taken to be about
 */
public record RehearsalView(String account, Rehearsal.RehearsedSignal heard, List<RehearsalStepView> scenes) {
    /** One command and what would come of it, as the timeline would tell it. */
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
