package dev.bellrope.app.accounts;

import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.playbook.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds how things stand with accounts: what is open for each, and the history of one. */
@Component
public class AccountStandings {
    private final StandingTable table;

    AccountStandings(StandingTable table) {
        this.table = table;
    }

    /**
     * What is open for an account.
     *
     * @param nextDue when the next promise to it is due; empty if none is open or all are paused
     */
    public record AccountStanding(int open, Severity worst, Optional<Instant> nextDue) {}

    /**
     * An escalation in the history of an account.
     *
     * @param begun when it was requested or opened
     * @param over when it ended; empty while it is open
     */
    public record AccountEpisode(Escalation state, Instant begun, Optional<Instant> over) {
        public boolean isOpen() {
            return over.isEmpty();
        }
    }

    /** Returns the standing of every account with open escalations, by its id. */
    @Transactional(readOnly = true)
    public Map<String, AccountStanding> open() {
        return table.open();
    }

    /** Lists the escalations of an account, the newest first. */
    @Transactional(readOnly = true)
    public List<AccountEpisode> of(String account, int limit) {
        return table.ofAccount(account, limit);
    }
}
