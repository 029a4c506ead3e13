package dev.bellrope.app.insights;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.app.insights.Figure.FigureLine;
import dev.bellrope.core.insight.EscalationMeasures;
import dev.bellrope.core.insight.Measures;
import dev.bellrope.core.insight.TimeInState;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.routing.Roster;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the figures the long way, escalation by escalation from what happened, and compares. */
public final class StraightCount {
    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

    private final Insights insights;
    private final JdbcClient jdbc;
    private final Instant now;
    private final Map<String, String> teams = new TreeMap<>();
    private final List<One> all = new ArrayList<>();

    public StraightCount(BeanFactory beans, Instant now) {
        this.insights = beans.getBean(Insights.class);
        this.jdbc = beans.getBean(JdbcClient.class);
        this.now = now;
        CaughtUp.wait(beans);
        Directory directory = beans.getBean(Directory.class);
        directory.people().forEach(person -> teams.put(person.id(), person.team()));
        Escalations escalations = beans.getBean(Escalations.class);
        EscalationFilter everything = new EscalationFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, VisibleAccounts.ALL);
        for (EscalationRow row : escalations.list(everything, Long.MAX_VALUE, 10_000)) {
            One one = One.of(row.key(), escalations, directory);
            if (one.course().opened() != null) {
                all.add(one);
            }
        }
    }

    /** As of an instant, for questions of several kinds. */
    public void agrees() {
        assertThat(all).hasSizeGreaterThan(10);
        String account = all.getFirst().course().account();
        for (int days : List.of(7, 30, 365)) {
            Period period = Period.last(days, now, ZONE);
            agrees(ask(period, "", "", false), one -> true);
            agrees(ask(period, "S1", "", true), one -> one.course().severity() == Severity.S1);
            agrees(
                    new FigureQuery(
                            period, none(), none(), none(), Optional.of(account), none(), false, VisibleAccounts.ALL),
                    one -> one.course().account().equals(account));
            teams.values().stream()
                    .distinct()
                    .forEach(team -> agrees(
                            ask(period, "", team, false),
                            one -> team.equals(teams.get(one.course().owner()))));
        }
    }

    private static Figure figure(Map<FigureTopic, Figure> figures, FigureTopic topic) {
        return Objects.requireNonNull(figures.get(topic));
    }

    private static FigureQuery ask(Period period, String severity, String team, boolean working) {
        return new FigureQuery(
                period,
                Optional.of(severity).filter(one -> !one.isEmpty()),
                none(),
                none(),
                none(),
                Optional.of(team).filter(one -> !one.isEmpty()),
                working,
                VisibleAccounts.ALL);
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private void agrees(FigureQuery question, Predicate<One> fits) {
        Map<FigureTopic, Figure> figures = insights.figures(question);
        List<One> ours = in(question.period(), fits);
        List<One> before = in(question.period().before(), fits);
        for (FigureTopic topic :
                List.of(FigureTopic.ACKNOWLEDGE, FigureTopic.UPDATE, FigureTopic.PLAN, FigureTopic.RESOLVE)) {
            Figure figure = figure(figures, topic);
            same(question, topic, figure.whole(), spread(ours, one -> one.took(topic, question.working())));
            same(question, topic, figure.before(), spread(before, one -> one.took(topic, question.working())));
            for (FigureLine line : figure.rows()) {
                List<One> step = in(question.period().findStep(line.point()).orElseThrow(), fits);
                same(question, topic, line, spread(step, one -> one.took(topic, question.working())));
                behind(question, topic, line);
            }
        }
        for (FigureLine line : figure(figures, FigureTopic.VOLUME).rows()) {
            List<One> step = in(question.period().findStep(line.point()).orElseThrow(), fits);
            List<@Nullable Double> counts = new ArrayList<>(List.of((double) step.size()));
            for (Severity severity : Severity.values()) {
                counts.add((double) step.stream()
                        .filter(one -> one.course().severity() == severity)
                        .count());
            }
            same(question, FigureTopic.VOLUME, line, counts);
            behind(question, FigureTopic.VOLUME, line);
        }
        assertThat(figure(figures, FigureTopic.VOLUME).whole().count()).isEqualTo(ours.size());
        kept(question, figure(figures, FigureTopic.KEPT_BY_TARGET), ours, (one, outcome) -> outcome.target());
        kept(question, figure(figures, FigureTopic.KEPT_BY_TIER), ours, (one, outcome) -> outcome.tier());
        kept(
                question,
                figure(figures, FigureTopic.KEPT_BY_TEAM),
                ours,
                (one, outcome) -> teams.getOrDefault(one.course().owner(), ""));
        stays(
                question,
                figure(figures, FigureTopic.STAY_BY_LEVEL),
                ours,
                one -> one.stays().levels());
        stays(
                question,
                figure(figures, FigureTopic.STAY_BY_STATE),
                ours,
                one -> one.stays().states());
        counts(
                question,
                figure(figures, FigureTopic.HANDOFFS),
                ours,
                one -> String.valueOf(Math.min(3, one.course().reassignments())));
        counts(
                question,
                figure(figures, FigureTopic.LOAD),
                ours,
                one -> one.course().owner());
        counts(
                question,
                figure(figures, FigureTopic.RATE_BY_ACCOUNT),
                ours,
                one -> one.course().account());
        for (FigureLine line : figure(figures, FigureTopic.LOAD).rows()) {
            assertThat(line.find(1)).hasValue((double) ours.stream()
                    .filter(one -> one.course().owner().equals(line.point()))
                    .mapToInt(one -> Roster.weight(one.course().severity()))
                    .sum());
        }
        for (FigureLine line : figure(figures, FigureTopic.RATE_BY_ACCOUNT).rows()) {
            long tickets = jdbc.sql(
                            "select count(*) from ticket where account = :account and opened_at >= cast(:a as timestamptz) and opened_at < cast(:b as timestamptz)")
                    .param("account", line.point())
                    .param("a", question.period().begins().toString())
                    .param("b", question.period().ends().toString())
                    .query(Long.class)
                    .single();
            assertThat(line.find(1)).hasValue((double) tickets);
            assertThat(line.find(2))
                    .isEqualTo(tickets == 0 ? Optional.empty() : Optional.of(100.0 * line.count() / tickets));
        }
        assertThat(figure(figures, FigureTopic.RATE_BY_PRODUCT).rows().stream()
                        .mapToLong(FigureLine::count)
                        .sum())
                .isEqualTo(ours.size());
        figure(figures, FigureTopic.RATE_BY_PRODUCT)
                .rows()
                .forEach(line -> behind(question, FigureTopic.RATE_BY_PRODUCT, line));
    }

    private List<One> in(Period period, Predicate<One> fits) {
        return all.stream()
                .filter(fits)
                .filter(one -> !one.day(ZONE).isBefore(period.first())
                        && !one.day(ZONE).isAfter(period.last()))
                .toList();
    }

    private static List<@Nullable Double> spread(List<One> ones, Function<One, Optional<Duration>> length) {
        List<Duration> sorted = ones.stream()
                .flatMap(one -> length.apply(one).stream())
                .sorted()
                .toList();
        List<@Nullable Double> values = new ArrayList<>(List.of((double) sorted.size()));
        for (double share : List.of(0.5, 0.9)) {
            values.add(Measures.percentile(sorted, share)
                    .map(found -> (double) found.toMillis())
                    .orElse(null));
        }
        return values;
    }

    private interface By {
        String point(One one, EscalationMeasures.PromiseOutcome outcome);
    }

    private void kept(FigureQuery question, Figure figure, List<One> ours, By by) {
        Map<String, long[]> expected = new TreeMap<>();
        for (One one : ours) {
            for (EscalationMeasures.PromiseOutcome outcome : one.course().outcomes()) {
                if (outcome.end() != EscalationMeasures.PromiseEnd.STOPPED) {
                    long[] kept = expected.computeIfAbsent(by.point(one, outcome), point -> new long[2]);
                    kept[0]++;
                    kept[1] += outcome.end() == EscalationMeasures.PromiseEnd.MET ? 1 : 0;
                }
            }
        }
        assertThat(figure.rows()).extracting(FigureLine::point).containsExactlyElementsOf(expected.keySet());
        for (FigureLine line : figure.rows()) {
            long[] kept = Objects.requireNonNull(expected.get(line.point()));
            assertThat(line.values().subList(0, 3))
                    .containsExactly((double) kept[0], (double) kept[1], kept[1] / (double) kept[0]);
            List<DrilldownRow> behind = list(question, figure.topic(), line);
            assertThat(behind.stream().mapToLong(one -> one.met().orElse(0L)).sum())
                    .isEqualTo(kept[1]);
            assertThat(behind.getFirst().allMet() + behind.getFirst().allMissed())
                    .isEqualTo(kept[0]);
        }
    }

    private void stays(
            FigureQuery question, Figure figure, List<One> ours, Function<One, List<TimeInState.Stay>> where) {
        Stream<String> names =
                ours.stream().flatMap(one -> where.apply(one).stream()).map(TimeInState.Stay::name);
        assertThat(figure.rows())
                .extracting(FigureLine::point)
                .containsExactlyElementsOf(names.distinct().sorted().toList());
        for (FigureLine line : figure.rows()) {
            List<@Nullable Double> expected = spread(
                    ours,
                    one -> where.apply(one).stream()
                            .filter(stay -> stay.name().equals(line.point()))
                            .map(stay -> stay.until(now))
                            .findFirst());
            assertThat(line.values().subList(0, 3)).as(line.point()).isEqualTo(expected);
            behind(question, figure.topic(), line);
        }
    }

    private void counts(FigureQuery question, Figure figure, List<One> ours, Function<One, String> by) {
        Map<String, Long> expected = ours.stream().collect(groupingBy(by, TreeMap::new, counting()));
        Map<String, Long> counted = new TreeMap<>();
        figure.rows().stream().filter(line -> line.count() > 0).forEach(line -> {
            counted.put(line.point(), line.count());
            behind(question, figure.topic(), line);
        });
        assertThat(counted).as("%s of %s", figure.topic(), question).isEqualTo(expected);
    }

    private void behind(FigureQuery question, FigureTopic topic, FigureLine line) {
        assertThat(list(question, topic, line))
                .as("behind %s of %s in %s", line.point(), topic, question)
                .hasSize((int) line.count());
    }

    private List<DrilldownRow> list(FigureQuery question, FigureTopic topic, FigureLine line) {
        return insights.behind(topic, question, Optional.of(line.point()), Long.MAX_VALUE, 10_000)
                .orElseThrow();
    }

    private static void same(
            FigureQuery question, FigureTopic topic, FigureLine line, List<@Nullable Double> expected) {
        assertThat(line.values())
                .as("%s of %s at %s", topic, question, line.point())
                .isEqualTo(expected);
    }
}
