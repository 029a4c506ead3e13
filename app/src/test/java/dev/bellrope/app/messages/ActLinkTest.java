package dev.bellrope.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.web.Texts;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActLinkTest {
    @ParameterizedTest
    @CsvSource({
        "assigned,  '',          #act-acknowledgement",
        "request,   '',          #act-acceptance",
        "handoff,   '',          #act-handoff-acceptance",
        "decision,  '',          #act-decisions",
        "approval,  '',          #act-decisions",
        "customer,  '',          #act-updates",
        "warned,    acknowledge, #act-acknowledgement",
        "missed,    update,      #act-updates",
        "missed,    plan,        #act-plan",
        "missed,    root-cause,  #act-root-cause",
        "missed,    resolve,     #act-resolution",
        "missed,    first-reply, ''",
        "climb,     '',          ''",
        "nonsense,  '',          ''",
    })
    void aMessageLeadsToTheFormThatItAsksFor(String template, String target, String end) {
        assertThat(ActLink.of(template, Map.of("target", target))).isEqualTo(end);
        if (!end.isEmpty()) {
            assertThat(Texts.english("act." + end.substring("#act-".length()) + ".label"))
                    .as("a form of that name")
                    .isNotEmpty();
        }
    }
}
