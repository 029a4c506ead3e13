package dev.bellrope.app.insights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data of a chart: rows of values, and totals.
 *
 * @param rows in display order
 * @param whole the totals of the period
 * @param before the totals of the period before
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

    /** The unit of a column. */
    public enum FigureUnit {
        /** Escalations, promises, tickets, handoffs. */
        COUNT,
        /** Milliseconds. */
        TIME,
        /** 0..1. */
        SHARE,
        /** Escalations per hundred tickets. */
        RATE,
        /** Escalations, each weighted by its severity. */
        WEIGHT
    }

    /** A column, with its name in files and API answers. */
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
     * @param point the id of the row, for the list of escalations behind it: the first day of a week, a tier, a person;
     *     empty for none of them
     * @param name the name for people, if it differs from the point
     * @param values one value per column; null if there is none
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

        /** Finds the value of a column. */
        public Optional<Double> find(int column) {
            return Optional.ofNullable(values.get(column));
        }

        /** Returns the value of the first column, which is a count. */
        public long count() {
            return find(0).map(Double::longValue).orElse(0L);
        }
    }
}
