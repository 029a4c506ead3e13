package dev.bellrope.app.traces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void itIsReadAsItIsWritten() {
        assertThat(Trace.parse("00-" + ID + "-" + SPAN + "-01")).contains(new Trace(ID, SPAN, true));
        assertThat(Trace.parse("00-" + ID + "-" + SPAN + "-02")).contains(new Trace(ID, SPAN, false));
        assertThat(new Trace(ID, SPAN, true).parent()).isEqualTo("00-" + ID + "-" + SPAN + "-01");
    }

    @Test
    void aLaterVersionMayHaveMore() {
        assertThat(Trace.parse("cc-" + ID + "-" + SPAN + "-01-what-the-future-holds"))
                .contains(new Trace(ID, SPAN, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-" + ID + "-" + SPAN,
                "00-" + ID + "-" + SPAN + "-01-more",
                "ff-" + ID + "-" + SPAN + "-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + ID + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + ID + "-" + SPAN + "-01\n2026-01-01T00:00:00 INFO forged"
            })
    void whatIsNoneIsNone(String wrong) {
        assertThat(Trace.parse(wrong)).isEmpty();
        assertThat(Trace.parse(null)).isEmpty();
    }

    @Test
    void aNewOneIsValid() {
        Trace begun = Trace.begin();
        assertThat(Trace.parse(begun.parent())).contains(begun);
        assertThat(begun.id()).isNotEqualTo(Trace.begin().id());
    }
}
