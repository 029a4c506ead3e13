package dev.bellrope.app.messages.events;

import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.playbook.EscalationKind;
import dev.bellrope.core.playbook.Severity;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** The values of closed lists as events have them: in the words of the rest of the API, not in those of the code. */
@SuppressWarnings("rawtypes") // a serializer of all enums
final class ClosedWords extends ValueSerializer<Enum> {
    /** Returns the word of one value. */
    static String of(Enum<?> value) {
        return switch (value) {
            case Severity severity -> severity.name();
            case Status status -> status.word();
            case ValueBand band -> band.word();
            case EscalationKind kind -> kind.word();
            case PlanStep.State state -> state.word();
            default -> throw new IllegalStateException("the API has no word for " + value.getDeclaringClass());
        };
    }

    /** Returns the words of a closed list, in its order. */
    static List<String> all(Class<?> list) {
        return Arrays.stream(list.getEnumConstants())
                .map(value -> of((Enum<?>) value))
                .toList();
    }

    @Override
    public void serialize(Enum value, JsonGenerator json, SerializationContext context) {
        json.writeString(of((Enum<?>) value));
    }
}
