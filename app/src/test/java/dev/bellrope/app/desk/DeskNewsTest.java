package dev.bellrope.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.escalation.EventNames;
import org.junit.jupiter.api.Test;

class DeskNewsTest {
    @Test
    void whatIsToldIsAmongWhatIsKept() {
        assertThat(EventNames.all()).containsKeys(DeskNews.WORTH_TELLING.toArray(String[]::new));
    }
}
