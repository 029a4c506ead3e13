package dev.bellrope.core.insight;

import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.playbook.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The measures of one escalation, as a fold over its events. They can be computed again at any time, and are never
 * stored as truth.
 */
public final class EscalationMeasures {
    private final String key;
    private String account = "";
    private String accountName = "";
    private String trigger = "";
    private String issueType = "";
    private Severity severity = Severity.S4;
    private String tier = "";
    private String band = "";
    private String highestLevel = "";
    private String owner = "";
    private @Nullable Instant requested;
    private @Nullable Instant opened;
    private @Nullable Instant acknowledged;
    private @Nullable Instant firstUpdate;
    private @Nullable Instant planned;
    private @Nullable Instant rootCause;
    private @Nullable Instant resolved;
    private @Nullable Instant closed;
    private int climbs;
    private int reassignments;
    private int reopenings;
    private int updates;
    private final List<PromiseOutcome> outcomes = new ArrayList<>();
    private final Set<String> judged = new HashSet<>();

    /** How a promise ended. */
    public enum PromiseEnd {
        MET,
        MISSED,
        STOPPED
    }

    /**
     * A promise and how it ended. A promise that was missed and then met late counts once, as missed.
     *
     * @param target the target's name
     * @param tier the response tier at that time
     * @param severity the severity at that time
     * @param end how it ended
     * @param at when
     */
    public record PromiseOutcome(String target, String tier, Severity severity, PromiseEnd end, Instant at) {}

    /** Creates the measures of an escalation without any events. */
    public EscalationMeasures(String key) {
        this.key = key;
    }

    /** Adds the next event. */
    public void add(Instant at, Event event) {
        switch (event) {
            case Event.Requested e -> {
                requested = at;
                begin(e.account(), e.accountName(), e.assessment());
                judged(e.assessment());
            }
            case Event.Opened e -> {
                opened = at;
                begin(e.account(), e.accountName(), e.assessment());
                judged(e.assessment());
                highestLevel = e.level();
            }
            case Event.Retriaged e -> {
                judged(e.assessment());
            }
            case Event.RoleAssigned e -> {
                if (e.assignment().role().equals("owner") && e.assignment().isFilled()) {
                    reassignments +=
                            owner.isEmpty() || owner.equals(e.assignment().person()) ? 0 : 1;
                    owner = e.assignment().person();
                }
            }
            case Event.Acknowledged ignored -> acknowledged = first(acknowledged, at);
            case Event.UpdateSent ignored -> {
                firstUpdate = first(firstUpdate, at);
                updates++;
            }
            case Event.PlanSet ignored -> planned = first(planned, at);
            case Event.RootCauseRecorded ignored -> rootCause = first(rootCause, at);
            case Event.LevelRaised e -> {
                climbs++;
                // Levels are climbed one at a time, so only the one above the highest is higher than it.
                highestLevel = e.from().equals(highestLevel) ? e.to() : highestLevel;
            }
            case Event.Resolved ignored -> resolved = at;
            case Event.Reopened ignored -> {
                reopenings++;
                resolved = null;
                closed = null;
            }
            case Event.Closed ignored -> closed = at;
            case Event.Declined ignored -> closed = at;
            case Event.MergedInto ignored -> closed = at;
            case Event.TargetMet e -> ended(e.target(), e.cycle(), PromiseEnd.MET, at);
            case Event.TargetMissed e -> ended(e.target(), e.cycle(), PromiseEnd.MISSED, at);
            case Event.TargetStopped e -> ended(e.target(), e.cycle(), PromiseEnd.STOPPED, at);
            case Event.TargetWaived e -> ended(e.target(), e.cycle(), PromiseEnd.STOPPED, at);
            default -> {
                // Other events do not change any measure.
            }
        }
    }

    private void ended(String target, int cycle, PromiseEnd end, Instant at) {
        if (judged.add(target + ":" + cycle)) {
            outcomes.add(new PromiseOutcome(target, tier, severity, end, at));
        }
    }

    private void begin(String newAccount, String newAccountName, Assessment assessment) {
        account = newAccount;
        accountName = newAccountName;
        trigger = assessment.trigger();
        issueType = assessment.issueType();
    }

    private void judged(Assessment assessment) {
        severity = assessment.severity();
        tier = assessment.tier();
        band = assessment.band().word();
    }

    private static Instant first(@Nullable Instant known, Instant at) {
        return known == null ? at : known;
    }

    public String key() {
        return key;
    }

    public String account() {
        return account;
    }

    public String accountName() {
        return accountName;
    }

    public String trigger() {
        return trigger;
    }

    public String issueType() {
        return issueType;
    }

    public Severity severity() {
        return severity;
    }

    public String tier() {
        return tier;
    }

    /** Returns the word for the value band. */
    public String band() {
        return band;
    }

    public String highestLevel() {
        return highestLevel;
    }

    /** Returns the last owner; empty if there never was one. */
    public String owner() {
        return owner;
    }

    public @Nullable Instant requested() {
        return requested;
    }

    public @Nullable Instant opened() {
        return opened;
    }

    public @Nullable Instant acknowledged() {
        return acknowledged;
    }

    public @Nullable Instant firstUpdate() {
        return firstUpdate;
    }

    public @Nullable Instant planned() {
        return planned;
    }

    public @Nullable Instant rootCause() {
        return rootCause;
    }

    public @Nullable Instant resolved() {
        return resolved;
    }

    public @Nullable Instant closed() {
        return closed;
    }

    public int climbs() {
        return climbs;
    }

    public int reassignments() {
        return reassignments;
    }

    public int reopenings() {
        return reopenings;
    }

    public int updates() {
        return updates;
    }

    /** Returns every promise that ended, in the order in which they ended. */
    public List<PromiseOutcome> outcomes() {
        return List.copyOf(outcomes);
    }
}
