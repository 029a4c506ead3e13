package dev.bellrope.app.history.log;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.signal.Signal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A log, read.
 *
 * @param signals in time order; at the same instant in the order of the file
 * @param accounts the customers by id, in the order in which they were first heard of
 * @param people our people, in the order in which they first acted
 * @param counts how much it was
 */
public record Log(List<Signal> signals, Map<String, Account> accounts, List<Person> people, LogCounts counts) {
    public Log {
        signals = Collections.unmodifiableList(signals);
        accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
        people = List.copyOf(people);
    }

    /**
     * How much it was.
     *
     * @param rows rows that were read, without the skipped ones and without the header
     * @param tickets different tickets in them
     * @param skipped rows that could not be read
     * @param badRows what was wrong with the first few of those, one line each
     */
    public record LogCounts(int rows, int tickets, int skipped, List<String> badRows) {
        public LogCounts {
            badRows = List.copyOf(badRows);
        }
    }
}
