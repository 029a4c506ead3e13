package dev.bellrope.app.insights.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.bellrope.app.insights.Figure;
import dev.bellrope.app.insights.Figure.FigureColumn;
import dev.bellrope.app.insights.Figure.FigureLine;
import dev.bellrope.app.insights.Figure.FigureUnit;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes figures for programs: times in seconds, shares from 0 to 1. */
final class Csv {
    /** The first characters of cells that a spreadsheet would evaluate (OWASP, "CSV Injection"). */
    private static final String FORMULA = "=+-@\t\r\n";

    private static final int DIGITS = 4;
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);

    private Csv() {}

    /** Writes the rows, then the totals of the period and of the one before it. */
    static String of(Figure figure) {
        StringWriter written = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(written)) {
            csv.writeRecord(Stream.concat(
                            Stream.of("point", "name"),
                            figure.columns().stream().map(Csv::name))
                    .toList());
            for (FigureLine line : figure.rows()) {
                csv.writeRecord(cells(figure, guarded(line.point()), guarded(line.name()), line));
            }
            csv.writeRecord(cells(figure, "", "(all)", figure.whole()));
            csv.writeRecord(cells(figure, "", "(all, period before)", figure.before()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return written.toString();
    }

    /** Returns the values of a row by the names of their columns. */
    static Map<String, BigDecimal> values(Figure figure, FigureLine line) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (int i = 0; i < figure.columns().size(); i++) {
            BigDecimal value = value(figure, line, i);
            if (value != null) {
                values.put(name(figure.columns().get(i)), value);
            }
        }
        return values;
    }

    private static List<String> cells(Figure figure, String point, String name, FigureLine line) {
        List<String> cells = new ArrayList<>(List.of(point, name));
        for (int i = 0; i < figure.columns().size(); i++) {
            BigDecimal value = value(figure, line, i);
            cells.add(value == null ? "" : value.toPlainString());
        }
        return cells;
    }

    private static String name(FigureColumn column) {
        return column.unit() == FigureUnit.TIME ? column.name() + "_seconds" : column.name();
    }

    private static @Nullable BigDecimal value(Figure figure, FigureLine line, int column) {
        return line.find(column)
                .map(BigDecimal::valueOf)
                .map(value -> figure.columns().get(column).unit() == FigureUnit.TIME ? value.divide(MILLIS) : value)
                .map(Csv::plain)
                .orElse(null);
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal rounded = value.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
