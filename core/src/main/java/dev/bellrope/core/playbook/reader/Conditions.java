package dev.bellrope.core.playbook.reader;

import dev.bellrope.core.fact.CompilationResult;
import dev.bellrope.core.fact.Expression;
import dev.bellrope.core.fact.Expressions;
import dev.bellrope.core.fact.FactType;
import dev.bellrope.core.fact.ResultType;
import dev.bellrope.core.fact.Vocabulary;
import dev.bellrope.core.playbook.yaml.SourcePlace;
import dev.bellrope.core.playbook.yaml.YamlValue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the conditions of a playbook, each with the vocabulary of its place. */
public final class Conditions {
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
            Map.entry("status", FactType.TEXT),
            Map.entry("trigger", FactType.TEXT),
            Map.entry("issue_type", FactType.TEXT),
            Map.entry("level", FactType.RANK),
            Map.entry("climbed_to", FactType.RANK),
            Map.entry("climbs", FactType.WHOLE),
            Map.entry("reassigned", FactType.WHOLE),
            Map.entry("reopened", FactType.WHOLE),
            Map.entry("tickets", FactType.WHOLE));
    /** The subjects and their fields. */
    public static final Map<String, Map<String, FactType>> SUBJECTS =
            Map.of("signal", SIGNAL, "ticket", TICKET, "account", ACCOUNT, "target", TARGET, "escalation", ESCALATION);
    /** The subjects that a helpdesk or a CRM may add facts to. */
    static final List<String> EXTENSIBLE = List.of("account", "ticket");

    private static final List<String> HEARD = List.of("signal", "ticket", "account", "target");
    private static final List<String> BARE =
            List.of("band", "score", "issue_type", "severity", "impact", "urgency", "tier", "climbed_to");

    /** The limit for all conditions of a playbook together; those of the baseline have a few thousand characters. */
    static final int MOST_CHARACTERS = 100_000;

    private final Map<String, Map<String, FactType>> declared;
    private int characters;
    private final Vocabulary worth;
    private final Vocabulary heard;
    private final DeclaredNames names;
    private final EnumMap<ConditionScope, Expressions> readers = new EnumMap<>(ConditionScope.class);

    /** The place of a condition in the playbook. */
    public enum ConditionScope {
        /** A criterion of the account's worth: may use the account only. */
        WORTH,
        /** An issue type: may use what was heard, and what the account is worth. */
        ISSUE_TYPE,
        /** A trigger: may use the issue type as well. */
        TRIGGER,
        /** An expression that gives a word for impact. */
        IMPACT,
        /** An expression that gives a word for urgency. */
        URGENCY,
        /** A response tier: may use severity, impact and urgency as well. */
        TIER,
        /** A route: may use the tier as well. */
        ROUTE,
        /** The review after the end: may use the account, the escalation itself, and how high it climbed. */
        REVIEW
    }

    public Conditions(DeclaredNames names, Map<String, Map<String, FactType>> declared) {
        this.names = names;
        this.declared = declared;
        this.worth = with(Vocabulary.empty(), "account");
        Vocabulary all = Vocabulary.empty();
        for (String subject : HEARD) {
            all = with(all, subject);
        }
        this.heard = ranked(all).withBare("score", FactType.NUMBER);
    }

    private Vocabulary with(Vocabulary vocabulary, String subject) {
        return vocabulary
                .withSubject(subject, SUBJECTS.getOrDefault(subject, Map.of()))
                .withSubject(subject, declared.getOrDefault(subject, Map.of()));
    }

    private static Vocabulary ranked(Vocabulary vocabulary) {
        return vocabulary
                .withBare("band", FactType.RANK)
                .withRanks(DeclaredNames.BANDS)
                .withRanks(DeclaredNames.SEVERITIES);
    }

    /** Returns the names of all facts, both subjects and bare names. */
    static List<String> factNames() {
        return Stream.concat(SUBJECTS.keySet().stream(), BARE.stream()).toList();
    }

    @Nullable Expression read(YamlValue item, ConditionScope standing) {
        String source = item.text();
        if (source.isEmpty()) {
            return null;
        }
        characters += source.length();
        if (characters > MOST_CHARACTERS) {
            item.problem(
                    "the conditions of a playbook have more than " + MOST_CHARACTERS + " characters together",
                    "fewer or shorter ones");
            return null;
        }
        ResultType wanted = switch (standing) {
            case WORTH -> ResultType.NUMBER;
            case IMPACT, URGENCY -> ResultType.TEXT;
            case ISSUE_TYPE, TRIGGER, TIER, ROUTE, REVIEW -> ResultType.TRUTH;
        };
        return switch (readers.computeIfAbsent(standing, this::reader).compile(source, wanted)) {
            case CompilationResult.Ready(Expression expression) -> expression;
            case CompilationResult.ExpressionMistake mistake -> {
                report(item, mistake);
                yield null;
            }
        };
    }

    private Expressions reader(ConditionScope standing) {
        return Expressions.over(vocabulary(standing));
    }

    /** Returns the vocabulary of a condition in this place. */
    public Vocabulary vocabulary(ConditionScope standing) {
        return switch (standing) {
            case WORTH -> worth;
            case ISSUE_TYPE -> heard;
            case TRIGGER -> heard.withBare("issue_type", FactType.TEXT);
            case IMPACT -> heard.withBare("issue_type", FactType.TEXT).withWords(names.impacts());
            case URGENCY -> heard.withBare("issue_type", FactType.TEXT).withWords(names.urgencies());
            case TIER -> judged();
            case ROUTE -> judged().withBare("tier", FactType.RANK).withRanks(names.tiers());
            case REVIEW ->
                ranked(with(with(Vocabulary.empty(), "account"), "escalation"))
                        .withBare("severity", FactType.RANK)
                        .withBare("tier", FactType.RANK)
                        .withRanks(names.tiers())
                        .withBare("climbed_to", FactType.RANK)
                        .withRanks(names.levels());
        };
    }

    private Vocabulary judged() {
        return heard.withBare("issue_type", FactType.TEXT)
                .withBare("severity", FactType.RANK)
                .withBare("impact", FactType.TEXT)
                .withBare("urgency", FactType.TEXT)
                .withWords(names.impacts())
                .withWords(names.urgencies());
    }

    /** Reports a mistake inside a scalar at its place in the file. */
    private static void report(YamlValue item, CompilationResult.ExpressionMistake mistake) {
        if (item.node() instanceof ScalarNode scalar && scalar.getStartMark().isPresent()) {
            SourcePlace place = SourcePlace.of(scalar, mistake.line(), mistake.column(), item.problems());
            item.problems().add(place.line(), place.column(), item.path(), mistake.message(), mistake.accepted());
        } else {
            item.problem(mistake.message(), mistake.accepted());
        }
    }
}
