package dev.bellrope.core.escalation;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.fact.Facts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What conditions of the playbook may know of an escalation. */
public final class EscalationFacts {
    private EscalationFacts() {}

    /** The facts at an instant. */
    public static Facts of(Escalation escalation, Account account, Instant at) {
        Map<String, Object> facts = new LinkedHashMap<>();
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("key", escalation.key());
        own.put("kind", escalation.assessment().kind().word());
        own.put("severity", escalation.severity().name());
        own.put("level", escalation.level());
        own.put("climbed_to", escalation.highestLevel());
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
        facts.put("severity", escalation.severity().name());
        facts.put("impact", escalation.assessment().impact());
        facts.put("urgency", escalation.assessment().urgency());
        facts.put("issue_type", escalation.assessment().issueType());
        facts.put("score", escalation.assessment().score());
        facts.put("tier", escalation.assessment().tier());
        facts.put("band", escalation.assessment().band().word());
        facts.put("climbed_to", escalation.highestLevel());
        facts.put("account", account.asFacts());
        facts.put("now", at);
        return new Facts(facts);
    }
}
