package dev.bellrope.app.access;

import java.util.Arrays;

/** The limits of what a caller of the API may do. */
public enum Scope {
    READ("read", "Read everything"),
    SIGNALS_WRITE("signals:write", "Send signals, also by webhook"),
    ESCALATIONS_WRITE(
            "escalations:write",
            "Act on escalations, reviews, messages and, where the playbook lets them, on playbooks"),
    DIRECTORY_WRITE("directory:write", "Change accounts, contacts, people and calendars"),
    ADMIN("admin", "Everything else: users, tokens, audit");

    private final String word;
    private final String meaning;

    Scope(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** Returns the scope as stored, shown and accepted. */
    public String word() {
        return word;
    }

    public String meaning() {
        return meaning;
    }

    /**
     * Returns the scope with a word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Scope of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scope " + word
                        + "; accepted: read, signals:write, escalations:write, directory:write, admin"));
    }
}
