package dev.bellrope.app.demo;

import dev.bellrope.app.alarms.AlarmTable;
import dev.bellrope.app.clocks.Clocks;
import dev.bellrope.app.escalations.CommandRefused;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Escalation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Plays stories in virtual time: through the same entry points that people and signals use, striking every clock when
 * it is due.
 */
final class DemoHistory {
    private static final int LISTED = 50;

    private final Intake intake;
    private final Escalations escalations;
    private final AlarmTable alarms;
    private final Clocks clocks;
    private final MovableClock clock;
    private final Cast cast;
    private final Map<String, String> keys = new HashMap<>();
    private final List<String> refused = new ArrayList<>();

    DemoHistory(
            Intake intake, Escalations escalations, AlarmTable alarms, Clocks clocks, MovableClock clock, Cast cast) {
        this.intake = intake;
        this.escalations = escalations;
        this.alarms = alarms;
        this.clocks = clocks;
        this.clock = clock;
        this.cast = cast;
    }

    /** A step of a story and when its turn comes; step -1 is the signal that begins the story. */
    private record StoryTurn(Instant at, Story story, int step) {}

    /**
     * Plays all stories up to an instant.
     *
     * @return what could not be performed, and why; empty if the stories fit the policy
     */
    List<String> play(List<Story> stories, Instant until) {
        PriorityQueue<StoryTurn> turns = new PriorityQueue<>(Comparator.comparing(StoryTurn::at)
                .thenComparing(turn -> turn.story().id()));
        stories.forEach(story -> turns.add(new StoryTurn(story.began(), story, -1)));
        while (!turns.isEmpty()) {
            StoryTurn turn = turns.remove();
            if (turn.at().isAfter(until)) {
                continue;
            }
            moveTo(turn.at());
            take(turn);
            int next = turn.step() + 1;
            if (next < turn.story().steps().size()) {
                turns.add(new StoryTurn(
                        turn.at().plus(turn.story().steps().get(next).after()), turn.story(), next));
            }
        }
        moveTo(until);
        return List.copyOf(refused);
    }

    /** Moves the time, and strikes every clock that becomes due on the way. */
    void moveTo(Instant at) {
        Optional<Instant> due = alarms.findNext(Set.of());
        while (due.isPresent() && !due.get().isAfter(at)) {
            clock.standAt(due.get().isAfter(clock.instant()) ? due.get() : clock.instant());
            clocks.strikeDue();
            due = alarms.findNext(Set.of());
        }
        clock.standAt(at);
    }

    private void take(StoryTurn turn) {
        Story story = turn.story();
        if (turn.step() < 0) {
            intake.hear(story.signal()).heard().did().stream()
                    .filter(did -> did.startsWith("ESC-"))
                    .findFirst()
                    .ifPresent(did -> keys.put(story.id(), did.substring(0, did.indexOf(':'))));
            return;
        }
        Story.StoryStep step = story.steps().get(turn.step());
        try {
            if (step.does().contains(".")) {
                signal(turn, step);
            } else {
                act(story, step);
            }
        } catch (CommandRefused | IllegalArgumentException no) {
            refused.add(story.id() + ", step " + (turn.step() + 1) + ", " + step.does() + ": " + no.getMessage());
        }
    }

    private void signal(StoryTurn turn, Story.StoryStep step) {
        String by = step.who().equals("customer") ? "" : step.who();
        String known = findKey(turn.story())
                .map(key -> cast.get(by, state(key)).id())
                .filter(id -> !by.isEmpty())
                .orElse(by);
        String words = step.says().isEmpty() ? "" : step.says().getFirst();
        intake.hear(turn.story().signal(String.valueOf(turn.step()), step.does(), turn.at(), known, words));
    }

    private void act(Story story, Story.StoryStep step) {
        String key = findKey(story).orElseThrow(() -> new IllegalArgumentException("it never became an escalation"));
        Escalation state = state(key);
        if (step.does().equals("merge")) {
            String into = Optional.ofNullable(keys.get(step.says().getFirst())).orElse("");
            escalations.merge(key, into, cast.get(step.who(), state));
            return;
        }
        Command command = DemoActs.command(step.does(), step.says(), state);
        escalations.act(key, cast.get(step.who(), state), command, OptionalLong.empty());
    }

    private Escalation state(String key) {
        return escalations.find(key).orElseThrow().state();
    }

    /** Finds the escalation that the story began, or that began later because of its ticket. */
    private Optional<String> findKey(Story story) {
        if (!keys.containsKey(story.id()) && !story.ticket().isEmpty()) {
            escalations.list(EscalationFilter.ofAccount(story.account()), Long.MAX_VALUE, LISTED).stream()
                    .map(EscalationRow::key)
                    .filter(key -> state(key).tickets().containsKey(story.ticket()))
                    .findFirst()
                    .ifPresent(key -> keys.put(story.id(), key));
        }
        return Optional.ofNullable(keys.get(story.id()));
    }
}
