package dev.bellrope.app.intake;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.bellrope.app.intake.IntakeRule.Condition;
import dev.bellrope.core.fact.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Reads intake rules from JSON, and reports what is wrong with them and where. */
final class IntakeRuleReader {
    private static final Set<String> FIELDS = Set.of("heard", "when", "account", "accountFrom", "kind", "data");
    private static final Set<String> TESTS = Set.of("is", "matches", "present");
    private static final int MOST = 200;

    private IntakeRuleReader() {}

    /** @throws SignalRefused when a rule is wrong */
    static List<IntakeRule> read(JsonNode rules) {
        if (!rules.isArray() || rules.size() > MOST) {
            throw SignalRefused.at("/rules", "The rules are an array of at most " + MOST + ".");
        }
        List<IntakeRule> read = new ArrayList<>();
        for (int index = 0; index < rules.size(); index++) {
            read.add(rule(rules.get(index), "/rules/" + index));
        }
        return read;
    }

    private static IntakeRule rule(JsonNode rule, String place) {
        known(rule, place, FIELDS);
        JsonNode when = rule.path("when");
        if (!when.isMissingNode() && !when.isArray()) {
            throw SignalRefused.at(place + "/when", "The conditions are an array.");
        }
        List<Condition> conditions = new ArrayList<>();
        for (int index = 0; index < when.size(); index++) {
            conditions.add(condition(when.get(index), place + "/when/" + index));
        }
        String account = text(rule, "account", place);
        String accountFrom = text(rule, "accountFrom", place);
        String kind = text(rule, "kind", place);
        JsonNode data = rule.path("data");
        if (!data.isMissingNode() && !data.isObject()) {
            throw SignalRefused.at(place + "/data", "The data is an object of facts.");
        }
        if (!account.isEmpty() && !accountFrom.isEmpty()) {
            throw SignalRefused.at(place, "A rule has an account or an accountFrom, not both.");
        }
        if (account.isEmpty() && accountFrom.isEmpty() && kind.isEmpty() && data.isEmpty()) {
            throw SignalRefused.at(place, "A rule sets an account, an accountFrom, a kind or data.");
        }
        if (!accountFrom.isEmpty()) {
            pointer(accountFrom, place + "/accountFrom");
        }
        Map<String, Object> facts = data.isObject() ? JsonBodies.facts(data) : Map.of();
        return new IntakeRule(text(rule, "heard", place), conditions, account, accountFrom, kind, facts);
    }

    private static Condition condition(JsonNode condition, String place) {
        known(condition, place, Set.of("at", "is", "matches", "present"));
        String at = text(condition, "at", place);
        if (!condition.has("at")) {
            throw SignalRefused.at(place + "/at", "A condition says at which JSON pointer it looks.");
        }
        pointer(at, place + "/at");
        List<String> tests = TESTS.stream().filter(condition::has).toList();
        if (tests.size() != 1) {
            throw SignalRefused.at(place, "A condition has one of is, matches and present.");
        }
        JsonNode value = condition.get(tests.getFirst());
        return switch (tests.getFirst()) {
            case "is" -> new IntakeRule.ValueEqual(at, value);
            case "matches" -> new IntakeRule.ValueMatch(at, expression(value, place + "/matches"));
            default -> {
                if (!value.isBoolean()) {
                    throw SignalRefused.at(place + "/present", "present is true or false.");
                }
                yield new IntakeRule.ValuePresent(at, value.booleanValue());
            }
        };
    }

    /** Compiles an RE2 expression, whose run time grows linearly with the text. */
    private static Pattern expression(JsonNode value, String place) {
        try {
            return Pattern.compile(value.isString() ? value.stringValue() : "(");
        } catch (PatternSyntaxException wrong) {
            throw SignalRefused.at(place, "This is no regular expression of RE2: " + wrong.getDescription() + ".");
        }
    }

    private static void pointer(String pointer, String place) {
        try {
            JsonPointer.compile(pointer);
        } catch (IllegalArgumentException wrong) {
            throw SignalRefused.at(place, "A JSON pointer starts with a slash, such as /labels/customer.");
        }
    }

    private static String text(JsonNode node, String name, String place) {
        JsonNode text = node.path(name);
        if (text.isMissingNode()) {
            return "";
        }
        if (!text.isString() || text.stringValue().length() > 300) {
            throw SignalRefused.at(place + "/" + name, "A text of at most 300 characters is expected.");
        }
        return text.stringValue();
    }

    private static void known(JsonNode node, String place, Set<String> names) {
        if (!node.isObject()) {
            throw SignalRefused.at(place, "An object is expected.");
        }
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw SignalRefused.at(
                        place + "/" + name,
                        "There is no " + name + " here. "
                                + Nearest.suggestion(
                                        name,
                                        "Accepted",
                                        names.stream().sorted().toList()));
            }
        }
    }
}
