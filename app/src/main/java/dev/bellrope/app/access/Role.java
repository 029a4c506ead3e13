package dev.bellrope.app.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What somebody is in the company; the playbook says what a role may do to an escalation. */
public enum Role {
    AGENT(Scope.READ, Scope.SIGNALS_WRITE, Scope.ESCALATIONS_WRITE),
    MANAGER(Scope.READ, Scope.SIGNALS_WRITE, Scope.ESCALATIONS_WRITE, Scope.DIRECTORY_WRITE),
    EXECUTIVE(Scope.READ, Scope.SIGNALS_WRITE, Scope.ESCALATIONS_WRITE),
    ADMINISTRATOR(Scope.values());

    private final Set<Scope> scopes;

    Role(Scope... scopes) {
        this.scopes = Set.copyOf(EnumSet.copyOf(Arrays.asList(scopes)));
    }

    /** What somebody who has signed in with that role may call; a token has only those it was given. */
    public Set<Scope> scopes() {
        return scopes;
    }

    /** As stored, shown and accepted: {@code agent}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of that word.
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
