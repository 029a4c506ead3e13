package dev.bellrope.bench.pages;

import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.store.CommandOutcome;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.bench.clocks.StandingClock;
import dev.bellrope.bench.server.Serving;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Escalations that the application itself made: heard of, acknowledged, planned, told of, some of them closed. */
final class Originals {
    /** So many events has each, as far as its life allows. */
    static final int EVENTS = 30;

    private static final Actor BOSS = new Actor("manager1", "Manager 1", Set.of("agent", "manager", "executive"));

    private final Serving serving;
    private final StandingClock clock;
    private final Escalations escalations;
    private int heard;

    Originals(Serving serving, StandingClock clock) {
        this.serving = serving;
        this.clock = clock;
        this.escalations = serving.get(Escalations.class);
    }

    /** One of an account that has none yet, begun so long ago: another one would join it. */
    void open(int account, Duration ago) {
        live(begin(account, ago), EVENTS);
    }

    /** The same, to its end. */
    void closed(int account, Duration ago) {
        String key = begin(account, ago);
        long now = live(key, EVENTS - 9);
        act(key, new Command.RecordRootCause("A pool that never returns its connections"));
        List<String> criteria =
                escalations.playbookOf(escalations.find(key).orElseThrow().state()).exit().criteria().stream()
                        .map(criterion -> criterion.name())
                        .toList();
        criteria.forEach(criterion -> act(key, new Command.WaiveCriterion(criterion, "agreed with the customer")));
        act(key, new Command.Resolve("The connections are returned, and nobody waits any more"));
        if (act(key, new Command.Close("agreed with the customer")).sequence() <= now) {
            throw new IllegalStateException(key + " was not closed");
        }
    }

    private String begin(int account, Duration ago) {
        clock.standAt(Instant.now().minus(ago));
        String id = "account" + account;
        serving.get(Intake.class)
                .hear(new Signal(
                        "bench",
                        "begin-" + ++heard,
                        "slo.missed",
                        clock.instant(),
                        id,
                        "",
                        "Checkout fails for some",
                        Map.of("share_of_users", 0.05)));
        return escalations
                .list(EscalationFilter.ofAccount(id), Long.MAX_VALUE, 1)
                .getFirst()
                .key();
    }

    /** Until it has that many events. */
    private long live(String key, int events) {
        act(key, new Command.Acknowledge());
        act(
                key,
                new Command.SetPlan(
                        List.of(
                                PlanStep.open("1", "Raise the limit of the pool", "", null, "nobody waits for an hour"),
                                PlanStep.open("2", "Mend the leak", "", null, "the count stays level for a day"),
                                PlanStep.open("3", "Watch it", "", null, "a week without a word")),
                        "Go back to the version before"));
        act(key, new Command.ValidateStep("1", true, "an hour without anybody waiting"));
        act(key, new Command.AskDecision("Roll back?", List.of("roll back", "fix forward"), "vp-engineering"));
        long sequence =
                act(key, new Command.RecordWorkaround("Use the batch endpoint")).sequence();
        for (int line = 1; sequence < events; line++) {
            clock.standAt(clock.instant().plusSeconds(600));
            sequence = act(
                            key,
                            line % 3 == 0
                                    ? new Command.SendUpdate(
                                            "Half of the nodes are mended; the rest follows tonight.", "email")
                                    : new Command.AddNote(
                                            false, "Line " + line + ": the count of connections is level again."))
                    .sequence();
        }
        return sequence;
    }

    private CommandOutcome act(String key, Command command) {
        return escalations.act(key, BOSS, command, OptionalLong.empty());
    }
}
