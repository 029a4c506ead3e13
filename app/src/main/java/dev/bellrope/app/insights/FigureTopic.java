package dev.bellrope.app.insights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The topics of the insights, each with one chart. */
public enum FigureTopic {
    ACKNOWLEDGE,
    UPDATE,
    PLAN,
    RESOLVE,
    KEPT_BY_TARGET,
    KEPT_BY_TIER,
    KEPT_BY_TEAM,
    VOLUME,
    RATE_BY_PRODUCT,
    RATE_BY_ACCOUNT,
    STAY_BY_LEVEL,
    STAY_BY_STATE,
    HANDOFFS,
    LOAD;

    /** Returns the word in addresses, such as {@code kept-by-target}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the points are weeks or months. */
    public boolean isOverTime() {
        return isElapsed() || this == VOLUME;
    }

    /** Whether the topic is the time from the opening to something. */
    public boolean isElapsed() {
        return compareTo(RESOLVE) <= 0;
    }

    /** Whether the topic is about promises, kept and missed. */
    public boolean isKept() {
        return this == KEPT_BY_TARGET || this == KEPT_BY_TIER || this == KEPT_BY_TEAM;
    }

    /** Whether the topic is how long escalations stayed somewhere. */
    public boolean isStay() {
        return this == STAY_BY_LEVEL || this == STAY_BY_STATE;
    }

    public static Optional<FigureTopic> find(String word) {
        return Arrays.stream(values())
                .filter(topic -> topic.word().equals(word))
                .findFirst();
    }
}
