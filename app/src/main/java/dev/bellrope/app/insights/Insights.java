package dev.bellrope.app.insights;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.OpenedTickets;
import dev.bellrope.core.routing.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Figures over many escalations. Every figure is about the escalations that opened in a period; it may lag behind
 * events by seconds.
 */
@Component
public class Insights {
    private final FigureTable figures;
    private final DrilldownTable behind;
    private final DueTable due;
    private final OpenedTickets tickets;
    private final Directory directory;
    private final Clock clock;

    Insights(
            FigureTable figures,
            DrilldownTable behind,
            DueTable due,
            OpenedTickets tickets,
            Directory directory,
            Clock clock) {
        this.figures = figures;
        this.behind = behind;
        this.due = due;
        this.tickets = tickets;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * How current the figures are.
     *
     * @param asOf the instant up to which all events are included
     * @param anew how many old escalations have yet to be counted
     */
    public record Age(Instant asOf, long anew) {}

    public Age age() {
        Instant now = clock.instant();
        DueTable.ProjectionLag left = due.behind();
        return new Age(left.oldest().orElse(now), left.anew());
    }

    /** Returns all figures, in the order of the topics. */
    public Map<FigureTopic, Figure> figures(FigureQuery question) {
        List<Person> people = directory.people();
        @Nullable List<String> owners =
                question.team().map(team -> membersOf(team, people)).orElse(null);
        Period period = question.period();
        List<FigureTable.Spread> elapsed = figures.elapsed(question, owners);
        List<FigureTable.Spread> stays = figures.stays(question, owners, clock.instant());
        List<FigureTable.PromiseCounts> promises = figures.promises(question, owners);
        List<FigureTable.Tally> tallies = figures.tallies(question, owners);
        List<OpenedTickets.OpenedCount> opened =
                tickets.count(period.before().begins(), period.begins(), period.ends(), question.visible()).stream()
                        .filter(one ->
                                question.account().map(one.account()::equals).orElse(true))
                        .toList();
        Map<String, Person> byId = people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        Map<FigureTopic, Figure> all = new EnumMap<>(FigureTopic.class);
        for (FigureTopic topic : FigureTopic.values()) {
            all.put(
                    topic,
                    switch (topic) {
                        case ACKNOWLEDGE, UPDATE, PLAN, RESOLVE -> Figures.elapsed(topic, period, elapsed);
                        case KEPT_BY_TARGET -> Figures.kept(topic, FigureTable.PromiseCounts::target, promises);
                        case KEPT_BY_TIER -> Figures.kept(topic, FigureTable.PromiseCounts::tier, promises);
                        case KEPT_BY_TEAM ->
                            Figures.kept(topic, promised -> teamOf(byId.get(promised.owner())), promises);
                        case VOLUME -> Figures.volume(period, tallies);
                        case RATE_BY_PRODUCT, RATE_BY_ACCOUNT -> Figures.rate(topic, tallies, opened);
                        case STAY_BY_LEVEL, STAY_BY_STATE -> Figures.stays(topic, stays);
                        case HANDOFFS -> Figures.handoffs(tallies);
                        case LOAD -> Figures.load(tallies, owner -> nameOf(owner, byId.get(owner)));
                    });
        }
        return all;
    }

    /**
     * Lists the escalations behind a number, the newest first.
     *
     * @param point the point of a row; empty for the whole figure
     * @param below lists only escalations with lower numbers
     * @return empty if the figure has no such point
     */
    public Optional<List<DrilldownRow>> behind(
            FigureTopic topic, FigureQuery question, Optional<String> point, long below, int limit) {
        return point(topic, question, point).map(about -> behind.list(about, clock.instant(), below, limit));
    }

    private Optional<FigurePoint> point(FigureTopic topic, FigureQuery question, Optional<String> value) {
        List<Person> people = directory.people();
        Optional<List<String>> team = question.team().map(asked -> membersOf(asked, people));
        Period period = question.period();
        if (value.isEmpty()) {
            return Optional.of(new FigurePoint(topic, question, period, value, team, Optional.empty()));
        }
        String given = value.get();
        if (topic.isOverTime()) {
            return period.findStep(given)
                    .map(step -> new FigurePoint(topic, question, step, value, team, Optional.empty()));
        }
        if (topic == FigureTopic.HANDOFFS && !given.matches("[0-" + Figures.MOST_HANDED + "]")) {
            return Optional.empty();
        }
        if (topic == FigureTopic.KEPT_BY_TEAM) {
            // The members who are in both the team of the query and the team of the row. The row without a team
            // excludes everybody who has one.
            Optional<List<String>> both = given.isEmpty()
                    ? team
                    : Optional.of(membersOf(given, people).stream()
                            .filter(member ->
                                    team.map(all -> all.contains(member)).orElse(true))
                            .toList());
            Optional<List<String>> others = given.isEmpty()
                    ? Optional.of(people.stream()
                            .filter(person -> !person.team().isEmpty())
                            .map(Person::id)
                            .toList())
                    : Optional.empty();
            return Optional.of(new FigurePoint(topic, question, period, value, both, others));
        }
        return Optional.of(new FigurePoint(topic, question, period, value, team, Optional.empty()));
    }

    /** Lists the teams that have members. */
    public List<String> teams() {
        return directory.people().stream()
                .map(Person::team)
                .filter(team -> !team.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns a person's name, or the id if the person is no longer there. */
    public String nameOf(String person) {
        return nameOf(person, directory.findPerson(person).orElse(null));
    }

    private static String nameOf(String id, @Nullable Person person) {
        return person == null ? id : person.name();
    }

    /** Returns the team by the current directory: people who changed teams took their escalations along. */
    private static String teamOf(@Nullable Person person) {
        return person == null ? "" : person.team();
    }

    private static List<String> membersOf(String team, List<Person> people) {
        return people.stream()
                .filter(person -> person.team().equals(team))
                .map(Person::id)
                .toList();
    }
}
