package dev.bellrope.app.intake.web;

import dev.bellrope.app.intake.HeardSignal;
import tools.jackson.databind.json.JsonMapper;

/** Shows the facts of a signal to people. */
public final class SignalText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int LONGEST = 20_000;

    private SignalText() {}

    /** Returns the facts as JSON, truncated if they are long. */
    public static String of(HeardSignal heard) {
        String all = JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(heard.signal().data());
        return all.length() > LONGEST ? all.substring(0, LONGEST) + " …" : all;
    }
}
