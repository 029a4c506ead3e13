package dev.bellrope.app.insights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows: rows of values, and what they come to in all.
 *
 * @param rows in the order in which they are shown
 * @param whole all of them together, in the period
 * @param before the same in the period before
 */
public record Figure(
        FigureTopic topic, List<FigureColumn> columns, List<FigureLine> rows, FigureLine whole, FigureLine before) {
    public Figure {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        int width = columns.size();
        if (Stream.concat(rows.stream(), Stream.of(whole, before))
                .anyMatch(line -> line.values().size() != width)) {
            throw new IllegalArgumentException(topic + " has rows that do not fit its columns");
        }
    }

    /** What a column holds. */
    public enum FigureUnit {
        /** Escalations, promises, tickets, handoffs. */
        COUNT,
        /** Milliseconds. */
        TIME,
        /** 0..1. */
        SHARE,
        /** For each hundred tickets. */
        RATE,
        /** Escalations, each by the weight of its severity. */
        WEIGHT
    }

    /** A column, by its name in files and answers. */
    public record FigureColumn(String name, FigureUnit unit) {
        static FigureColumn count(String name) {
            return new FigureColumn(name, FigureUnit.COUNT);
        }

        static FigureColumn time(String name) {
            return new FigureColumn(name, FigureUnit.TIME);
        }
    }

    /**
     * A row.
     *
     * @param point which it is, for the list of what is behind it: the first day of a week, a tier, a person; empty for none of them
     * @param name for people, where it is another than the point
     * @param values a value for each column; null where there is none
     */
    public record FigureLine(String point, String name, List<@Nullable Double> values) {
        public FigureLine {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }

        static FigureLine of(String point, @Nullable Number... values) {
            return named(point, point, values);
        }

        static FigureLine named(String point, String name, @Nullable Number... values) {
            List<@Nullable Double> all = new ArrayList<>();
            for (Number value : values) {
                all.add(value == null ? null : value.doubleValue());
            }
            return new FigureLine(point, name, all);
        }

        /** Of a column. */
        public Optional<Double> find(int column) {
            return Optional.ofNullable(values.get(column));
        }

        /** The first column, which counts. */
        public long count() {
            return find(0).map(Double::longValue).orElse(0L);
        }
    }
}
