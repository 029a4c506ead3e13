package dev.bellrope.app.intake;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.traces.Traces;
import dev.bellrope.app.traces.WithTrace;
import dev.bellrope.app.web.Outage;
import dev.bellrope.core.signal.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores and handles signals in one transaction; if that fails, stores each failed signal with its error in another.
 */
@Component
class SignalProcessor {
    private static final Logger LOGGER = LoggerFactory.getLogger(SignalProcessor.class);

    /** When two nodes act on one escalation at once, one of them has to retry. */
    private static final int TRIES = 5;

    private static final int LONGEST_ERROR = 2_000;

    private final SignalTable table;
    private final SignalHandler handler;
    private final AccountAliases aliases;
    private final Traces traces;
    private final TransactionTemplate transaction;

    SignalProcessor(
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
     * A signal that came in.
     *
     * @param ignored the reason why nothing needs to be done; empty if the signal is to be handled
     */
    record ReceivedSignal(HeardSignal heard, String ignored) {
        /** Returns the ticket if it alone tells the account. */
        Optional<SignalTable.Key> onlyTicket() {
            Signal signal = heard.signal();
            return heard.accountKey().isEmpty() && signal.account().isEmpty() && signal.isAboutTicket()
                    ? Optional.of(ticket())
                    : Optional.empty();
        }

        SignalTable.Key ticket() {
            return new SignalTable.Key(heard.signal().source(), heard.signal().ticket());
        }

        SignalTable.Key key() {
            return new SignalTable.Key(heard.signal().source(), heard.signal().id());
        }
    }

    /**
     * Takes in signals that came together, in their order: in one transaction, or each in its own if one of them fails.
     */
    List<SignalReceipt> take(List<ReceivedSignal> fresh) {
        try {
            return repeated(() -> handAndInsert(fresh));
        } catch (RuntimeException poison) {
            mustBeItsOwn(poison);
            if (fresh.size() > 1) {
                return fresh.stream().map(one -> take(List.of(one)).getFirst()).toList();
            }
            HeardSignal failed = failed(fresh.getFirst().heard(), poison);
            return Objects.requireNonNull(transaction.execute(status -> List.of(
                    table.insert(List.of(failed)) == 0 ? before(failed.signal()) : new SignalReceipt(failed, false))));
        }
    }

    /**
     * Handles a signal that failed or waits; empty if it no longer does either.
     *
     * @param account the account that somebody mapped the signal to; if empty, the source's word for it decides
     */
    Optional<HeardSignal> again(UUID id, String account) {
        try {
            return repeated(() -> lockAndHand(id, account));
        } catch (RuntimeException poison) {
            mustBeItsOwn(poison);
            return transaction.execute(status -> table.lock(id)
                    .filter(SignalProcessor::waits)
                    .map(heard -> {
                        HeardSignal failed = failed(account.isEmpty() ? heard : heard.about(account), poison);
                        table.update(List.of(failed));
                        return failed;
                    }));
        }
    }

    private List<SignalReceipt> handAndInsert(List<ReceivedSignal> fresh) {
        Set<SignalTable.Key> known =
                new HashSet<>(table.find(fresh.stream().map(ReceivedSignal::key).toList()));
        Map<UUID, HeardSignal> after = new HashMap<>();
        List<ReceivedSignal> together = new ArrayList<>();
        Set<SignalTable.Key> spokenOf = new HashSet<>();
        for (ReceivedSignal one : fresh) {
            if (known.add(one.key())) {
                if (one.onlyTicket().filter(spokenOf::contains).isPresent()) {
                    // The signals before it may tell which account the ticket belongs to, so they are written first.
                    hand(together, after);
                    together.clear();
                    spokenOf.clear();
                }
                together.add(one);
                spokenOf.add(one.ticket());
            }
        }
        hand(together, after);
        return fresh.stream()
                .map(one -> Optional.ofNullable(after.get(one.heard().id()))
                        .map(heard -> new SignalReceipt(heard, false))
                        .orElseGet(() -> before(one.heard().signal())))
                .toList();
    }

    private void hand(List<ReceivedSignal> together, Map<UUID, HeardSignal> after) {
        if (together.isEmpty()) {
            return;
        }
        List<HeardSignal> toHand = together.stream()
                .filter(one -> one.ignored().isEmpty())
                .map(ReceivedSignal::heard)
                .toList();
        List<HeardSignal> done = new ArrayList<>(hand(toHand, ""));
        together.stream()
                .filter(one -> !one.ignored().isEmpty())
                .forEach(
                        one -> done.add(one.heard().after(one.heard().signal(), HandledSignal.ignored(one.ignored()))));
        if (table.insert(done) < done.size()) {
            // The transaction is rolled back, and the next try finds the signal.
            throw new ConcurrencyFailureException("somebody else has heard the same signal meanwhile");
        }
        done.forEach(heard -> after.put(heard.id(), heard));
    }

    private SignalReceipt before(Signal signal) {
        return new SignalReceipt(table.get(signal.source(), signal.id()), true);
    }

    private Optional<HeardSignal> lockAndHand(UUID id, String account) {
        return table.lock(id)
                .filter(SignalProcessor::waits)
                .map(heard -> traces.within(
                        "signal again",
                        Optional.of(heard.trace()),
                        Map.of("bellrope.source", heard.signal().source()),
                        trace -> {
                            HeardSignal after = hand(List.of(heard), account).getFirst();
                            table.update(List.of(after));
                            return after;
                        }));
    }

    private static boolean waits(HeardSignal heard) {
        return heard.state() == SignalState.UNMAPPED || heard.state() == SignalState.FAILED;
    }

    /** Handles the signals whose account is known, and returns all of them with their new state. */
    private List<HeardSignal> hand(List<HeardSignal> heard, String said) {
        Map<Directory.Name, String> found = said.isEmpty() ? accounts(heard) : Map.of();
        List<HeardSignal> done = new ArrayList<>();
        List<HeardSignal> handed = new ArrayList<>();
        List<WithTrace<Signal>> known = new ArrayList<>();
        for (HeardSignal one : heard) {
            String account = said.isEmpty() ? account(one, found) : said;
            if (account.isEmpty()) {
                done.add(one.after(
                        one.signal(),
                        HandledSignal.unmapped(
                                one.accountKey().isEmpty()
                                        ? "Nothing tells which account it is about."
                                        : "No account is known as " + one.accountKey() + " yet.")));
            } else {
                handed.add(one);
                Signal signal = one.signal();
                known.add(new WithTrace<>(Arrival.changed(signal, account, signal.kind(), signal.data()), one.trace()));
            }
        }
        List<HandledSignal> handled = known.isEmpty() ? List.of() : handler.handle(known);
        for (int i = 0; i < handed.size(); i++) {
            // The account is dropped again if the handler could do nothing with it.
            boolean unmapped = handled.get(i).state() == SignalState.UNMAPPED;
            done.add(handed.get(i)
                    .after(unmapped ? handed.get(i).signal() : known.get(i).it(), handled.get(i)));
        }
        return done;
    }

    private Map<Directory.Name, String> accounts(List<HeardSignal> heard) {
        Set<Directory.Name> names = heard.stream()
                .filter(one -> !one.accountKey().isEmpty())
                .map(one -> new Directory.Name(one.signal().source(), one.accountKey()))
                .collect(Collectors.toSet());
        return names.isEmpty() ? Map.of() : aliases.find(names);
    }

    private String account(HeardSignal heard, Map<Directory.Name, String> found) {
        Signal signal = heard.signal();
        if (!heard.accountKey().isEmpty()) {
            return found.getOrDefault(new Directory.Name(signal.source(), heard.accountKey()), "");
        }
        if (!signal.account().isEmpty()) {
            return signal.account(); // somebody has mapped it before
        }
        return table.findAccountOfTicket(signal.source(), signal.ticket()).orElse("");
    }

    private HeardSignal failed(HeardSignal heard, RuntimeException poison) {
        Traces.logged(heard.trace(), () -> {
            LOGGER.warn(
                    "Signal {} of {} could not be handled; it is stored and can be retried",
                    heard.signal().id(),
                    heard.signal().source(),
                    poison);
            return heard;
        });
        String message = poison.getClass().getSimpleName() + ": " + poison.getMessage();
        String storable = message.replace('\0', ' ');
        return heard.failed(storable.length() > LONGEST_ERROR ? storable.substring(0, LONGEST_ERROR) : storable);
    }

    /**
     * Rethrows an outage of the database: the signal is not to blame, it was not accepted, and its source sends it
     * again.
     */
    private static void mustBeItsOwn(RuntimeException failed) {
        if (Outage.caused(failed)) {
            throw failed;
        }
    }

    /** Whether no connection was free; the pool has already waited for one, so a retry would not help. */
    private static boolean isWithoutConnection(RuntimeException failed) {
        return failed instanceof CannotCreateTransactionException;
    }

    private <T> T repeated(SignalWork<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                T result = transaction.execute(status -> work.run());
                if (result == null) {
                    throw new IllegalStateException("a transaction without a result");
                }
                return result;
            } catch (RuntimeException failed) {
                // After a connection lost during the commit nobody knows whether the signal was stored; the next try
                // finds it by the source's id.
                boolean contended = failed instanceof TransientDataAccessException;
                if (attempt == TRIES || !(contended || Outage.caused(failed)) || isWithoutConnection(failed)) {
                    throw failed;
                }
            }
        }
    }

    private interface SignalWork<T> {
        @Nullable T run();
    }
}
