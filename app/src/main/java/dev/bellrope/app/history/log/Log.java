package dev.bellrope.app.history.log;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.signal.Signal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A log that has been read.
 *
 * @param signals in time order; signals of the same instant in the order of the file
 * @param accounts the customers by id, in the order of their first appearance
 * @param people our people, in the order of their first act
 * @param counts the size of the log
 */
public record Log(List<Signal> signals, Map<String, Account> accounts, List<Person> people, LogCounts counts) {
    public Log {
        signals = Collections.unmodifiableList(signals);
        accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
        people = List.copyOf(people);
    }

    /**
     * The size of a log.
     *
     * @param rows the number of rows that were read, without skipped ones and the header
     * @param tickets the number of distinct tickets in them
     * @param skipped the number of rows that could not be read
     * @param badRows what was wrong with the first few of those, one line each
     */
    public record LogCounts(int rows, int tickets, int skipped, List<String> badRows) {
        public LogCounts {
            badRows = List.copyOf(badRows);
        }
    }
}
