package dev.bellrope.app.history.log;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One test of a rule, over a row and the row before it of the same ticket, in time. */
sealed interface RowTest {
    /** The column it looks at, where it looks at one. */
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

    /** The value is one of these. */
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

    /** The value is none of these; a missing value is none. */
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

    /** The value is one of these, and was another before or there was no row before. */
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

    /** The value was one of these, and is none of these any more. */
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

    /** There is a value, and it is not the one of the row before. */
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

    /** A whole number that is greater than in the row before. */
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

    /** Whether it is the ticket's first row. */
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
