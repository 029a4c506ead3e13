package dev.bellrope.app.intake;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a body of a source means here.
 *
 * @param heard the kind of signal it is about; empty: any
 * @param when all of them must hold
 * @param account the account's id or alias; empty: not said
 * @param accountFrom the pointer to where the body names the account; empty: not said
 * @param kind the kind that it is here; empty: stays
 * @param data more facts
 */
record IntakeRule(
        String heard, List<Condition> when, String account, String accountFrom, String kind, Map<String, Object> data) {

    /** Something that must hold at a place of the body. */
    sealed interface Condition {
        /** The JSON pointer of the place. */
        String at();

        boolean holds(JsonNode body);
    }

    /** There is that value. */
    record ValueEqual(String at, JsonNode value) implements Condition {
        @Override
        public boolean holds(JsonNode body) {
            return body.at(at).equals(value);
        }
    }

    /** A text or number there has a part that the expression matches. */
    record ValueMatch(String at, Pattern expression) implements Condition {
        @Override
        public boolean holds(JsonNode body) {
            JsonNode found = body.at(at);
            return found.isValueNode()
                    && !found.isNull()
                    && expression.matcher(found.asString()).find();
        }
    }

    /** There is anything, or nothing. */
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

    /** The account that it says, or the empty text. */
    String account(JsonNode body) {
        return accountFrom.isEmpty() ? account : JsonBodies.text(body, accountFrom);
    }
}
