package dev.bellrope.core.playbook;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what.
 *
 * @param roles act to the roles that may do it; an act that is not listed is refused to everyone but the system
 */
public record Permissions(Map<String, Set<String>> roles) {
    public static final String DECLARE = "declare";
    public static final String ACCEPT = "accept";
    public static final String DECLINE = "decline";
    public static final String RESPOND = "respond";
    public static final String ASSIGN = "assign";
    public static final String RETRIAGE = "retriage";
    public static final String DE_ESCALATE = "de-escalate";
    public static final String WAIVE = "waive";
    public static final String APPROVE = "approve";
    public static final String CLOSE = "close";
    public static final String MERGE = "merge";
    public static final String PUBLISH = "publish";

    public Permissions {
        roles = Map.copyOf(roles);
    }

    /** Returns the roles that may do an act. */
    public Set<String> rolesFor(String act) {
        return roles.getOrDefault(act, Set.of());
    }

    /** Whether somebody with any of these roles may do it. */
    public boolean allow(String act, Set<String> held) {
        return rolesFor(act).stream().anyMatch(held::contains);
    }

    /** The roles that may do it, in words: {@code agent, manager}; {@code nobody} where there is none. */
    public String words(String act) {
        String words = rolesFor(act).stream().sorted().collect(Collectors.joining(", "));
        return words.isEmpty() ? "nobody" : words;
    }
}
