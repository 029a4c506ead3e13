package dev.bellrope.core.routing;

import dev.bellrope.core.playbook.Route;

/** How a route says that a role is filled. */
sealed interface RoleRule {
    /** {@code best-fit}. */
    record BestFit() implements RoleRule {}

    /** {@code next-best}, or {@code next-best-other-zone}: somebody other than the owner. */
    record NextBest(boolean otherZone) implements RoleRule {}

    /** {@code account.csm}: the account's own person for a role. */
    record AccountPerson(String role) implements RoleRule {}

    /** {@code person:ana}: one person by id. */
    record Named(String id) implements RoleRule {}

    /** {@code vp-engineering}: whoever holds a duty. */
    record DutyHolder(String duty) implements RoleRule {}

    /** {@code nobody}, on purpose. */
    record Nobody() implements RoleRule {}

    /** Reads the playbook's word; a word that is none of the others is a duty. */
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

    /** Whether it can never be the owner: the backup, whatever fills it, and whoever comes next to the owner. */
    default boolean excludesOwner(String role) {
        return role.equals(Route.BACKUP) || this instanceof NextBest;
    }
}
