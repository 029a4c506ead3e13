package dev.bellrope.core.routing;

import dev.bellrope.core.playbook.Route;

/** How a route says to fill a role. */
sealed interface RoleRule {
    /** The person who fits best: {@code best-fit}. */
    record BestFit() implements RoleRule {}

    /** Somebody other than the owner: {@code next-best}, or {@code next-best-other-zone}. */
    record NextBest(boolean otherZone) implements RoleRule {}

    /** The account's own person for a role: {@code account.csm}. */
    record AccountPerson(String role) implements RoleRule {}

    /** One person by id: {@code person:ana}. */
    record Named(String id) implements RoleRule {}

    /** Whoever holds a duty: {@code vp-engineering}. */
    record DutyHolder(String duty) implements RoleRule {}

    /** Nobody, on purpose: {@code nobody}. */
    record Nobody() implements RoleRule {}

    /** Parses the playbook's word; any other word is a duty. */
    static RoleRule parse(String text) {
        String word = text.strip();
        return switch (word) {
            case "best-fit" -> new BestFit();
            case "next-best" -> new NextBest(false);
            case "next-best-other-zone" -> new NextBest(true);
            case "nobody", "" -> new Nobody();
            default -> {
                if (word.startsWith("account.")) {
                    yield new AccountPerson(word.substring("account.".length()));
                }
                yield word.startsWith("person:")
                        ? new Named(word.substring("person:".length()).strip())
                        : new DutyHolder(word);
            }
        };
    }

    /**
     * Returns whether the role can never go to the owner: true for the backup, whatever fills it, and for {@link
     * NextBest}.
     */
    default boolean excludesOwner(String role) {
        return role.equals(Route.BACKUP) || this instanceof NextBest;
    }
}
