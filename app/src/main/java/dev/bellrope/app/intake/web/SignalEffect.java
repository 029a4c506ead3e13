package dev.bellrope.app.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a sentence about the effects of a signal.
 *
 * @param key the escalation that the piece names; empty if it names none
 */
public record SignalEffect(String text, String key) {
    private static final Pattern KEY = Pattern.compile("ESC-[0-9]{1,18}");

    /** Splits a sentence into pieces, so that each escalation in it can be a link. */
    public static List<SignalEffect> of(String sentence) {
        List<SignalEffect> pieces = new ArrayList<>();
        Matcher key = KEY.matcher(sentence);
        int from = 0;
        while (key.find()) {
            if (key.start() > from) {
                pieces.add(new SignalEffect(sentence.substring(from, key.start()), ""));
            }
            pieces.add(new SignalEffect(key.group(), key.group()));
            from = key.end();
        }
        if (from < sentence.length()) {
            pieces.add(new SignalEffect(sentence.substring(from), ""));
        }
        return pieces;
    }
}
