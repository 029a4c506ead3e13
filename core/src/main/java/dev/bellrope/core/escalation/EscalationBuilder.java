package dev.bellrope.core.escalation;

import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Escalation.EscalationCounts;
import dev.bellrope.core.escalation.Escalation.Timestamps;
import dev.bellrope.core.playbook.Assessment;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An escalation while an event is being applied to it; lives no longer than that. */
final class EscalationBuilder {
    final String key;
    final String account;
    final String accountName;
    final String playbook;
    final Map<String, String> people;
    final Set<String> vacant;
    final Map<String, Boolean> tickets;
    final Map<String, TargetClock> clocks;
    final Map<String, Integer> misses;
    final Map<String, PendingDecision> questions;
    final Map<String, Confirmation> criteria;

    String title = "";
    String impactNote = "";
    Status status = Status.REQUESTED;
    Assessment assessment;
    String level = "";
    String highestLevel = "";

    @Nullable CurrentPause pause;

    @Nullable Handoff handoff;

    List<PlanStep> plan = List.of();
    String rootCause = "";
    String workaround = "";
    ReviewBasis reviewBasis = ReviewBasis.NOTHING;

    @Nullable Instant requested;

    @Nullable Instant requestAnswerBy;

    @Nullable Instant opened;

    @Nullable Instant acknowledged;

    String acknowledgedBy = "";

    @Nullable Instant firstUpdate;

    @Nullable Instant lastUpdate;

    @Nullable Instant planned;

    @Nullable Instant resolved;

    @Nullable Instant watchUntil;

    boolean watchEnded;

    @Nullable Instant closed;

    @Nullable Instant customerHeard;

    @Nullable Instant searched;

    @Nullable Instant executivesInformed;

    int reassignments;
    int reopenings;
    int climbs;
    int overdueAnswers;
    int handoffs;
    int asked;
    int searches;
    int briefings;

    EscalationBuilder(String key, String account, String accountName, String playbook, Assessment assessment) {
        this.key = key;
        this.account = account;
        this.accountName = accountName;
        this.playbook = playbook;
        this.assessment = assessment;
        people = new LinkedHashMap<>();
        vacant = new HashSet<>();
        tickets = new LinkedHashMap<>();
        clocks = new TreeMap<>();
        misses = new TreeMap<>();
        questions = new LinkedHashMap<>();
        criteria = new TreeMap<>();
    }

    EscalationBuilder(Escalation s) {
        key = s.key();
        account = s.account();
        accountName = s.accountName();
        playbook = s.playbook();
        title = s.title();
        impactNote = s.impactNote();
        status = s.status();
        assessment = s.assessment();
        level = s.level();
        highestLevel = s.highestLevel();
        people = new LinkedHashMap<>(s.people());
        vacant = new HashSet<>(s.vacant());
        tickets = new LinkedHashMap<>(s.tickets());
        clocks = new TreeMap<>(s.clocks());
        misses = new TreeMap<>(s.misses());
        pause = s.pause();
        handoff = s.handoff();
        questions = new LinkedHashMap<>(s.questions());
        plan = s.plan();
        rootCause = s.rootCause();
        workaround = s.workaround();
        criteria = new TreeMap<>(s.criteria());
        reviewBasis = s.reviewBasis();
        Timestamps t = s.times();
        requested = t.requested();
        requestAnswerBy = t.requestAnswerBy();
        opened = t.opened();
        acknowledged = t.acknowledged();
        acknowledgedBy = t.acknowledgedBy();
        firstUpdate = t.firstUpdate();
        lastUpdate = t.lastUpdate();
        planned = t.planned();
        resolved = t.resolved();
        watchUntil = t.watchUntil();
        watchEnded = t.watchEnded();
        closed = t.closed();
        customerHeard = t.customerHeard();
        searched = t.searched();
        executivesInformed = t.executivesInformed();
        EscalationCounts c = s.counts();
        reassignments = c.reassignments();
        reopenings = c.reopenings();
        climbs = c.climbs();
        overdueAnswers = c.overdueAnswers();
        handoffs = c.handoffs();
        asked = c.questions();
        searches = c.searches();
        briefings = c.briefings();
    }

    void describe(String newTitle, String newImpactNote, Assessment newAssessment, List<String> newTickets) {
        title = newTitle;
        impactNote = newImpactNote;
        judge(newAssessment);
        newTickets.forEach(ticket -> tickets.putIfAbsent(ticket, false));
    }

    void judge(Assessment newAssessment) {
        assessment = newAssessment;
        reviewBasis = reviewBasis.judged(Judgement.of(newAssessment));
    }

    Escalation done() {
        return new Escalation(
                new Identity(key, account, accountName, playbook, title, impactNote),
                new Standing(status, assessment, level, highestLevel),
                new Team(people, vacant),
                tickets,
                new Promises(clocks, misses, pause),
                new Agenda(handoff, questions, plan),
                new Closure(rootCause, workaround, criteria),
                reviewBasis,
                new Timestamps(
                        requested,
                        requestAnswerBy,
                        opened,
                        acknowledged,
                        acknowledgedBy,
                        firstUpdate,
                        lastUpdate,
                        planned,
                        resolved,
                        watchUntil,
                        watchEnded,
                        closed,
                        customerHeard,
                        searched,
                        executivesInformed),
                new EscalationCounts(
                        reassignments, reopenings, climbs, overdueAnswers, handoffs, asked, searches, briefings));
    }
}
