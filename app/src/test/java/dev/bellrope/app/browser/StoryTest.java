package dev.bellrope.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Users;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of an escalation under somebody's hands. */
@Tag("browser")
class StoryTest {
    private static Chromium chromium;
    private static SampleCompany company;
    private static String key;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        company = new SampleCompany();
        try (Visitor filip = company.manager()) {
            key = company.declare(filip, "acme", "S1", "");
        }
        company.app
                .get(Users.class)
                .addWithPassword(
                        new Users.NewUser("irena", "Irena", "irena@us.example", "irena", Role.EXECUTIVE),
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

    @Test
    void a_link_unfolds_its_form_a_name_is_suggested_and_paper_has_no_buttons() {
        try (Window irena = chromium.open(company.app)) {
            irena.signIn("irena");
            irena.go("/escalations/" + key + "#act-resolution");
            assertThat(irena.page.locator("#act-resolution-summary")).isVisible();
            assertThat(irena.page.locator("#act-resolution .consequence")).containsText("these promises end");

            irena.page.locator(".do-now [data-key=n]").click();
            Locator note = irena.page.locator("#act-notes-text");
            assertThat(note).isFocused();
            note.pressSequentially("ask @an");
            assertThat(irena.page.locator(".mentions [role=option]").first()).containsText("Ana Novak");
            note.press("Enter");
            assertThat(note).hasValue("ask @ana ");
            note.pressSequentially("**now**");
            irena.press("Add the note");
            assertThat(irena.page.locator("#timeline .prose strong").last()).hasText("now");

            irena.page.locator("#act-updates > summary").click();
            assertThat(irena.page.locator("#act-updates-text")).isVisible();
            assertThat(note).isHidden();

            irena.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(irena.page.locator(".composer")).isHidden();
            assertThat(irena.page.locator("#timeline")).isVisible();
            assertThat(irena.page.locator(".btn:visible")).hasCount(0);
            irena.hasNoTrouble();
        }
    }
}
