package dev.bellrope.app.history;

import dev.bellrope.app.history.log.Log;
import dev.bellrope.app.history.log.Mapping;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.journal.Journal;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.simulation.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs a log through a playbook in virtual time. The same log and playbook yield the same journal and summary, byte for
 * byte.
 */
public final class Replay {
    private Replay() {}

    /** Is told about the progress of a replay. */
    public interface Progress {
        void heard(int signals, int of);
    }

    /**
     * Runs a replay.
     *
     * @param journal receives one line per event, with its reasons
     */
    public static ReplaySummary run(
            Log log, Mapping mapping, Playbook playbook, Appendable journal, Progress progress) {
        Recorder recorder = new Recorder(log, mapping.zone(), playbook, journal);
        Simulation simulation = new Simulation(
                playbook, log.people(), id -> log.accounts().getOrDefault(id, Account.named(id, id)), recorder);
        int heard = 0;
        for (Signal signal : log.signals()) {
            simulation.hear(signal);
            if (++heard % 5_000 == 0) {
                progress.heard(heard, log.signals().size());
            }
        }
        progress.heard(heard, log.signals().size());
        return SummaryBuilder.up(
                log, mapping, playbook, simulation, recorder.used, recorder.messages, recorder.refused);
    }

    /** Writes the journal, and collects what the summary needs besides the measures. */
    private static final class Recorder implements Simulation.SimulationListener {
        private static final DateTimeFormatter WHEN =
                DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm", Locale.ENGLISH);

        private final UsedShares used;
        private final Map<String, Long> messages = new TreeMap<>();
        private final Map<String, Long> refused = new TreeMap<>();
        private final Appendable journal;
        private final ZoneId zone;
        private final Journal words;

        Recorder(Log log, ZoneId zone, Playbook playbook, Appendable journal) {
            Map<String, Person> people = new HashMap<>();
            log.people().forEach(person -> people.put(person.id(), person));
            this.zone = zone;
            this.journal = journal;
            used = new UsedShares(playbook, people);
            words = new Journal(zone, id -> {
                Person person = people.get(id);
                return person == null ? id : person.name();
            });
        }

        @Override
        public void happened(Instant at, String key, Event event) {
            used.add(at, key, event);
            write(at, key, words.line(event).toString());
        }

        @Override
        public void said(Message message) {
            messages.merge(message.template(), 1L, Long::sum);
        }

        @Override
        public void refused(Instant at, String key, Command command, Decision.Refused refusal) {
            refused.merge(command.word(), 1L, Long::sum);
            write(at, key, String.format(Locale.ROOT, "%-12s %s: %s", "refused", command.word(), refusal.why()));
        }

        private void write(Instant at, String key, String line) {
            try {
                journal.append(WHEN.format(at.atZone(zone)))
                        .append("  ")
                        .append(key)
                        .append(" ".repeat(Math.max(0, 9 - key.length())))
                        .append(' ')
                        .append(line.replace('\n', ' '))
                        .append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
