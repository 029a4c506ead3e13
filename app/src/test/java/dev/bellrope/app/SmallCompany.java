package dev.bellrope.app;

import dev.bellrope.app.directory.Entries;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.core.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A company small enough to keep in one's head: Ana and Ben in the platform team, Eva who manages, Vic who decides. */
public final class SmallCompany {
    private SmallCompany() {}

    /** Puts it into a running application: one strategic account, {@code acme}, and one of little value, {@code tiny}. */
    public static void moveInto(RunningApp app) {
        Entries entries = app.get(Entries.class);
        put(entries, new Entry.TeamEntry("platform", "Platform", "always"));
        put(entries, new Entry.TeamEntry("office", "Office", "always"));
        person(entries, "ana", "Ana", "platform", "engineering", List.of(), List.of("kubernetes"), 4);
        person(entries, "ben", "Ben", "platform", "engineering", List.of(), List.of("networking"), 3);
        person(entries, "eva", "Eva", "office", "support", List.of("escalation-manager"), List.of(), 4);
        person(entries, "vic", "Vic", "office", "product", List.of("vp-engineering", "vp-customer"), List.of(), 5);
        put(
                entries,
                new Entry.AccountEntry(
                        "acme",
                        "ACME",
                        "premium",
                        "EU",
                        Map.of(
                                "lifetime_value", 2_000_000.0,
                                "strategic_importance", 5L,
                                "influence", 5L,
                                "renewal", "2026-04-01",
                                "risk", 90L),
                        Map.of("csm", "eva")));
        put(
                entries,
                new Entry.ContactEntry("acme", "joe", "Joe", "joe@acme.example", "email", "en", "Europe/Prague", 1));
        put(entries, new Entry.AccountEntry("tiny", "Tiny", "standard", "EU", Map.of(), Map.of()));
    }

    /** Further accounts, {@code account0} and on, all with the premium plan. */
    public static void addAccounts(RunningApp app, int many) {
        Entries entries = app.get(Entries.class);
        for (int number = 0; number < many; number++) {
            put(
                    entries,
                    new Entry.AccountEntry(
                            "account" + number, "Account " + number, "premium", "EU", Map.of(), Map.of("csm", "eva")));
        }
    }

    private static void person(
            Entries entries,
            String id,
            String name,
            String team,
            String function,
            List<String> duties,
            List<String> skills,
            int seniority) {
        put(
                entries,
                new Entry.PersonEntry(id, name, id + "@us.example", team, function, duties, skills, seniority, "", ""));
    }

    private static void put(Entries entries, Entry entry) {
        entries.put(entry, OptionalLong.empty(), "test");
    }

    /** A signal about a ticket of an account. */
    public static Signal signal(
            String id, String kind, String account, String ticket, Instant at, Map<String, Object> data) {
        return new Signal("test", id, kind, at, account, ticket, kind + " on " + ticket, data);
    }
}
