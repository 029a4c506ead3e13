package dev.bellrope.core.escalation;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.fact.Facts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What conditions of the playbook may know of an escalation. */
public final class EscalationFacts {
    private EscalationFacts() {}

    /** The facts at an instant. */
    public static Facts of(Escalation escalation, Account account, Instant at) {
        return of(escalation, Judgement.of(escalation.assessment()), escalation.highestLevel(), account, at);
    }

    /**
     * The facts at an instant, as if it were still judged as it once was: one for each way in which it, or one that was
     * merged into it, was ever judged, and each level that one of them climbed to.
     */
    public static List<Facts> ofLife(Escalation escalation, Account account, Instant at) {
        ReviewBasis basis = escalation.reviewBasis();
        Set<String> levels = new LinkedHashSet<>();
        levels.add(escalation.highestLevel());
        levels.addAll(basis.mergedLevels());
        return basis.judgements().stream()
                .flatMap(judgement -> levels.stream().map(level -> of(escalation, judgement, level, account, at)))
                .toList();
    }

    private static Facts of(Escalation escalation, Judgement judged, String climbedTo, Account account, Instant at) {
        Map<String, Object> facts = new LinkedHashMap<>();
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("key", escalation.key());
        own.put("kind", escalation.assessment().kind().word());
        own.put("severity", judged.severity().name());
        own.put("level", escalation.level());
        own.put("climbed_to", climbedTo);
        own.put("status", escalation.status().word());
        own.put("reopened", (long) escalation.counts().reopenings());
        own.put("missed_count", (long) escalation.misses().values().stream()
                .mapToInt(Integer::intValue)
                .sum());
        own.put("climbs", (long) escalation.counts().climbs());
        own.put("reassigned", (long) escalation.counts().reassignments());
        own.put("tickets", (long) escalation.tickets().size());
        own.put("trigger", escalation.assessment().trigger());
        own.put("issue_type", escalation.assessment().issueType());
        Instant opened = escalation.times().opened();
        if (opened != null) {
            own.put("opened_at", opened);
        }
        facts.put("escalation", own);
        facts.put("severity", judged.severity().name());
        facts.put("impact", escalation.assessment().impact());
        facts.put("urgency", escalation.assessment().urgency());
        facts.put("issue_type", escalation.assessment().issueType());
        facts.put("score", escalation.assessment().score());
        facts.put("tier", judged.tier());
        facts.put("band", judged.band().word());
        facts.put("climbed_to", climbedTo);
        facts.put("account", account.asFacts());
        facts.put("now", at);
        return new Facts(facts);
    }
}
