package dev.bellrope.app.intake;

import dev.bellrope.app.traces.Traces;
import dev.bellrope.app.web.Outage;
import dev.bellrope.core.signal.Signal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a signal and hands it on in one transaction; when that fails, keeps it with the error in another. */
@Component
class Handing {
    private static final Logger LOGGER = LoggerFactory.getLogger(Handing.class);

    /** Two nodes that act on one escalation at once make one of them try again. */
    private static final int TRIES = 5;

    private static final int LONGEST_ERROR = 2_000;

    private final SignalTable table;
    private final SignalHandler handler;
    private final AccountAliases aliases;
    private final Traces traces;
    private final TransactionTemplate transaction;

    Handing(
            SignalTable table,
            SignalHandler handler,
            AccountAliases aliases,
            Traces traces,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.handler = handler;
        this.aliases = aliases;
        this.traces = traces;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes one that came in.
     *
     * @param ignored why it needs nothing; empty: it is handed on
     */
    Hearing take(HeardSignal fresh, String ignored) {
        try {
            return repeated(() -> insertAndHand(fresh, ignored));
        } catch (RuntimeException poison) {
            mustBeItsOwn(poison);
            HeardSignal failed = failed(fresh, poison);
            return transaction.execute(
                    status -> table.insert(failed) ? new Hearing(failed, false) : before(fresh.signal()));
        }
    }

    /**
     * Hands one on that failed or waits; empty when it does neither any more.
     *
     * @param account the account that somebody says it is about; empty: as the source says
     */
    Optional<HeardSignal> again(UUID id, String account) {
        try {
            return repeated(() -> lockAndHand(id, account));
        } catch (RuntimeException poison) {
            mustBeItsOwn(poison);
            return transaction.execute(status -> table.lock(id)
                    .filter(Handing::waits)
                    .map(heard -> {
                        HeardSignal failed = failed(account.isEmpty() ? heard : heard.about(account), poison);
                        table.update(failed);
                        return failed;
                    }));
        }
    }

    private Hearing insertAndHand(HeardSignal fresh, String ignored) {
        if (!table.insert(fresh)) {
            return before(fresh.signal());
        }
        HeardSignal after =
                ignored.isEmpty() ? hand(fresh, "") : fresh.after(fresh.signal(), HandledSignal.ignored(ignored));
        table.update(after);
        return new Hearing(after, false);
    }

    private Hearing before(Signal signal) {
        return new Hearing(table.get(signal.source(), signal.id()), true);
    }

    private Optional<HeardSignal> lockAndHand(UUID id, String account) {
        return table.lock(id)
                .filter(Handing::waits)
                .map(heard -> traces.within(
                        "signal again",
                        Optional.of(heard.trace()),
                        Map.of("bellrope.source", heard.signal().source()),
                        trace -> {
                            HeardSignal after = hand(heard, account);
                            table.update(after);
                            return after;
                        }));
    }

    private static boolean waits(HeardSignal heard) {
        return heard.state() == SignalState.UNMAPPED || heard.state() == SignalState.FAILED;
    }

    private HeardSignal hand(HeardSignal heard, String said) {
        Signal signal = heard.signal();
        String account = said.isEmpty() ? account(heard) : said;
        if (account.isEmpty() && !heard.accountKey().isEmpty()) {
            return heard.after(
                    signal, HandledSignal.unmapped("No account is known as " + heard.accountKey() + " yet."));
        }
        if (account.isEmpty()) {
            return heard.after(signal, HandledSignal.unmapped("Nothing tells which account it is about."));
        }
        Signal known = Arrival.changed(signal, account, signal.kind(), signal.data());
        HandledSignal handled = handler.handle(known, heard.trace());
        // Without the account again when the handler could do nothing with it.
        return heard.after(handled.state() == SignalState.UNMAPPED ? signal : known, handled);
    }

    private String account(HeardSignal heard) {
        Signal signal = heard.signal();
        if (!heard.accountKey().isEmpty()) {
            return aliases.find(signal.source(), heard.accountKey()).orElse("");
        }
        if (!signal.account().isEmpty()) {
            return signal.account(); // somebody said so before
        }
        return table.findAccountOfTicket(signal.source(), signal.ticket()).orElse("");
    }

    private HeardSignal failed(HeardSignal heard, RuntimeException poison) {
        Traces.logged(heard.trace(), () -> {
            LOGGER.warn(
                    "Signal {} of {} could not be handled; it is kept and can be tried again",
                    heard.signal().id(),
                    heard.signal().source(),
                    poison);
            return heard;
        });
        String message = poison.getClass().getSimpleName() + ": " + poison.getMessage();
        String storable = message.replace('\0', ' ');
        return heard.failed(storable.length() > LONGEST_ERROR ? storable.substring(0, LONGEST_ERROR) : storable);
    }

    /** A signal is not to blame for a database that is away: it was not accepted, and its source sends it again. */
    private static void mustBeItsOwn(RuntimeException failed) {
        if (Outage.caused(failed)) {
            throw failed;
        }
    }

    /** The pool was waited for already. */
    private static boolean isWithoutConnection(RuntimeException failed) {
        return failed instanceof CannotCreateTransactionException;
    }

    private <T> T repeated(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                T result = transaction.execute(status -> work.run());
                if (result == null) {
                    throw new IllegalStateException("a transaction without a result");
                }
                return result;
            } catch (RuntimeException failed) {
                // After a cut at the commit nobody knows whether it was kept; the source's id tells the next try.
                boolean contended = failed instanceof TransientDataAccessException;
                if (attempt == TRIES || !(contended || Outage.caused(failed)) || isWithoutConnection(failed)) {
                    throw failed;
                }
            }
        }
    }

    private interface Work<T> {
        @Nullable T run();
    }
}
