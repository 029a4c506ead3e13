package dev.bellrope.app.demo;

import dev.bellrope.app.access.DemoSignIns;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Users;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The users that a visitor can sign in as with one click. Their passwords are random and known to nobody. */
final class DemoUsers implements DemoSignIns {
    private static final List<DemoSignIn> OFFERED = List.of(
            new DemoSignIn("Ana, agent: what must I do next, and by when", Role.AGENT, "ana"),
            new DemoSignIn("Eva, escalation manager: who owns what, and what is about to slip", Role.MANAGER, "eva"),
            new DemoSignIn("Victor, executive: what waits for my decision", Role.EXECUTIVE, "victor"),
            new DemoSignIn("Ada, administrator: people, tokens, the playbook", Role.ADMINISTRATOR, "ada"));

    @Override
    public List<DemoSignIn> list() {
        return OFFERED;
    }

    static void add(Users users) {
        add(users, "ana", "Ana Horáková", Role.AGENT);
        add(users, "eva", "Eva Lindqvist", Role.MANAGER);
        add(users, "victor", "Victor Almeida", Role.EXECUTIVE);
        add(users, "ada", "Ada Novotná", Role.ADMINISTRATOR);
    }

    private static void add(Users users, String id, String name, Role role) {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        users.addWithPassword(
                new Users.NewUser(id, name, id + "@northwind-harbour.example", id, role),
                HexFormat.of().formatHex(secret));
    }
}
