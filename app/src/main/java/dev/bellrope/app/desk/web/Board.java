package dev.bellrope.app.desk.web;

import static dev.bellrope.app.web.Texts.text;

import dev.bellrope.app.escalations.acts.ActResource;
import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.routing.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Escalations in lanes: requests, active ones by level from the top, resolved, watched, and recently ended; or by a
 * chosen group.
 */
public record Board(List<Lane> lanes) {
    /** The promise that is due first comes first, then the most severe. */
    private static final Comparator<EscalationRow> ORDER = Comparator.comparing(
                    (EscalationRow row) -> row.nextDue().orElse(Instant.MAX))
            .thenComparing(EscalationRow::severity)
            .thenComparing(EscalationRow::begunAt);

    /**
     * A lane.
     *
     * @param id for its anchor
     * @param act the act that brings a card here, by the slug of its form, such as {@code resolution}; empty if none
     *     does
     */
    public record Lane(String id, String title, String act, List<EscalationRow> rows) {}

    /**
     * An act that moving a card requests, by the slug of its form.
     *
     * @param lane the lane to which it would move
     */
    public record Move(String act, String lane) {}

    /**
     * @param products returns the products of escalations by key; called only to group by product
     */
    static Board of(
            List<EscalationRow> open,
            List<EscalationRow> over,
            BoardQuery asked,
            Map<String, Person> roster,
            Function<List<String>, Map<String, String>> products) {
        return new Board(
                switch (String.valueOf(asked.group())) {
                    case "team" -> grouped(open, row -> team(row, roster));
                    case "account" -> grouped(open, EscalationRow::accountName);
                    case "issue" -> grouped(open, Board::issue);
                    case "product" -> {
                        Map<String, String> known = products.apply(
                                open.stream().map(EscalationRow::key).toList());
                        yield grouped(open, row -> known.getOrDefault(row.key(), text("board.group.other")));
                    }
                    default -> byStatus(open, over, asked.isKanban());
                });
    }

    /** Returns the possible moves of a card; the escalation itself decides in the end. */
    public static List<Move> moves(EscalationRow row) {
        return switch (row.status()) {
            case "requested" ->
                List.of(
                        new Move(ActResource.of(Act.ACCEPT).slug(), text("lane.active")),
                        new Move(ActResource.of(Act.DECLINE).slug(), text("lane.over")));
            case "active" ->
                List.of(
                        new Move(ActResource.of(Act.RAISE_LEVEL).slug(), text("lane.above")),
                        new Move(ActResource.of(Act.RESOLVE).slug(), text("lane.resolved")));
            case "resolved" ->
                List.of(
                        new Move(ActResource.of(Act.DE_ESCALATE).slug(), text("lane.watch")),
                        new Move(ActResource.of(Act.REOPEN).slug(), text("lane.active")));
            case "watch" ->
                List.of(
                        new Move(ActResource.of(Act.CLOSE).slug(), text("lane.over")),
                        new Move(ActResource.of(Act.REOPEN).slug(), text("lane.active")));
            case "closed" -> List.of(new Move(ActResource.of(Act.REOPEN).slug(), text("lane.active")));
            default -> List.of();
        };
    }

    private static List<Lane> byStatus(List<EscalationRow> open, List<EscalationRow> over, boolean empties) {
        List<Lane> lanes = new ArrayList<>();
        lanes.add(lane("requested", text("lane.requested"), "", open, is(Status.REQUESTED)));
        open.stream()
                .filter(is(Status.ACTIVE))
                .map(EscalationRow::level)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(level -> lanes.add(lane(
                        "active-" + level,
                        text("lane.active-at", level),
                        ActResource.of(Act.RAISE_LEVEL).slug(),
                        open,
                        is(Status.ACTIVE).and(row -> row.level().equals(level)))));
        lanes.add(lane(
                "resolved", text("lane.resolved"), ActResource.of(Act.RESOLVE).slug(), open, is(Status.RESOLVED)));
        lanes.add(lane(
                "watch", text("lane.watch"), ActResource.of(Act.DE_ESCALATE).slug(), open, is(Status.WATCH)));
        lanes.add(new Lane("over", text("lane.over"), ActResource.of(Act.CLOSE).slug(), over));
        return lanes.stream().filter(lane -> empties || !lane.rows().isEmpty()).toList();
    }

    private static java.util.function.Predicate<EscalationRow> is(Status status) {
        return row -> row.status().equals(status.word());
    }

    private static Lane lane(
            String id,
            String title,
            String act,
            List<EscalationRow> rows,
            java.util.function.Predicate<EscalationRow> fits) {
        return new Lane(id, title, act, rows.stream().filter(fits).sorted(ORDER).toList());
    }

    private static List<Lane> grouped(List<EscalationRow> rows, Function<EscalationRow, String> by) {
        Map<String, List<EscalationRow>> groups =
                rows.stream().sorted(ORDER).collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group ->
                        new Lane(group.getKey().replaceAll("[^A-Za-z0-9]+", "-"), group.getKey(), "", group.getValue()))
                .toList();
    }

    private static String team(EscalationRow row, Map<String, Person> roster) {
        return row.owner()
                .map(roster::get)
                .map(Person::team)
                .filter(team -> !team.isEmpty())
                .orElseGet(() -> text("board.group.nobody"));
    }

    private static String issue(EscalationRow row) {
        return row.issueType().isEmpty() ? text("board.group.other") : row.issueType();
    }
}
