package dev.bellrope.app.history.log;

import dev.bellrope.core.fact.Nearest;
import dev.bellrope.core.signal.SignalKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a rule: {@code when} it applies, which {@code kind} of signal it produces, and with which facts. */
final class RuleReader {
    private static final Pattern KIND = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final List<String> TICKET_KINDS = List.of(
            SignalKind.TICKET_OPENED,
            SignalKind.TICKET_CUSTOMER_MESSAGE,
            SignalKind.TICKET_REPLY,
            SignalKind.TICKET_NOTE,
            SignalKind.TICKET_ASSIGNED,
            SignalKind.TICKET_CHANGED,
            SignalKind.TICKET_PAUSED,
            SignalKind.TICKET_RESUMED,
            SignalKind.TICKET_RESOLVED,
            SignalKind.TICKET_CLOSED,
            SignalKind.TICKET_REOPENED,
            SignalKind.TICKET_MERGED,
            SignalKind.TICKET_DELETED);

    private RuleReader() {}

    /** Reads a rule; if a kind is given, the rule for the beginning of a ticket. */
    static MappingRule rule(MappingSection rule, @Nullable String given) {
        if (given == null) {
            rule.accepts("when", "otherwise", "kind", "at", "facts", "summary");
            if (rule.has("when") && rule.has("otherwise")) {
                rule.problem("otherwise", "a rule has either \"when\" or \"otherwise: true\", not both.");
            } else if (!rule.has("when") && !rule.has("otherwise") && !rule.has("at")) {
                rule.problem("kind", "a rule needs \"when\", \"otherwise: true\" or \"at\".");
            }
        } else {
            rule.accepts("at", "facts", "summary");
        }
        return new MappingRule(
                rule.findSection("when").map(RuleReader::tests).orElse(List.of()),
                rule.findFlag("otherwise").orElse(false),
                given == null ? kind(rule) : given,
                rule.findColumn("at").orElse(null),
                FactReader.facts(rule, "facts"),
                FactReader.template(rule, "summary"));
    }

    private static String kind(MappingSection rule) {
        String kind = rule.required("kind", rule::findText).orElse("other.signal");
        if (!KIND.matcher(kind).matches()) {
            rule.problem("kind", "\"" + kind + "\" must be lower-case words with dots, such as ticket.closed.");
        } else if (kind.startsWith("ticket.") && !TICKET_KINDS.contains(kind)) {
            rule.problem("kind", "\"" + kind + "\" is no ticket event. " + Nearest.advice(kind, TICKET_KINDS));
        }
        return kind;
    }

    private static List<RowTest> tests(MappingSection when) {
        List<RowTest> tests = new ArrayList<>();
        for (String key : when.keys()) {
            switch (key) {
                case "is" -> section(when, key, tests, RowTest.Is::new);
                case "is-not" -> section(when, key, tests, RowTest.IsNot::new);
                case "becomes" -> section(when, key, tests, RowTest.Becomes::new);
                case "leaves" -> section(when, key, tests, RowTest.Leaves::new);
                case "changes" -> when.columns(key).forEach(column -> tests.add(new RowTest.Changes(column)));
                case "rises" -> when.columns(key).forEach(column -> tests.add(new RowTest.Rises(column)));
                case "first-row" -> when.findFlag(key).ifPresent(wanted -> tests.add(new RowTest.FirstRow(wanted)));
                default -> tests.add(new RowTest.Is(when.keyColumn(key), values(when, key)));
            }
        }
        if (tests.isEmpty()) {
            when.problem("", "asks nothing; a rule for all other rows says \"otherwise: true\".");
        }
        return tests;
    }

    private interface OfValues {
        RowTest of(LogColumn column, Set<String> values);
    }

    private static void section(MappingSection when, String key, List<RowTest> tests, OfValues test) {
        when.findSection(key)
                .ifPresent(columns -> columns.keys()
                        .forEach(column -> tests.add(test.of(columns.keyColumn(column), values(columns, column)))));
    }

    private static Set<String> values(MappingSection section, String key) {
        return new LinkedHashSet<>(section.texts(key));
    }
}
