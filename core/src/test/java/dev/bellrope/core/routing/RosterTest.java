package dev.bellrope.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RosterTest {
    private final AtomicInteger counted = new AtomicInteger();
    private final Roster roster = new Roster(List.of(), Map.of(), Map.of())
            .counting(
                    () -> {
                        counted.incrementAndGet();
                        return Map.of("ana", new Roster.PersonLoad(2, 12));
                    },
                    () -> {
                        counted.incrementAndGet();
                        return Map.of("ben", 3);
                    });

    @Test
    void nothingIsCountedForADecisionThatLooksForNobody() {
        assertThat(roster.people()).isEmpty();
        assertThat(roster.find("ana")).isEmpty();
        assertThat(counted).hasValue(0);
    }

    @Test
    void whatPeopleCarryIsCountedOnceADecision() {
        assertThat(roster.load("ana").weight()).isEqualTo(12);
        assertThat(roster.load("ben")).isEqualTo(Roster.PersonLoad.NONE);
        assertThat(counted).hasValue(1);
        assertThat(roster.handledBefore()).containsEntry("ben", 3);
        assertThat(roster.handledBefore()).doesNotContainKey("ana");
        assertThat(counted).hasValue(2);
    }
}
