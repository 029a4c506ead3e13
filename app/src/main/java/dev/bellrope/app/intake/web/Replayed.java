package dev.bellrope.app.intake.web;

import dev.bellrope.app.escalations.Rehearsal;
import dev.bellrope.core.escalation.Journal;
import java.util.List;

/**
 * What a signal would do, did it come now, in words.
 *
 * @param account the one that it is taken to be about
 */
public record Replayed(String account, Rehearsal.Heard heard, List<Scene> scenes) {
    /** One command and what would come of it, as the timeline would tell it. */
    public record Scene(Rehearsal.Scene scene, List<Journal.Line> lines) {}

    static Replayed of(String account, Rehearsal.Heard heard, Journal journal) {
        return new Replayed(
                account,
                heard,
                heard.scenes().stream()
                        .map(scene -> new Scene(
                                scene,
                                scene.events().stream().map(journal::line).toList()))
                        .toList());
    }
}
