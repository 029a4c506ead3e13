package dev.bellrope.app.escalations;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decider;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.routing.Roster;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What would happen if it were asked now: the same decision, by the same state and people, of which nothing is kept. */
@Component
public class Foresight {
    private final EscalationTable escalations;
    private final Ledger ledger;
    private final Loads loads;
    private final Directory directory;
    private final Clock clock;

    Foresight(EscalationTable escalations, Ledger ledger, Loads loads, Directory directory, Clock clock) {
        this.escalations = escalations;
        this.ledger = ledger;
        this.loads = loads;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The events that a command would lead to.
     *
     * @throws Refused when it would not be accepted
     * @throws NoSuchEscalation when there is none of that key
     */
    @Transactional(readOnly = true)
    public List<Event> of(String key, Actor actor, Command command) {
        EscalationTable.Loaded loaded = escalations.find(key).orElseThrow(() -> new NoSuchEscalation(key));
        String account = loaded.state().account();
        Roster roster = directory.roster().counting(loads::ofEverybody, () -> loads.handledBefore(account));
        Situation situation = new Situation(
                clock.instant(), actor, ledger.playbookOf(loaded.state()), ledger.account(account), roster);
        return switch (Decider.decide(loaded.state(), command, situation)) {
            case Decision.Accepted(List<Event> would) -> would;
            case Decision.Refused refusal -> throw new Refused(refusal);
        };
    }
}
