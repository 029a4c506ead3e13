package dev.bellrope.app.history.log;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A test of a rule on a row and the ticket's previous row in time. */
sealed interface RowTest {
    /** Returns the column that the test looks at, if it looks at one. */
    Optional<LogColumn> findColumn();

    boolean holds(LogHeader header, @Nullable LogRow before, LogRow row);

    static boolean all(List<RowTest> tests, LogHeader header, @Nullable LogRow before, LogRow row) {
        for (RowTest test : tests) {
            if (!test.holds(header, before, row)) {
                return false;
            }
        }
        return true;
    }

    /** Holds if the value is one of these. */
    record Is(LogColumn column, Set<String> values) implements RowTest {
        @Override
        public Optional<LogColumn> findColumn() {
            return Optional.of(column);
        }

        @Override
        public boolean holds(LogHeader header, @Nullable LogRow before, LogRow row) {
            return values.contains(header.text(row, column));
        }
    }

    /** Holds if the value is none of these, or is missing. */
    record IsNot(LogColumn column, Set<String> values) implements RowTest {
        @Override
        public Optional<LogColumn> findColumn() {
            return Optional.of(column);
        }

        @Override
        public boolean holds(LogHeader header, @Nullable LogRow before, LogRow row) {
            return !values.contains(header.text(row, column));
        }
    }

    /** Holds if the value is one of these, and was different before or there was no row before. */
    record Becomes(LogColumn column, Set<String> values) implements RowTest {
        @Override
        public Optional<LogColumn> findColumn() {
            return Optional.of(column);
        }

        @Override
        public boolean holds(LogHeader header, @Nullable LogRow before, LogRow row) {
            String now = header.text(row, column);
            return values.contains(now)
                    && (before == null || !header.text(before, column).equals(now));
        }
    }

    /** Holds if the value was one of these, and now is none of them. */
    record Leaves(LogColumn column, Set<String> values) implements RowTest {
        @Override
        public Optional<LogColumn> findColumn() {
            return Optional.of(column);
        }

        @Override
        public boolean holds(LogHeader header, @Nullable LogRow before, LogRow row) {
            return before != null
                    && values.contains(header.text(before, column))
                    && !values.contains(header.text(row, column));
        }
    }

    /** Holds if there is a value that differs from that of the row before. */
    record Changes(LogColumn column) implements RowTest {
        @Override
        public Optional<LogColumn> findColumn() {
            return Optional.of(column);
        }

        @Override
        public boolean holds(LogHeader header, @Nullable LogRow before, LogRow row) {
            String now = header.text(row, column);
            return !now.isEmpty()
                    && (before == null || !header.text(before, column).equals(now));
        }
    }

    /** Holds if a whole number is greater than in the row before. */
    record Rises(LogColumn column) implements RowTest {
        @Override
        public Optional<LogColumn> findColumn() {
            return Optional.of(column);
        }

        @Override
        public boolean holds(LogHeader header, @Nullable LogRow before, LogRow row) {
            return before != null && number(header, row) > number(header, before);
        }

        private long number(LogHeader header, LogRow row) {
            String text = header.text(row, column);
            try {
                return text.isEmpty() ? 0 : Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new UnreadableValue(column.name(), text, "not a whole number");
            }
        }
    }

    /** Holds if the row is, or is not, the ticket's first one. */
    record FirstRow(boolean wanted) implements RowTest {
        @Override
        public Optional<LogColumn> findColumn() {
            return Optional.empty();
        }

        @Override
        public boolean holds(LogHeader header, @Nullable LogRow before, LogRow row) {
            return (before == null) == wanted;
        }
    }
}
