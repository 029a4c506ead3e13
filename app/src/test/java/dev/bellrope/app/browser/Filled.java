package dev.bellrope.app.browser;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Tokens;
import dev.bellrope.app.access.Users;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.directory.Entries;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A running application with something of everything, with nothing, or with far too much, and the pages that there are in it. */
final class Filled implements AutoCloseable {
    /** Who looks: an administrator who is Filip, or nobody of the directory where there is none. */
    static final String READER = "filip";

    private static final int MUCH = EveryPageTest.ALL ? 500 : 60;
    private static final String LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik";

    final RunningApp app;
    final Map<String, String> pages;
    private final AutoCloseable owner;

    private Filled(RunningApp app, AutoCloseable owner, Map<String, String> pages) {
        this.app = app;
        this.owner = owner;
        this.pages = pages;
    }

    /** How much. */
    enum With {
        SOMETHING,
        NOTHING,
        TOO_MUCH;

        Filled fill() {
            return switch (this) {
                case SOMETHING -> something();
                case NOTHING -> nothing();
                case TOO_MUCH -> tooMuch();
            };
        }

        /** As the end of a picture's name. */
        String suffix() {
            return this == SOMETHING
                    ? ""
                    : "-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static Filled nothing() {
        RunningApp app =
                RunningApp.with(SettableClock.at("2026-03-09T09:30:00Z")).share();
        addReader(app, "");
        return new Filled(app, app, pages());
    }

    private static Filled something() {
        SampleCompany company = new SampleCompany();
        String key = begin(company);
        return new Filled(company.app, company, pages(company, key));
    }

    private static Filled tooMuch() {
        SampleCompany company = new SampleCompany();
        Entries entries = company.app.get(Entries.class);
        for (int number = 0; number < MUCH; number++) {
            String id = "p" + number;
            put(entries, person(id));
            put(entries, account(id));
            put(
                    entries,
                    new Entry.ContactEntry(
                            "acme", id, LONG + " " + number, id + "@acme.example", "email", "en", "Europe/Prague", 2));
        }
        String key = begin(company);
        try (Visitor filip = company.manager()) {
            for (int number = 0; number < MUCH; number++) {
                company.declare(
                        filip,
                        number % 3 == 0 ? "acme" : "p" + number,
                        "S" + (1 + number % 4),
                        number % 7 == 0 ? ", \"request\": true" : "");
            }
        }
        Intake intake = company.app.get(Intake.class);
        Tokens tokens = company.app.get(Tokens.class);
        for (int number = 0; number < MUCH; number++) {
            intake.hear(SmallCompany.signal(
                    "much" + number,
                    "ticket.opened",
                    "bluebird",
                    "9" + number,
                    company.clock.instant(),
                    Map.of("tags", LONG)));
            company.ask(key, Act.ADD_NOTE, "{\"text\": \"%s %d\"}".formatted(LONG, number));
            if (number % 10 == 0) {
                tokens.issue(LONG + number, Role.AGENT, Set.of(Scope.READ), Optional.empty());
                publish(company, 40 + number);
            }
        }
        return new Filled(company.app, company, pages(company, key));
    }

    private static Entry person(String id) {
        return new Entry.PersonEntry(
                id,
                "Anna-Maria " + LONG + " " + id,
                id + "@us.example",
                "platform",
                "engineering",
                List.of(),
                List.of(LONG),
                3,
                "",
                "");
    }

    private static Entry account(String id) {
        return new Entry.AccountEntry(
                id,
                LONG + " & Söhne " + id,
                "premium",
                "EU",
                Map.of("lifetime_value", 1_234_567_890.0),
                Map.of("csm", "grace"));
    }

    private static void put(Entries entries, Entry entry) {
        entries.put(entry, OptionalLong.empty(), "test");
    }

    /** Something of everything; the key of an escalation that holds all that one can. */
    private static String begin(SampleCompany company) {
        String key;
        try (Visitor filip = company.manager()) {
            key = company.declare(filip, "acme", "S1", ", \"tickets\": [\"4711\"]");
            company.declare(filip, "bluebird", "S3", ", \"request\": true");
            task(filip, "Write down why the failover did not work", key, "1d");
            task(filip, LONG + " & Söhne", key, "10m");
            company.busy(key);
        }
        publish(company, 10);
        company.app
                .get(Intake.class)
                .hear(SmallCompany.signal(
                        "seen",
                        "ticket.opened",
                        "bluebird",
                        "4712",
                        company.clock.instant(),
                        Map.of("priority", "urgent", "tags", List.of("payments"))));
        addReader(company.app, READER);
        return key;
    }

    /** One that is owed by whoever opens it. */
    private static void task(Visitor filip, String title, String about, String within) {
        filip.post("/api/v1/tasks", """
                {"title": "%s", "owner": "filip", "within": "%s", "note": "In the wiki, beside the others.",
                 "about": {"kind": "escalation", "key": "%s"}}
                """.formatted(title, within, about), "X-CSRF-TOKEN", filip.csrf());
    }

    private static void publish(SampleCompany company, int minutes) {
        company.app
                .get(Playbooks.class)
                .publish(
                        PlaybookReader.baseline()
                                .replace("acknowledge: { S1: 15m,", "acknowledge: { S1: " + minutes + "m,")
                                .replace("openings-per-hour: 100", "openings-per-hour: 600"),
                        "Filip",
                        "faster, and calmer");
    }

    private static void addReader(RunningApp app, String person) {
        app.get(Users.class)
                .addWithPassword(
                        new Users.NewUser(READER, "Filip", "filip@us.example", person, Role.ADMINISTRATOR),
                        Visitor.PASSWORD);
    }

    /** By name, those that are there whatever there is. */
    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("desk", "/");
        pages.put("board", "/escalations");
        pages.put("board-cards", "/escalations?view=kanban");
        pages.put("tasks", "/tasks");
        pages.put("declare", "/escalations/new");
        pages.put("search", "/search?q=leak");
        pages.put("accounts", "/accounts");
        pages.put("playbook", "/playbook");
        pages.put("draft", "/playbook/new");
        pages.put("playbook-versions", "/playbook/versions");
        pages.put("why-not", "/playbook/why-not");
        pages.put("signals", "/signals");
        pages.put("messages", "/messages");
        pages.put("inbox", "/inbox");
        pages.put("people", "/people");
        pages.put("insights", "/insights");
        pages.put("insights-behind", "/insights/load");
        pages.put("settings-people", "/settings/directory/people");
        pages.put("settings-absences", "/settings/directory/absences");
        pages.put("settings-skills", "/settings/skills");
        pages.put("settings-files", "/settings/files");
        pages.put("settings-channels", "/settings/channels");
        pages.put("settings-intake", "/settings/intake?product=jira");
        pages.put("settings-about", "/settings/about");
        pages.put("users", "/settings/users");
        pages.put("tokens", "/settings/tokens");
        pages.put("audit", "/settings/audit");
        pages.put("access", "/my-access");
        return pages;
    }

    private static Map<String, String> pages(SampleCompany company, String key) {
        String owner = company.owner(key);
        Map<String, String> pages = pages();
        pages.put("declare-for", "/escalations/new?account=acme");
        pages.put("escalation", "/escalations/" + key);
        pages.put("task", "/tasks/TASK-1001");
        pages.put("account", "/accounts/acme");
        pages.put("playbook-changes", "/playbook/versions/baseline@2/changes");
        pages.put("why-not-told", "/playbook/why-not?ticket=4712&kind=ticket.changed");
        pages.put("settings-person", "/settings/directory/people/entry?id=filip");
        pages.put("settings-calendar", "/settings/directory/calendars/entry?id=prague");
        pages.put("settings-account", "/settings/directory/accounts/entry?id=acme");
        pages.put("person", "/people/ana");
        pages.put("reassignment", "/people/" + owner + "/reassignment/" + key + "?role=owner");
        return pages;
    }

    @Override
    public void close() {
        try {
            owner.close();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
