package dev.bellrope.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Users;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.Escalations;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ana's first day, in a browser: an outage comes in, and she does what there is to do. */
@Tag("browser")
class FirstDayTest {
    private static final SettableClock CLOCK = SettableClock.at("2026-03-06T15:30:00Z");

    private static Chromium chromium;
    private static RunningApp app;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        app = RunningApp.with(CLOCK).share();
        SmallCompany.moveInto(app);
        Users users = app.get(Users.class);
        users.addWithPassword(new Users.NewUser("ana", "Ana", "ana@us.example", "ana", Role.AGENT), Visitor.PASSWORD);
        users.addWithPassword(new Users.NewUser("eva", "Eva", "eva@us.example", "eva", Role.MANAGER), Visitor.PASSWORD);
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void an_outage_is_acknowledged_told_resolved_and_not_closed_too_early() {
        String key = outage("acme");
        try (Window ana = chromium.open(app)) {
            ana.signIn("ana");
            assertThat(ana.page).hasTitle("My desk · Bellrope");
            countsDown(ana.page.locator(".duties .clock-time").first());

            ana.page
                    .locator(".duties a", new Page.LocatorOptions().setHasText(key))
                    .first()
                    .click();
            assertThat(ana.page.locator(".headline")).containsText("S1");
            assertThat(sheet(ana, "People")).containsText("Ana");
            assertThat(sheet(ana, "Ladder").locator("[aria-current=step]")).hasCount(1);
            Locator reasons = sheet(ana, "Why").locator("details");
            assertThat(reasons.locator("ul").first()).isHidden();
            reasons.locator("summary").first().click();
            assertThat(reasons.locator("ul").first()).isVisible();

            ana.press("Acknowledge");
            assertThat(ana.page.getByRole(AriaRole.STATUS)).containsText(key + ": acknowledge, done.");
            assertThat(sheet(ana, "Timeline")).containsText("by Ana");

            act(ana, "updates", Map.of("What the customer reads", "We know, and work on it."));
            assertThat(sheet(ana, "Timeline").locator(".entry-visible").first())
                    .containsText("We know, and work on it.");
            act(ana, "resolution", Map.of("What was done", "Turned it off and on."));
            assertThat(ana.page.locator(".headline .state")).containsText("resolved");
            ana.hasNoTrouble();
        }
        try (Window eva = chromium.open(app)) {
            eva.signIn("eva");
            eva.go("/escalations/" + key);
            assertThat(sheet(eva, "Before it may end").locator(".check-open").first())
                    .isVisible();
            assertThat(eva.page.locator("#act-closing")).hasCount(0);
            assertThat(eva.page.locator(".headline .state")).containsText("resolved");
            eva.hasNoTrouble();
        }
    }

    @Test
    void the_keyboard_alone_is_enough_to_acknowledge() {
        String key = outage("tiny");
        try (Window ana = chromium.open(app)) {
            ana.go("/sign-in");
            ana.page.keyboard().type("ana");
            ana.page.keyboard().press("Tab");
            ana.page.keyboard().type(Visitor.PASSWORD);
            ana.page.keyboard().press("Enter");
            assertThat(ana.page).hasTitle("My desk · Bellrope");
            ana.go("/escalations/" + key);
            ana.page.keyboard().press("Tab");
            assertThat(ana.page.locator(":focus")).hasText("Skip to content");
            ana.page.keyboard().press("Enter");
            tabTo(ana, "Acknowledge");
            ana.page.keyboard().press("Enter");
            assertThat(ana.page.getByRole(AriaRole.STATUS)).containsText(key + ": acknowledge, done.");
            ana.hasNoTrouble();
        }
    }

    /** Presses Tab until that button has the focus, at most ten times. */
    private static void tabTo(Window window, String button) {
        for (int press = 0; press < 10; press++) {
            window.page.keyboard().press("Tab");
            if (window.page.locator("button:focus").count() == 1
                    && window.page.locator("button:focus").innerText().equals(button)) {
                return;
            }
        }
        throw new AssertionError("Tab does not reach " + button);
    }

    private static void countsDown(Locator clock) {
        String before = clock.innerText();
        assertThat(clock).not().hasText(before);
    }

    private static Locator sheet(Window window, String title) {
        return window.page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    /** Unfolds a form, fills it in and sends it. */
    private static void act(Window window, String slug, Map<String, String> fields) {
        Locator form = window.page.locator("#act-" + slug);
        if (!form.locator("summary").isVisible()) {
            window.page.locator("#more > summary").click();
        }
        form.locator("summary").click();
        fields.forEach((label, value) -> form.getByLabel(label).fill(value));
        form.getByRole(AriaRole.BUTTON).click();
    }

    private static String outage(String account) {
        String did = app.get(Escalations.class)
                .hear(SmallCompany.signal(
                        "outage-" + account, "slo.missed", account, "", CLOCK.instant(), Map.of("share_of_users", 0.9)))
                .getFirst();
        assertThat(did).endsWith(": open");
        return did.substring(0, did.indexOf(':'));
    }
}
