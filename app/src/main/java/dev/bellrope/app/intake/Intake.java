package dev.bellrope.app.intake;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.app.traces.Traces;
import dev.bellrope.app.web.UuidV7;
import dev.bellrope.core.signal.Signal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes in signals. Each is stored once by source and id, and handled in the transaction that stores it; one that
 * cannot be handled is stored with its error, and one of an unknown account waits.
 */
@Component
public class Intake {
    private static final Logger LOGGER = LoggerFactory.getLogger(Intake.class);

    /**
     * The number of signals per transaction: enough to share its cost, few enough that nobody waits long for a lock on
     * one of their accounts.
     */
    private static final int TOGETHER = 100;

    /**
     * The number of concurrent transactions: a few more than cores, since each of them waits for the database now and
     * then.
     */
    private static final int BATCHES = 2 + Runtime.getRuntime().availableProcessors();

    /** Excess signals wait here before they take a connection, so that connections are left for people. */
    private final Semaphore turns = new Semaphore(BATCHES, true);

    private final SignalBatcher<SignalProcessor.ReceivedSignal, SignalReceipt> singles;

    private final SignalTable table;
    private final SignalListTable lists;
    private final SignalProcessor processor;
    private final AccountAliases aliases;
    private final IntakeMeters meters;
    private final Traces traces;
    private final Clock clock;

    Intake(
            SignalTable table,
            SignalListTable lists,
            SignalProcessor processor,
            AccountAliases aliases,
            IntakeMeters meters,
            Traces traces,
            Clock clock) {
        this.table = table;
        this.lists = lists;
        this.processor = processor;
        this.singles = new SignalBatcher<>(turns, TOGETHER, processor::take);
        this.aliases = aliases;
        this.meters = meters;
        this.traces = traces;
        this.clock = clock;
    }

    /** Takes in a signal about which its source says nothing more. */
    public SignalReceipt hear(Signal signal) {
        return hear(Arrival.of(signal, JsonBodies.tree(signal.data())));
    }

    /**
     * Takes in one signal.
     *
     * @throws SignalRefused when it exceeds the limits; nothing of it is stored
     */
    public SignalReceipt hear(Arrival arrival) {
        return hear(List.of(limit(arrival))).getFirst();
    }

    /**
     * Takes in signals that came together, in their order.
     *
     * @param limited arrivals that have passed {@link #limit}
     */
    public List<SignalReceipt> hear(List<Arrival> limited) {
        List<SignalReceipt> hearings = new ArrayList<>();
        for (int from = 0; from < limited.size(); from += TOGETHER) {
            hearings.addAll(hearTogether(limited.subList(from, Math.min(from + TOGETHER, limited.size()))));
        }
        return hearings;
    }

    private List<SignalReceipt> hearTogether(List<Arrival> arrivals) {
        Instant now = now();
        List<Traces.TraceScope> parts = new ArrayList<>();
        List<SignalProcessor.ReceivedSignal> fresh = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            Signal signal = arrival.signal();
            Traces.TraceScope part =
                    traces.begin("signal", arrival.trace(), Map.of("bellrope.source", signal.source()));
            parts.add(part);
            fresh.add(new SignalProcessor.ReceivedSignal(fresh(signal, now, part.trace()), arrival.ignored()));
        }
        try {
            List<SignalReceipt> hearings =
                    fresh.size() == 1 ? List.of(singles.take(fresh.getFirst())) : takeInTurn(fresh);
            hearings.forEach(this::tell);
            return hearings;
        } finally {
            parts.forEach(Traces.TraceScope::close);
        }
    }

    private List<SignalReceipt> takeInTurn(List<SignalProcessor.ReceivedSignal> fresh) {
        turns.acquireUninterruptibly();
        try {
            return processor.take(fresh);
        } finally {
            turns.release();
        }
    }

    private void tell(SignalReceipt hearing) {
        HeardSignal heard = hearing.heard();
        meters.heard(heard.signal().source(), hearing.status());
        if (heard.state() == SignalState.HANDLED && !hearing.again()) {
            Traces.logged(heard.trace(), () -> {
                LOGGER.info(
                        "Signal {} of {}: {}",
                        heard.signal().id(),
                        heard.signal().source(),
                        heard.did());
                return heard;
            });
        }
    }

    private static HeardSignal fresh(Signal signal, Instant now, Trace trace) {
        return new HeardSignal(
                UuidV7.inOrder(now),
                now,
                signal.account(),
                Arrival.changed(signal, "", signal.kind(), signal.data()),
                SignalState.UNMAPPED,
                List.of(),
                "",
                0,
                trace);
    }

    /**
     * Checks an arrival against the limits, and returns it as it will be stored.
     *
     * @throws SignalRefused when it exceeds the limits
     */
    public Arrival limit(Arrival arrival) {
        try {
            return arrival.with(SignalLimits.check(arrival.signal(), now()));
        } catch (SignalRefused refused) {
            meters.refused(arrival.signal().source());
            throw refused;
        }
    }

    /**
     * Returns a signal as it would be handled: within the limits, and with the id of its account, or none if nobody
     * knows which account the source means. Nothing of it is stored or counted.
     *
     * @throws SignalRefused when it exceeds the limits
     */
    public Signal suppose(Signal given, VisibleAccounts visible) {
        Signal signal = SignalLimits.check(given, now());
        return Arrival.changed(
                signal, findAccount(signal).filter(visible::has).orElse(""), signal.kind(), signal.data());
    }

    private Optional<String> findAccount(Signal signal) {
        if (!signal.account().isEmpty()) {
            Directory.Name name = new Directory.Name(signal.source(), signal.account());
            return Optional.ofNullable(aliases.find(Set.of(name)).get(name));
        }
        return signal.isAboutTicket() ? table.findAccountOfTicket(signal.source(), signal.ticket()) : Optional.empty();
    }

    /**
     * Lists signals, the newest first. Those that wait for a person are read from the primary; the rest may be a moment
     * old.
     */
    public List<HeardSignal> list(Optional<SignalState> state, Optional<UUID> after, int limit) {
        return list(new SignalFilter(state, "", "", VisibleAccounts.ALL), after, limit);
    }

    /** Lists the signals that match a filter, as above. */
    public List<HeardSignal> list(SignalFilter filter, Optional<UUID> after, int limit) {
        return lists.list(filter, after, limit);
    }

    /** Lists the names that need an account, those with the most waiting signals first. */
    public List<UnmappedName> listUnmapped(int limit) {
        return lists.listUnmapped(limit);
    }

    /** Lists the sources that have sent signals, by name, at most {@code limit}. */
    public List<String> listSources(int limit) {
        return lists.listSources(limit);
    }

    /**
     * Lists the last signal of each source, as far as it is among the {@code most} newest of all; may be a moment old.
     */
    public List<HeardSignal> listLatest(int most) {
        return table.listLatest(most);
    }

    /** Finds a signal, unless it belongs to an account that may not be seen. */
    public Optional<HeardSignal> find(UUID id, VisibleAccounts visible) {
        return table.find(id).filter(heard -> visible.has(heard.signal().account()));
    }

    /**
     * Maps a source's key to an account for good, and handles the signals that waited for it in the order in which they
     * happened.
     *
     * @throws UnknownAccount when no account has this id
     */
    public List<HeardSignal> mapAccount(String source, String key, String account) {
        check(account);
        aliases.add(source, key, account);
        return handleAll(table.listWaiting(source, key), "");
    }

    /**
     * Maps a signal to an account. If the source has a word for the account, that word means this account from now on;
     * otherwise the mapping applies to the signal and to all waiting signals about the same ticket.
     *
     * @throws UnknownAccount when no account has this id, or it may not be seen
     * @throws SignalNotWaiting when the signal is not waiting for an account
     */
    public HeardSignal map(HeardSignal heard, String account, VisibleAccounts visible) {
        if (!visible.has(account)) {
            throw new UnknownAccount(account);
        }
        check(account);
        if (heard.state() != SignalState.UNMAPPED) {
            throw new SignalNotWaiting(
                    "The signal is " + heard.state().word() + "; only one that is unmapped can be mapped.");
        }
        Signal signal = heard.signal();
        if (!heard.accountKey().isEmpty()) {
            mapAccount(signal.source(), heard.accountKey(), account);
        } else if (signal.isAboutTicket()) {
            handleAll(table.listWaitingForTicket(signal.source(), signal.ticket()), account);
        } else {
            handleAll(List.of(heard.id()), account);
        }
        return table.find(heard.id()).orElseThrow();
    }

    /**
     * Retries a signal that failed or that waits.
     *
     * @throws SignalNotWaiting when it neither failed nor waits
     */
    public HeardSignal retry(HeardSignal heard) {
        if (heard.state() != SignalState.FAILED && heard.state() != SignalState.UNMAPPED) {
            throw new SignalNotWaiting("The signal is " + heard.state().word()
                    + "; only one that failed or is unmapped can be tried again.");
        }
        return processor
                .again(heard.id(), "")
                .orElseGet(() -> table.find(heard.id()).orElseThrow());
    }

    private List<HeardSignal> handleAll(List<UUID> waiting, String account) {
        List<HeardSignal> handled = new ArrayList<>();
        waiting.forEach(id -> processor.again(id, account).ifPresent(handled::add));
        return handled;
    }

    private void check(String account) {
        if (!aliases.isAccount(account)) {
            throw new UnknownAccount(account);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
