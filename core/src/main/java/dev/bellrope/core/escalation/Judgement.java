package dev.bellrope.core.escalation;

import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.playbook.Severity;
import java.util.Comparator;

/**
 * What an escalation was judged to be at some time.
 *
 * @param severity how bad
 * @param tier the response tier
 * @param band the value band of its account
 */
public record Judgement(Severity severity, String tier, ValueBand band) {
    /** Orders by severity, the worst first. */
    static final Comparator<Judgement> WORST_FIRST = Comparator.comparing(Judgement::severity)
            .thenComparing(Judgement::tier)
            .thenComparing(Judgement::band);

    static Judgement of(Assessment assessment) {
        return new Judgement(assessment.severity(), assessment.tier(), assessment.band());
    }
}
