package dev.bellrope.core.playbook;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.fact.Facts;
import java.time.Instant;

/** Judges how bad it is. */
public final class Triage {
    private Triage() {}

    /** Judges anew. */
    public static Assessment reassess(
            Playbook playbook, Account account, Assessment before, Severity severity, Facts facts, Instant at) {
        return before;
    }
}
