package dev.bellrope.app.insights.web;

import static dev.bellrope.app.web.Texts.text;

import dev.bellrope.app.insights.Figure;
import dev.bellrope.app.insights.Figure.FigureLine;
import dev.bellrope.app.insights.Figure.FigureUnit;
import dev.bellrope.app.insights.FigureTopic;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;

/** Describes a figure in one sentence, compared with the period before. */
public final class FigureSentences {
    private static final int S1 = 1;

    private final Map<FigureTopic, Figure> figures;
    private final boolean working;

    FigureSentences(Map<FigureTopic, Figure> figures, boolean working) {
        this.figures = figures;
        this.working = working;
    }

    public String of(Figure figure) {
        return figure.whole().count() == 0 ? text("insights.answer.none") : now(figure) + before(figure);
    }

    private String now(Figure figure) {
        FigureLine whole = figure.whole();
        return switch (figure.topic()) {
            case ACKNOWLEDGE, UPDATE, PLAN, RESOLVE ->
                text(
                        "insights.answer.elapsed",
                        shown(FigureUnit.TIME, whole, 1),
                        shown(FigureUnit.TIME, whole, 2),
                        shown(FigureUnit.COUNT, whole, 0),
                        shown(FigureUnit.COUNT, volume().whole(), 0));
            case KEPT_BY_TARGET, KEPT_BY_TIER, KEPT_BY_TEAM ->
                text("insights.answer.kept", shown(FigureUnit.SHARE, whole, 2), shown(FigureUnit.COUNT, whole, 0));
            case VOLUME ->
                text(
                        "insights.answer.volume",
                        whole.count(),
                        shown(FigureUnit.COUNT, whole, 0),
                        shown(FigureUnit.COUNT, whole, S1));
            case RATE_BY_PRODUCT, RATE_BY_ACCOUNT ->
                whole.find(2).isEmpty()
                        ? text("insights.answer.no-tickets", shown(FigureUnit.COUNT, whole, 0))
                        : text(
                                "insights.answer.rate",
                                shown(FigureUnit.RATE, whole, 2),
                                shown(FigureUnit.COUNT, whole, 0),
                                shown(FigureUnit.COUNT, whole, 1));
            case STAY_BY_LEVEL, STAY_BY_STATE -> {
                FigureLine longest = longest(figure);
                yield text("insights.answer.stay", row(figure.topic(), longest), shown(FigureUnit.TIME, longest, 1));
            }
            case HANDOFFS -> text("insights.answer.handoffs", mean(whole));
            case LOAD -> {
                FigureLine first = figure.rows().getFirst();
                yield text(
                        "insights.answer.load",
                        row(figure.topic(), first),
                        shown(FigureUnit.WEIGHT, first, 1),
                        shown(FigureUnit.WEIGHT, whole, 1));
            }
        };
    }

    /** Describes the period before; empty if there is nothing to compare with. */
    private String before(Figure figure) {
        FigureLine before = figure.before();
        if (before.count() == 0) {
            return "";
        }
        return " "
                + text(
                        "insights.answer.before",
                        switch (figure.topic()) {
                            case ACKNOWLEDGE, UPDATE, PLAN, RESOLVE -> shown(FigureUnit.TIME, before, 1);
                            case KEPT_BY_TARGET, KEPT_BY_TIER, KEPT_BY_TEAM -> shown(FigureUnit.SHARE, before, 2);
                            case VOLUME -> shown(FigureUnit.COUNT, before, 0);
                            case RATE_BY_PRODUCT, RATE_BY_ACCOUNT -> shown(FigureUnit.RATE, before, 2);
                            case STAY_BY_LEVEL, STAY_BY_STATE -> shown(FigureUnit.TIME, longest(figure), 3);
                            case HANDOFFS -> mean(before);
                            case LOAD -> shown(FigureUnit.WEIGHT, figure.rows().getFirst(), 2);
                        });
    }

    private static FigureLine longest(Figure figure) {
        return figure.rows().stream()
                .max(Comparator.comparing(row -> row.find(1).orElse(0.0)))
                .orElse(figure.whole());
    }

    /** Returns the name of a row. */
    public static String row(FigureTopic topic, FigureLine line) {
        if (line.point().isEmpty()) {
            return text("insights.none." + topic.word());
        }
        return switch (topic) {
            case STAY_BY_STATE -> text("insights.state." + line.point());
            case HANDOFFS -> text("insights.handed." + line.point());
            default -> line.name();
        };
    }

    /** Returns the volume, which includes every escalation. */
    private Figure volume() {
        return Objects.requireNonNull(figures.get(FigureTopic.VOLUME));
    }

    private static String mean(FigureLine line) {
        return ValueFormat.number(line.find(1).orElse(0.0) / line.count(), 2);
    }

    private String shown(FigureUnit unit, FigureLine line, int column) {
        return ValueFormat.value(unit, line.find(column), working);
    }
}
