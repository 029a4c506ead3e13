package dev.bellrope.app.accounts;

import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.playbook.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How accounts stand with us: what is open for each, and what there was with one. */
@Component
public class AccountStandings {
    private final StandingTable table;

    AccountStandings(StandingTable table) {
        this.table = table;
    }

    /**
     * What is open for an account.
     *
     * @param nextDue when the next promise to it is due; empty while nothing is owed or everything is paused
     */
    public record AccountStanding(int open, Severity worst, Optional<Instant> nextDue) {}

    /**
     * One escalation in the history of an account.
     *
     * @param begun when it was asked for or opened
     * @param over empty while it goes on
     */
    public record AccountEpisode(Escalation state, Instant begun, Optional<Instant> over) {
        public boolean isOpen() {
            return over.isEmpty();
        }
    }

    /** Of every account for which something is open, by its id. */
    @Transactional(readOnly = true)
    public Map<String, AccountStanding> open() {
        return table.open();
    }

    /** The escalations of an account, the newest first. */
    @Transactional(readOnly = true)
    public List<AccountEpisode> of(String account, int limit) {
        return table.ofAccount(account, limit);
    }
}
