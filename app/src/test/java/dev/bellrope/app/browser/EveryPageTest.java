package dev.bellrope.app.browser;

import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Users;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.playbook.PlaybookReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page at a desk and on a phone, light and dark; pictures of all are left under {@code target/screens}. */
class EveryPageTest {
    private static Chromium chromium;
    private static SampleCompany company;
    private static String key;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        company = new SampleCompany();
        try (Visitor filip = company.manager()) {
            key = company.declare(filip, "acme", "S1", ", \"tickets\": [\"4711\"]");
            company.declare(filip, "bluebird", "S3", ", \"request\": true");
            company.busy(key);
        }
        company.app
                .get(Playbooks.class)
                .publish(
                        PlaybookReader.baseline()
                                .replace("acknowledge: { S1: 15m,", "acknowledge: { S1: 10m,")
                                .replace("openings-per-hour: 100", "openings-per-hour: 60"),
                        "Filip",
                        "faster, and calmer");
        company.app
                .get(Intake.class)
                .hear(SmallCompany.signal(
                        "seen",
                        "ticket.opened",
                        "bluebird",
                        "4712",
                        company.clock.instant(),
                        Map.of("priority", "urgent", "tags", List.of("payments"))));
        company.app
                .get(Users.class)
                .addWithPassword(
                        new Users.NewUser("filip", "Filip", "filip@us.example", "filip", Role.ADMINISTRATOR),
                        Visitor.PASSWORD);
    }

    @AfterAll
    static void stop() {
        if (company != null) {
            company.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_page_fits_is_labelled_and_open_to_all(Look look) {
        try (Window window = chromium.open(company.app, look)) {
            check(window, look, "sign-in", "/sign-in");
            window.signIn("filip");
            pages().forEach((name, path) -> check(window, look, name, path));
            window.hasNoTrouble();
        }
    }

    private static void check(Window window, Look look, String name, String path) {
        window.go(path);
        window.picture(name);
        window.isBuiltWell();
        window.fits();
        if (!look.isPhone()) {
            // The same elements and colours as on a phone, and axe takes its time.
            window.isOpenToAll();
        }
    }

    private static String owner() {
        return company.escalations().find(key).orElseThrow().state().findOwner().orElseThrow();
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("desk", "/");
        pages.put("board", "/escalations");
        pages.put("declare", "/escalations/new?account=acme");
        pages.put("escalation", "/escalations/" + key);
        pages.put("accounts", "/accounts");
        pages.put("account", "/accounts/acme");
        pages.put("playbook", "/playbook");
        pages.put("draft", "/playbook/new");
        pages.put("playbook-versions", "/playbook/versions");
        pages.put("playbook-changes", "/playbook/versions/baseline@2/changes");
        pages.put("why-not", "/playbook/why-not?ticket=4712&kind=ticket.changed");
        pages.put("signals", "/signals");
        pages.put("messages", "/messages");
        pages.put("inbox", "/inbox");
        pages.put("people", "/people");
        pages.put("insights", "/insights");
        pages.put("insights-behind", "/insights/load");
        pages.put("settings-people", "/settings/directory/people");
        pages.put("settings-person", "/settings/directory/people/entry?id=filip");
        pages.put("settings-absences", "/settings/directory/absences");
        pages.put("settings-calendar", "/settings/directory/calendars/entry?id=prague");
        pages.put("settings-account", "/settings/directory/accounts/entry?id=acme");
        pages.put("settings-skills", "/settings/skills");
        pages.put("settings-files", "/settings/files");
        pages.put("settings-channels", "/settings/channels");
        pages.put("settings-intake", "/settings/intake?product=jira");
        pages.put("settings-about", "/settings/about");
        pages.put("person", "/people/ana");
        pages.put("reassignment", "/people/" + owner() + "/reassignment/" + key + "?role=owner");
        pages.put("users", "/settings/users");
        pages.put("tokens", "/settings/tokens");
        pages.put("audit", "/settings/audit");
        pages.put("access", "/my-access");
        return pages;
    }
}
