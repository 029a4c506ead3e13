package dev.bellrope.app.browser;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Users;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import java.util.LinkedHashMap;
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
        pages.put("signals", "/signals");
        pages.put("messages", "/messages");
        pages.put("inbox", "/inbox");
        pages.put("people", "/people");
        pages.put("users", "/admin/users");
        pages.put("tokens", "/admin/tokens");
        pages.put("audit", "/admin/audit");
        pages.put("access", "/my-access");
        return pages;
    }
}
