package dev.bellrope.app.intake;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A rule that says what a body from a source means here.
 *
 * @param heard the kind of signal that the rule applies to; empty for any
 * @param when conditions, all of which must hold
 * @param account the account's id or alias; empty if the rule does not set it
 * @param accountFrom the JSON pointer to where the body names the account; empty if the rule does not set it
 * @param kind the kind that the signal becomes; empty to leave it
 * @param data facts to add
 */
record IntakeRule(
        String heard, List<Condition> when, String account, String accountFrom, String kind, Map<String, Object> data) {

    /** A condition on one place of the body. */
    sealed interface Condition {
        /** Returns the JSON pointer to the place. */
        String at();

        boolean holds(JsonNode body);
    }

    /** Holds if the place has this value. */
    record ValueEqual(String at, JsonNode value) implements Condition {
        @Override
        public boolean holds(JsonNode body) {
            return body.at(at).equals(value);
        }
    }

    /** Holds if the place has a text or number of which a part matches the expression. */
    record ValueMatch(String at, Pattern expression) implements Condition {
        @Override
        public boolean holds(JsonNode body) {
            JsonNode found = body.at(at);
            return found.isValueNode()
                    && !found.isNull()
                    && expression.matcher(found.asString()).find();
        }
    }

    /** Holds if the place has a value, or if it has none, as expected. */
    record ValuePresent(String at, boolean expected) implements Condition {
        @Override
        public boolean holds(JsonNode body) {
            JsonNode found = body.at(at);
            return (!found.isMissingNode() && !found.isNull()) == expected;
        }
    }

    boolean matches(Arrival arrival) {
        return (heard.isEmpty() || heard.equals(arrival.signal().kind()))
                && when.stream().allMatch(condition -> condition.holds(arrival.body()));
    }

    /** Returns the account that the rule sets, or the empty text. */
    String account(JsonNode body) {
        return accountFrom.isEmpty() ? account : JsonBodies.text(body, accountFrom);
    }
}
