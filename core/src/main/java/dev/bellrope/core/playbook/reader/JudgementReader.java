package dev.bellrope.core.playbook.reader;

import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.fact.Expression;
import dev.bellrope.core.fact.Nearest;
import dev.bellrope.core.playbook.EscalationKind;
import dev.bellrope.core.playbook.IssueType;
import dev.bellrope.core.playbook.ResponseTier;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.playbook.SeverityMatrix;
import dev.bellrope.core.playbook.Trigger;
import dev.bellrope.core.playbook.yaml.PlaybookSection;
import dev.bellrope.core.playbook.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rules of judgement: the matrix, response tiers, issue types, triggers. */
final class JudgementReader {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_-]*(\\.[a-z0-9_-]+)*(\\.\\*)?");
    static final Span USUAL_ANSWER = Span.parse("30m");

    private final DeclaredNames names;
    private final Conditions conditions;

    JudgementReader(DeclaredNames names, Conditions conditions) {
        this.names = names;
        this.conditions = conditions;
    }

    SeverityMatrix matrix(PlaybookSection section) {
        Map<String, Map<String, Severity>> cells = new LinkedHashMap<>();
        YamlValue matrix = section.get("matrix");
        PlaybookSection rows = matrix.named();
        rows.entries().forEach((impact, row) -> {
            if (!names.impacts().contains(impact)) {
                row.keyProblem("'" + impact + "' is no impact", Nearest.hint(impact, names.impacts()));
            }
            List<YamlValue> items = row.items();
            Map<String, Severity> cellsOfRow = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(items.size(), names.urgencies().size()); i++) {
                cellsOfRow.put(names.urgencies().get(i), items.get(i).severity());
            }
            if (items.size() != names.urgencies().size() && row.node() != null) {
                row.problem(
                        "the row '" + impact + "' has " + items.size() + " severities for "
                                + names.urgencies().size() + " urgencies",
                        "one severity for each of " + String.join(", ", names.urgencies()));
            }
            cells.put(impact, Map.copyOf(cellsOfRow));
        });
        for (String impact : names.impacts()) {
            if (matrix.isMap() && !cells.containsKey(impact)) {
                matrix.keyProblem("the matrix has no row for the impact '" + impact + "'", "");
            }
        }
        return new SeverityMatrix(names.impacts(), names.urgencies(), cells);
    }

    List<ResponseTier> tiers(PlaybookSection section) {
        List<ResponseTier> tiers = new ArrayList<>();
        int last = section.entries().size();
        for (Map.Entry<String, YamlValue> entry : section.entries().entrySet()) {
            last--;
            tiers.add(tier(entry.getKey(), entry.getValue(), last == 0));
        }
        return tiers;
    }

    private ResponseTier tier(String name, YamlValue item, boolean isLast) {
        PlaybookSection section = item.section(PlaybookKeys.RESPONSE_TIER);
        Expression when = section.find("when")
                .map(found -> conditions.read(found, Conditions.ConditionScope.TIER))
                .orElse(null);
        boolean otherwise = section.find("otherwise").map(YamlValue::truth).orElse(false);
        if (isLast && (section.has("when") || !otherwise)) {
            item.keyProblem("the last tier must hold for everything else", "otherwise: true");
        } else if (!isLast && (otherwise || !section.has("when"))) {
            item.keyProblem("only the last tier may hold for everything else", "when: a condition");
        }
        Map<String, String> gives = new LinkedHashMap<>();
        PlaybookSection given =
                section.find("gives").map(YamlValue::named).orElse(new PlaybookSection(item, Map.of(), null));
        given.entries().forEach((key, value) -> {
            if (!key.equals("depth") && !key.equals("effort-cap")) {
                gives.put(key, value.text());
            }
        });
        String depth = given.find("depth")
                .map(found -> found.word("level", names.levels()))
                .orElse(names.levels().isEmpty() ? "" : names.levels().getLast());
        Span effort = given.find("effort-cap").map(YamlValue::span).orElse(Span.ZERO);
        String sentence = section.text("because", when == null ? "everything else" : when.source());
        return new ResponseTier(name, when, sentence, depth, effort, Map.copyOf(gives));
    }

    List<IssueType> issueTypes(PlaybookSection section) {
        List<IssueType> types = new ArrayList<>();
        String last = section.names().isEmpty() ? "" : section.names().getLast();
        section.entries().forEach((name, item) -> {
            PlaybookSection type = item.section(PlaybookKeys.ISSUE_TYPE);
            if (item.isMap() && !type.has("when") && !name.equals(last)) {
                item.keyProblem(
                        "an issue type without 'when' matches everything, so the types below it are never reached",
                        "when: a condition");
            }
            types.add(new IssueType(
                    name,
                    type.find("when")
                            .map(found -> conditions.read(found, Conditions.ConditionScope.ISSUE_TYPE))
                            .orElse(null),
                    type.find("impact")
                            .map(found -> found.word("impact", names.impacts()))
                            .orElse(""),
                    type.find("urgency")
                            .map(found -> found.word("urgency", names.urgencies()))
                            .orElse(""),
                    type.get("resolved-means").text()));
        });
        return types;
    }

    List<Trigger> triggers(PlaybookSection section) {
        List<Trigger> triggers = new ArrayList<>();
        section.entries().forEach((name, item) -> triggers.add(trigger(name, item)));
        return triggers;
    }

    private Trigger trigger(String name, YamlValue item) {
        PlaybookSection section = item.section(PlaybookKeys.TRIGGER);
        List<String> hears = new ArrayList<>();
        for (YamlValue kind : section.get("hears").items()) {
            String text = kind.text();
            if (!text.isEmpty() && !KIND.matcher(text).matches()) {
                kind.problem(
                        "'" + text + "' is no kind of signal",
                        "dotted words such as ticket.opened, or a family such as monitor.*");
            } else if (text.startsWith("ticket.")
                    && !text.endsWith(".*")
                    && !DeclaredNames.TICKET_KINDS.contains(text)) {
                kind.problem(
                        "'" + text + "' is nothing that is ever heard of a ticket",
                        Nearest.hint(text, DeclaredNames.TICKET_KINDS));
            }
            hears.add(text);
        }
        List<String> acceptBy = section.find("accept-by")
                .map(found -> found.words("role or duty", names.permitted()))
                .orElse(List.of());
        Optional<YamlValue> answer = section.find("answer-within");
        if (acceptBy.isEmpty() && answer.isPresent()) {
            answer.get().keyProblem("'answer-within' means nothing without 'accept-by'", "");
        }
        return new Trigger(
                name,
                section.get("because").text(),
                hears,
                condition(section, "when", Conditions.ConditionScope.TRIGGER),
                condition(section, "impact", Conditions.ConditionScope.IMPACT),
                condition(section, "urgency", Conditions.ConditionScope.URGENCY),
                section.find("severity").map(YamlValue::severity).orElse(null),
                section.find("escalates")
                                .map(found -> found.word("kind of escalation", List.of("ticket", "account")))
                                .orElse("ticket")
                                .equals("account")
                        ? EscalationKind.ACCOUNT
                        : EscalationKind.TICKET,
                acceptBy,
                acceptBy.isEmpty() ? Span.ZERO : answer.map(YamlValue::someSpan).orElse(USUAL_ANSWER));
    }

    private @Nullable Expression condition(PlaybookSection section, String key, Conditions.ConditionScope standing) {
        return section.find(key).map(found -> conditions.read(found, standing)).orElse(null);
    }
}
