package dev.bellrope.core.escalation;

import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.rule.AlarmRules;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The alarms that a state arms. Derived, never stored beside it: an escalation that is over arms none, so nothing can
 * fire for it (T26, T27, T28).
 */
public final class Alarms {
    public static final String TARGET = "target";
    public static final String REQUEST = "request";
    public static final String OWNER = "owner";
    public static final String HANDOFF = "handoff";
    public static final String QUESTION = "question";
    public static final String WATCH = "watch";
    public static final String EXIT = "exit";
    public static final String EXECUTIVES = "executives";

    /** How long an offered handoff may wait, and how often an owner is looked for again. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Span ANSWER = new Span(0, Duration.ofMinutes(30));

    private Alarms() {}

    /** Returns every alarm that is armed, in no particular order. */
    public static List<Alarm> of(Escalation e, Playbook playbook) {
        List<Alarm> alarms = new ArrayList<>();
        Escalation.Timestamps times = e.times();
        switch (e.status()) {
            case REQUESTED -> {
                if (times.requestAnswerBy() != null && e.counts().overdueAnswers() < AlarmRules.REQUEST_REMINDERS) {
                    alarms.add(new Alarm(REQUEST, e.counts().overdueAnswers() + 1, times.requestAnswerBy()));
                }
            }
            case ACTIVE, RESOLVED, WATCH -> {
                targets(e, alarms);
                people(e, alarms);
                questions(e, playbook, alarms);
                executives(e, playbook, alarms);
                if (e.status() == Status.WATCH && !times.watchEnded() && times.watchUntil() != null) {
                    alarms.add(new Alarm(WATCH, e.counts().reopenings() + 1, times.watchUntil()));
                }
                if (e.status() != Status.ACTIVE && playbook.exit().automaticClose()) {
                    ExitCriteria.silentFrom(e, playbook)
                            .ifPresent(
                                    at -> alarms.add(new Alarm(EXIT, e.counts().reopenings() + 1, at)));
                }
            }
            case DECLINED, CLOSED, MERGED -> {}
        }
        return alarms;
    }

    /**
     * Returns what a decision leaves armed, in no particular order. Every decision checks whether the escalation may end, so
     * a silence that has lasted long enough by then needs no further alarm.
     *
     * @param decided when the decision was made
     */
    public static List<Alarm> after(Escalation e, Playbook playbook, Instant decided) {
        List<Alarm> alarms = of(e, playbook);
        alarms.removeIf(alarm -> alarm.step().equals(EXIT) && !alarm.at().isAfter(decided));
        return alarms;
    }

    private static void targets(Escalation e, List<Alarm> alarms) {
        for (TargetClock clock : e.clocks().values()) {
            clock.nextStrike()
                    .ifPresent(strike ->
                            alarms.add(Alarm.target(strike.target(), strike.cycle(), strike.percent(), strike.at())));
        }
    }

    private static void people(Escalation e, List<Alarm> alarms) {
        Instant searched = e.times().searched();
        if (e.vacant().contains(Route.OWNER) && searched != null) {
            alarms.add(new Alarm(OWNER, e.counts().searches(), searched.plus(PATIENCE)));
        }
        Handoff handoff = e.handoff();
        if (handoff != null) {
            alarms.add(new Alarm(HANDOFF, e.counts().handoffs(), answerBy(handoff)));
        }
    }

    /** Returns the instant until which an offered handoff can be taken. */
    static Instant answerBy(Handoff handoff) {
        return handoff.since().plus(PATIENCE);
    }

    /** Returns the instant by which a question must be answered. */
    static Instant answerBy(PendingDecision question, Playbook playbook) {
        Span within = playbook.communication().approvalWithin();
        return (within.isZero() ? ANSWER : within).after(question.since());
    }

    /** Only while it is active. The cadence is elapsed time, not working time. Executives who join late are told at once. */
    private static void executives(Escalation e, Playbook playbook, List<Alarm> alarms) {
        Span cadence = playbook.communication().executivesCadence().get(e.severity());
        Instant last = e.times().executivesInformed() == null
                ? e.times().opened()
                : e.times().executivesInformed();
        if (e.status() == Status.ACTIVE
                && cadence != null
                && last != null
                && !executives(e, playbook).isEmpty()) {
            alarms.add(new Alarm(EXECUTIVES, e.counts().briefings() + 1, cadence.after(last)));
        }
    }

    /** The sponsor, and whoever came in with the top of the ladder. */
    public static List<String> executives(Escalation e, Playbook playbook) {
        List<String> roles = new ArrayList<>(List.of(Route.SPONSOR));
        roles.addAll(playbook.ladder().levels().getLast().people());
        return roles.stream()
                .map(e.people()::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static void questions(Escalation e, Playbook playbook, List<Alarm> alarms) {
        for (PendingDecision question : e.questions().values()) {
            if (!question.late()) {
                alarms.add(new Alarm(QUESTION + ":" + question.id(), 1, answerBy(question, playbook)));
            }
        }
    }
}
