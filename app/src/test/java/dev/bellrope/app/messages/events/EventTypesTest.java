package dev.bellrope.app.messages.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellrope.core.escalation.EventNames;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypesTest {
    @Test
    void theyAreTheNamesUnderWhichEventsAreKept() {
        assertThat(EventTypes.list())
                .containsExactlyElementsOf(EventNames.all().keySet().stream()
                        .map(name -> "escalation." + name)
                        .toList());
        assertThatNoException().isThrownBy(() -> EventTypes.check(EventTypes.list()));
    }

    @Test
    void eachSaysWhen() {
        assertThat(EventTypes.list())
                .extracting(EventTypes::whenInEnglish)
                .doesNotHaveDuplicates()
                .allMatch(when -> when.endsWith(".") && !when.startsWith("events."));
    }

    @ParameterizedTest
    @CsvSource({
        "escalation.target-mised, escalation.target-missed",
        "target-missed, escalation.target-missed",
        "Escalation.closed, escalation.closed",
        "escalation.handof-offered, escalation.handoff-offered",
        "escalation.level-raise, escalation.level-raised",
    })
    void theNearestOneIsNamed(String unknown, String nearest) {
        assertThatThrownBy(() -> EventTypes.check(List.of("escalation.opened", unknown)))
                .isInstanceOf(UnknownEventType.class)
                .hasMessage("There is no event type \"%s\"; did you mean '%s'?", unknown, nearest)
                .extracting(refused -> ((UnknownEventType) refused).wrong().keySet())
                .isEqualTo(Set.of(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "escalation.*", "escalation", "", "ticket.opened-by-somebody-else"})
    void allAreNamedWhereNoneIsNear(String unknown) {
        assertThatThrownBy(() -> EventTypes.check(List.of(unknown)))
                .hasMessageStartingWith("There is no event type \"" + unknown + "\"; there are escalation.requested, ")
                .hasMessageContaining("escalation.target-missed");
    }
}
