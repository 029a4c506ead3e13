package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.web.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is best done next on an escalation: of what its viewer owes, what is due first; else of what anybody owes; else what happens by
 * itself.
 */
@Schema(name = "NextAct")
public record NextAct(
        @Schema(example = "Acknowledge") String what,

        @Schema(
                description =
                        "Ids of people, and duties or roles of which anybody may do it; empty: nobody, or it happens by itself")
        List<String> who,

        @Schema(description = "Whether it is for you") boolean yours,

        @Schema(description = "By when it is owed, or when it happens by itself")
        Optional<Instant> due,

        @Schema(
                description = "The address that does it; empty if it happens by itself",
                example = "/api/v1/escalations/ESC-1042/acknowledgement")
        String path) {
    public NextAct {
        who = List.copyOf(who);
    }

    /** Returns it in English, for programs; empty if nothing is owed and nothing happens by itself. */
    public static Optional<NextAct> inEnglish(EscalationView view) {
        return of(new DutyFinder(view, (key, arguments) -> Texts.english("duty." + key, arguments)), view.next());
    }

    /** Returns it in the reader's language. */
    public static Optional<NextAct> inWords(EscalationView view) {
        return of(new DutyFinder(view, (key, arguments) -> Texts.text("duty." + key, arguments)), view.nextInWords());
    }

    private static Optional<NextAct> of(DutyFinder finder, List<NextSteps.NextStep> next) {
        List<Duty> owed = finder.list().stream().sorted(Duty.ORDER).toList();
        return owed.stream()
                .filter(Duty::isOfViewer)
                .findFirst()
                .or(() -> owed.stream().findFirst())
                .map(NextAct::of)
                .or(() -> next.stream().findFirst().map(NextAct::of));
    }

    private static NextAct of(Duty duty) {
        return new NextAct(
                duty.what(), duty.owed().whom().stream().sorted().toList(), duty.isOfViewer(), duty.due(), duty.path());
    }

    private static NextAct of(NextSteps.NextStep step) {
        return new NextAct(step.what(), List.of(), false, Optional.of(step.at()), "");
    }

    /** Returns whether somebody does it; else it happens by itself. */
    public boolean isOwed() {
        return !path.isEmpty();
    }
}
