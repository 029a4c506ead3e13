package dev.bellrope.core.playbook;

import dev.bellrope.core.fact.Expression;
import dev.bellrope.core.fact.Expressions;
import dev.bellrope.core.fact.Expressions.Compiled;
import dev.bellrope.core.fact.Expressions.Wanted;
import dev.bellrope.core.fact.FactType;
import dev.bellrope.core.fact.Vocabulary;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the conditions of a playbook, each over the words that are known where it stands. */
final class Conditions {
    private static final Map<String, FactType> SIGNAL = Map.of(
            "id", FactType.TEXT,
            "source", FactType.TEXT,
            "kind", FactType.TEXT,
            "summary", FactType.TEXT,
            "account", FactType.TEXT,
            "ticket", FactType.TEXT,
            "at", FactType.TIME,
            "data", FactType.ANYTHING);
    private static final Map<String, FactType> TICKET = Map.ofEntries(
            Map.entry("id", FactType.TEXT),
            Map.entry("title", FactType.TEXT),
            Map.entry("status", FactType.TEXT),
            Map.entry("priority", FactType.TEXT),
            Map.entry("product", FactType.TEXT),
            Map.entry("kind", FactType.TEXT),
            Map.entry("turn", FactType.TEXT),
            Map.entry("assignee", FactType.TEXT),
            Map.entry("tags", FactType.TEXTS),
            Map.entry("missed_count", FactType.WHOLE),
            Map.entry("messages", FactType.WHOLE),
            Map.entry("reopened", FactType.WHOLE),
            Map.entry("opened_at", FactType.TIME),
            Map.entry("last_reply_at", FactType.TIME));
    private static final Map<String, FactType> ACCOUNT = Map.ofEntries(
            Map.entry("id", FactType.TEXT),
            Map.entry("name", FactType.TEXT),
            Map.entry("plan", FactType.TEXT),
            Map.entry("region", FactType.TEXT),
            Map.entry("segment", FactType.TEXT),
            Map.entry("lifetime_value", FactType.NUMBER),
            Map.entry("strategic_importance", FactType.NUMBER),
            Map.entry("influence", FactType.NUMBER),
            Map.entry("risk", FactType.NUMBER),
            Map.entry("opportunity", FactType.NUMBER),
            Map.entry("renewal", FactType.TIME));
    private static final Map<String, FactType> TARGET =
            Map.of("name", FactType.TEXT, "percent", FactType.NUMBER, "missed_count", FactType.WHOLE);
    private static final Map<String, FactType> ESCALATION = Map.ofEntries(
            Map.entry("key", FactType.TEXT),
            Map.entry("kind", FactType.TEXT),
            Map.entry("status", FactType.TEXT),
            Map.entry("trigger", FactType.TEXT),
            Map.entry("level", FactType.RANK),
            Map.entry("climbed_to", FactType.RANK),
            Map.entry("severity", FactType.RANK),
            Map.entry("reopened", FactType.WHOLE),
            Map.entry("missed_count", FactType.WHOLE),
            Map.entry("opened_at", FactType.TIME));
    static final Map<String, Map<String, FactType>> SUBJECTS =
            Map.of("signal", SIGNAL, "ticket", TICKET, "account", ACCOUNT, "target", TARGET, "escalation", ESCALATION);

    private final Vocabulary worth;
    private final Vocabulary heard;
    private final Names names;
    private final java.util.EnumMap<Place, Expressions> readers = new java.util.EnumMap<>(Place.class);

    /** Where a condition stands. */
    enum Place {
        /** A criterion of the account's worth: the account alone. */
        WORTH,
        /** An issue type: what was heard, and what the account is worth. */
        ISSUE_TYPE,
        /** A trigger: the issue type too. */
        TRIGGER,
        /** What gives a word for impact. */
        IMPACT,
        /** What gives a word for urgency. */
        URGENCY,
        /** A response tier: severity, impact and urgency too. */
        TIER,
        /** A route: the tier too. */
        ROUTE,
        /** After the end: how high it climbed too. */
        REVIEW
    }

    Conditions(Names names, Map<String, Map<String, FactType>> declared) {
        this.names = names;
        Vocabulary account = Vocabulary.empty().withSubject("account", ACCOUNT);
        this.worth = account.withSubject("account", declared.getOrDefault("account", Map.of()));
        Vocabulary all = Vocabulary.empty();
        for (String subject : new java.util.TreeSet<>(SUBJECTS.keySet())) {
            all = all.withSubject(subject, SUBJECTS.getOrDefault(subject, Map.of()))
                    .withSubject(subject, declared.getOrDefault(subject, Map.of()));
        }
        this.heard = all.withBare("band", FactType.RANK)
                .withBare("score", FactType.NUMBER)
                .withRanks(Names.BANDS)
                .withRanks(Names.SEVERITIES);
    }

    @Nullable Expression read(Item item, Place place) {
        String source = item.text();
        if (source.isEmpty()) {
            return null;
        }
        Wanted wanted = switch (place) {
            case WORTH -> Wanted.NUMBER;
            case IMPACT, URGENCY -> Wanted.TEXT;
            case ISSUE_TYPE, TRIGGER, TIER, ROUTE, REVIEW -> Wanted.TRUTH;
        };
        return switch (readers.computeIfAbsent(place, this::reader).compile(source, wanted)) {
            case Compiled.Ready(Expression expression) -> expression;
            case Compiled.Mistake mistake -> {
                report(item, mistake);
                yield null;
            }
        };
    }

    private Expressions reader(Place place) {
        return Expressions.over(
                switch (place) {
                    case WORTH -> worth;
                    case ISSUE_TYPE -> heard;
                    case TRIGGER -> heard.withBare("issue_type", FactType.TEXT);
                    case IMPACT -> heard.withBare("issue_type", FactType.TEXT).withWords(names.impacts());
                    case URGENCY -> heard.withBare("issue_type", FactType.TEXT).withWords(names.urgencies());
                    case TIER -> judged();
                    case ROUTE -> judged().withBare("tier", FactType.RANK).withRanks(names.tiers());
                    case REVIEW ->
                        judged().withBare("tier", FactType.RANK)
                                .withRanks(names.tiers())
                                .withBare("climbed_to", FactType.RANK)
                                .withRanks(names.levels());
                });
    }

    private Vocabulary judged() {
        return heard.withBare("issue_type", FactType.TEXT)
                .withBare("severity", FactType.RANK)
                .withBare("impact", FactType.TEXT)
                .withBare("urgency", FactType.TEXT)
                .withWords(names.impacts())
                .withWords(names.urgencies());
    }

    /** A mistake within a scalar, at its place in the file. */
    private static void report(Item item, Compiled.Mistake mistake) {
        if (!(item.node() instanceof ScalarNode scalar) || scalar.getStartMark().isEmpty()) {
            item.problem(mistake.message(), mistake.accepted());
            return;
        }
        Mark mark = scalar.getStartMark().get();
        int line = mark.getLine() + 1;
        int column = mark.getColumn() + 1;
        ScalarStyle style = scalar.getScalarStyle();
        boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        String row = item.problems().line(mark.getLine());
        if (block) {
            line += mistake.line();
            String inner = item.problems().line(line - 1);
            column = inner.length() - inner.stripLeading().length() + mistake.column();
        } else if (style == ScalarStyle.PLAIN && mistake.line() == 1) {
            column += mistake.column() - 1;
        } else if (mistake.line() == 1) {
            column = quoted(row, mark.getColumn() + 1, mistake.column() - 1) + 1;
        }
        item.problems().add(line, column, item.path(), mistake.message(), mistake.accepted());
    }

    /** The index in the row of the character that is the offset-th of a quoted text beginning at an index. */
    private static int quoted(String row, int begin, int offset) {
        int at = begin;
        for (int seen = 0; seen < offset && at < row.length(); seen++) {
            boolean pair = at + 1 < row.length()
                    && (row.charAt(at) == '\\' || (row.charAt(at) == '\'' && row.charAt(at + 1) == '\''));
            at += pair ? 2 : 1;
        }
        return at;
    }
}
