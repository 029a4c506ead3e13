package dev.bellrope.core.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventNamesTest {
    @Test
    void everyEventHasOneName() {
        assertThat(EventNames.all().values()).containsExactlyInAnyOrder(events());
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Event>[] events() {
        return (Class<? extends Event>[]) Event.class.getPermittedSubclasses();
    }

    @Test
    void aNameLeadsToItsEventAndBack() {
        assertThat(EventNames.of(new Event.Closed("done"))).isEqualTo("closed");
        assertThat(EventNames.all())
                .allSatisfy((name, type) -> assertThat(EventNames.type(name)).isEqualTo(type));
        assertThatThrownBy(() -> EventNames.type("burnt")).hasMessageContaining("'burnt'");
    }

    @Test
    void namesAreWordsInLowerCase() {
        assertThat(EventNames.all().keySet()).allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }
}
