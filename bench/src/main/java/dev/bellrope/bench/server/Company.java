package dev.bellrope.bench.server;

import dev.bellrope.app.directory.Entries;
import dev.bellrope.app.directory.entry.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Engineers who own, managers who help, an executive who decides, and customers who pay well. */
public final class Company {
    public static final int ENGINEERS = 50;
    private static final int MANAGERS = 6;

    private final Entries entries;
    private int accounts;

    public Company(Serving serving) {
        entries = serving.get(Entries.class);
    }

    public void moveIn() {
        put(new Entry.TeamEntry("platform", "Platform", "always"));
        put(new Entry.TeamEntry("office", "Office", "always"));
        for (int number = 1; number <= ENGINEERS; number++) {
            person("engineer" + number, "platform", "engineering", List.of(), List.of("kubernetes", "networking"));
        }
        for (int number = 1; number <= MANAGERS; number++) {
            person("manager" + number, "office", "support", List.of("escalation-manager"), List.of());
        }
        person("executive", "office", "product", List.of("vp-engineering", "vp-customer"), List.of());
    }

    private void person(String id, String team, String function, List<String> duties, List<String> skills) {
        put(new Entry.PersonEntry(id, name(id), id + "@us.example", team, function, duties, skills, 4, "", ""));
    }

    /** One more customer of that id, with one person there. */
    public void account(String id) {
        put(new Entry.AccountEntry(
                id,
                name(id),
                "premium",
                "EU",
                Map.of("lifetime_value", 400_000.0, "strategic_importance", 3L, "risk", 40L),
                Map.of("csm", "manager" + (accounts++ % MANAGERS + 1))));
        put(new Entry.ContactEntry(id, "joe", "Joe", "joe@" + id + ".example", "email", "en", "Europe/Prague", 1));
    }

    private static String name(String id) {
        return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }

    private void put(Entry entry) {
        entries.put(entry, OptionalLong.empty(), "bench");
    }
}
