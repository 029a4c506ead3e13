package dev.bellrope.app.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A user's role in the company; the playbook says what a role may do to an escalation. */
public enum Role {
    AGENT(Scope.READ, Scope.SIGNALS_WRITE, Scope.ESCALATIONS_WRITE),
    MANAGER(Scope.READ, Scope.SIGNALS_WRITE, Scope.ESCALATIONS_WRITE, Scope.DIRECTORY_WRITE),
    EXECUTIVE(Scope.READ, Scope.SIGNALS_WRITE, Scope.ESCALATIONS_WRITE),
    ADMINISTRATOR(Scope.values());

    private final Set<Scope> scopes;

    Role(Scope... scopes) {
        this.scopes = Set.copyOf(EnumSet.copyOf(Arrays.asList(scopes)));
    }

    /** Returns the scopes of somebody who has signed in with this role; a token has only those it was given. */
    public Set<Scope> scopes() {
        return scopes;
    }

    /** Returns the role as stored, shown and accepted, such as {@code agent}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the role with a word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no role " + word + "; accepted: agent, manager, executive, administrator"));
    }
}
