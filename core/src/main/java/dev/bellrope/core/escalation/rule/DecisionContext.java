package dev.bellrope.core.escalation.rule;

import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.EscalationFacts;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Evolution;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.fact.Facts;
import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.routing.RoutingNeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One decision in progress: its events so far, and the state that they lead to. */
public final class DecisionContext {
    private static final String PERSON = "person:";

    public final Situation situation;
    public final Playbook playbook;
    public final Instant at;
    private final List<Event> events = new ArrayList<>();
    private @Nullable Escalation state;
    private int folded;

    public DecisionContext(@Nullable Escalation state, Situation situation) {
        this.state = state;
        this.situation = situation;
        this.playbook = situation.playbook();
        this.at = situation.at();
    }

    /** Adds an event to the decision. */
    void emit(Event event) {
        events.add(event);
    }

    /** Returns the state after the events so far. */
    public Escalation now() {
        if (folded < events.size()) {
            state = Evolution.after(state, at, situation.actor().id(), events.subList(folded, events.size()));
            folded = events.size();
        }
        return Objects.requireNonNull(state, "nothing has begun");
    }

    boolean hasBegun() {
        return state != null || !events.isEmpty();
    }

    Decision done() {
        return new Decision.Accepted(events);
    }

    /** Returns whether the actor has a permission; anybody with a role in this escalation may respond. */
    public boolean may(String permission) {
        return situation.actor().isSystem()
                || playbook.permissions().allow(permission, situation.actor().roles())
                || (permission.equals(Permissions.RESPOND) && isParticipant());
    }

    /** Returns the refusal if the actor lacks a permission; null if not. */
    public @Nullable RuleRefusal against(String permission) {
        return may(permission)
                ? null
                : RuleRefusal.permission(situation.actor().name() + " may not " + permission + "; the playbook lets "
                        + playbook.permissions().words(permission));
    }

    private boolean isParticipant() {
        return hasBegun() && now().people().containsValue(situation.actor().id());
    }

    /** Returns what routing has to know. */
    RoutingNeed need() {
        Escalation e = now();
        Assessment a = e.assessment();
        return new RoutingNeed(
                situation.account(),
                a.severity(),
                a.band(),
                e.level(),
                playbook.findRoute(a.route()).orElse(null),
                at);
    }

    /** Returns the calendar for a recorded name; round the clock for a person who is no longer on the roster. */
    WorkingCalendar calendar(String name) {
        if (name.startsWith(PERSON)) {
            return situation
                    .roster()
                    .find(name.substring(PERSON.length()))
                    .map(Person::calendar)
                    .orElse(WorkingCalendar.always());
        }
        return playbook.calendar(name);
    }

    /** Returns the name of the calendar that a target is counted in from now on. */
    String calendarName(String ruled) {
        return switch (ruled) {
            case "owner" ->
                now().findOwner()
                        .filter(owner -> situation.roster().find(owner).isPresent())
                        .map(owner -> PERSON + owner)
                        .orElse(WorkingCalendar.always().name());
            case "account" ->
                playbook.findPlan(situation.account().plan())
                        .map(plan -> plan.calendar())
                        .orElse(WorkingCalendar.always().name());
            default -> ruled;
        };
    }

    /** Returns a person's name, or the id if they are not on the roster. */
    String nameOf(String person) {
        return situation.roster().find(person).map(Person::name).orElse(person);
    }

    /** Returns the facts about this escalation for the playbook's conditions. */
    Facts facts() {
        return EscalationFacts.of(now(), situation.account(), at);
    }

    /** Returns roles and the people who hold them. */
    Map<String, String> people() {
        return now().people();
    }
}
