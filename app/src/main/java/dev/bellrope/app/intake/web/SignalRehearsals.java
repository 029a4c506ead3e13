package dev.bellrope.app.intake.web;

import dev.bellrope.app.access.Access;
import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.directory.Namesakes.Namesake;
import dev.bellrope.app.foresight.Rehearsal;
import dev.bellrope.app.intake.HeardSignal;
import dev.bellrope.app.intake.SignalState;
import dev.bellrope.app.web.Outage;
import dev.bellrope.core.escalation.journal.Journal;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.signal.Signal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Rehearses a stored signal: shows what it would do now under the current playbook, without doing it. */
@Component
class SignalRehearsals {
    private static final Logger LOGGER = LoggerFactory.getLogger(SignalRehearsals.class);

    private final Rehearsal rehearsal;
    private final Directory directory;

    SignalRehearsals(Rehearsal rehearsal, Directory directory) {
        this.rehearsal = rehearsal;
        this.directory = directory;
    }

    /**
     * Returns what the signal would do.
     *
     * @param proposal the account that it may be about, if nobody has mapped it
     * @return empty if no account is known, or if handling fails, which is why the signal failed
     */
    Optional<RehearsalView> of(HeardSignal heard, Optional<Namesake> proposal) {
        Signal signal = heard.signal();
        String account =
                signal.account().isEmpty() ? proposal.map(Namesake::account).orElse("") : signal.account();
        if (account.isEmpty()) {
            return Optional.empty();
        }
        boolean first = heard.state() == SignalState.UNMAPPED || heard.state() == SignalState.FAILED;
        Signal about = new Signal(
                signal.source(),
                signal.id(),
                signal.kind(),
                signal.at(),
                account,
                signal.ticket(),
                signal.summary(),
                signal.data());
        try {
            ZoneId zone = Access.find().map(CurrentUser::zone).orElse(ZoneOffset.UTC);
            return Optional.of(RehearsalView.of(account, rehearsal.hear(about, first), new Journal(zone, this::name)));
        } catch (RuntimeException failed) {
            if (Outage.caused(failed)) {
                throw failed;
            }
            LOGGER.info("Signal {} cannot be rehearsed", heard.id(), failed);
            return Optional.empty();
        }
    }

    private String name(String id) {
        return directory.findPerson(id).map(Person::name).orElse(id);
    }
}
