package dev.bellrope.core.playbook;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.fact.Facts;
import java.time.Instant;

/** Judges how bad it is. */
public final class Triage {
    private Triage() {}

    /** What judging gave. */
    public record Verdict(@org.jspecify.annotations.Nullable Assessment assessment) {}

    /** Judges. */
    public static Verdict judge(Playbook playbook, Facts facts, Account account, String signalKind, Instant at) {
        return new Verdict(null);
    }

    /** Judges anew. */
    public static Assessment reassess(
            Playbook playbook, Account account, Assessment before, Severity severity, Facts facts, Instant at) {
        return before;
    }
}
