package dev.bellrope.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Users;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.clocks.Clocks;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.acts.ActResource;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Days of people who work with it, each at a browser of their own. */
@Tag("browser")
class StoriesTest {
    /** A cell of the baseline's row of updates, as it is written there. */
    private static final String UPDATE_EVERY_4H = "S2: 4h, S3: 1d, S4: 3d";

    private static Chromium chromium;
    private static SampleCompany company;
    private static Visitor filip;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        company = new SampleCompany();
        filip = company.manager();
        Users users = company.app.get(Users.class);
        company.app.get(Directory.class).people().forEach(person -> {
            Role role = switch (person.id()) {
                case "irena", "jan" -> Role.EXECUTIVE;
                case "filip" -> Role.MANAGER;
                default -> Role.AGENT;
            };
            users.addWithPassword(
                    new Users.NewUser(person.id(), person.name(), person.id() + "@desk.example", person.id(), role),
                    Visitor.PASSWORD);
        });
        users.addWithPassword(
                new Users.NewUser("petra", "Petra Dvorak", "petra@desk.example", "", Role.ADMINISTRATOR),
                Visitor.PASSWORD);
    }

    @AfterEach
    void onceMore() {
        company.clock.advance(Duration.ofMinutes(1));
    }

    @AfterAll
    static void stop() {
        if (company != null) {
            filip.close();
            company.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Window at(String person, Look look) {
        Window window = chromium.open(company.app, look);
        window.signIn(person);
        return window;
    }

    private static Escalation state(String key) {
        return company.escalations().find(key).orElseThrow().state();
    }

    /** An outage at the flagship customer, on a Friday evening: each role takes its part, from the first signal to the closing. */
    @Test
    void a_flagships_outage_on_a_friday_evening() {
        company.clock.advance(Duration.ofDays(4).plusHours(6));
        List<String> did = company.escalations()
                .hear(SmallCompany.signal(
                        "friday",
                        "slo.missed",
                        "acme",
                        "4711",
                        company.clock.instant(),
                        Map.of("share_of_users", 0.9)));
        assertThat(did).hasSize(1).first().asString().endsWith(": open");
        String key = did.getFirst().substring(0, did.getFirst().indexOf(':'));
        String owner = state(key).findOwner().orElseThrow();

        try (Window desk = at(owner, Look.DESK_LIGHT)) {
            assertThat(desk.page.locator(".duties")).containsText(key);
            desk.picture("story-friday-1-desk");
            // One key acknowledges, wherever on the desk the row is.
            Locator row = desk.page
                    .locator(".duty", new Page.LocatorOptions().setHasText(key))
                    .filter(new Locator.FilterOptions().setHasText("Acknowledge"))
                    .first();
            row.locator("a").first().focus();
            desk.page.keyboard().press("a");
            assertThat(desk.page.locator("[data-flash=good]")).containsText(key);
            assertThat(state(key).times().acknowledged()).isNotNull();

            desk.act(key, ActResource.of(Act.RECORD_WORKAROUND).slug(), Map.of("text", "Use the batch endpoint"));
            desk.act(
                    key,
                    ActResource.of(Act.ASK_DECISION).slug(),
                    Map.of("question", "Roll back to 4.2?", "options", "roll back\nfix forward", "of", "irena"));
            desk.picture("story-friday-2-escalation");
            desk.hasNoTrouble();
        }
        // Whoever speaks with the customer has the words before them: one key opens them, one sends them.
        try (Window speaker = at(Objects.requireNonNull(state(key).people().get("communications")), Look.DESK_LIGHT)) {
            Locator owed = speaker.page
                    .locator(".duty", new Page.LocatorOptions().setHasText(key))
                    .filter(new Locator.FilterOptions().setHasText("Tell the customer"))
                    .first();
            owed.locator("a").first().focus();
            speaker.page.keyboard().press("u");
            assertThat(owed.locator("textarea")).hasValue(Pattern.compile(".+", Pattern.DOTALL));
            speaker.page.keyboard().press("Control+Enter");
            assertThat(speaker.page.locator("[data-flash=good]")).containsText(key);
            speaker.hasNoTrouble();
        }
        try (Window phone = at("irena", Look.PHONE_DARK)) {
            assertThat(phone.page.locator(".duties")).containsText("Roll back to 4.2?");
            phone.picture("story-friday-3-decision");
            phone.fits();
            phone.act(
                    key,
                    ActResource.of(Act.DECIDE).slug(),
                    Map.of("decision", "D1", "choice", "roll back", "rationale", "The week-end is theirs"));
            assertThat(state(key).questions()).isEmpty();
            phone.hasNoTrouble();
        }
        try (Window manager = at("filip", Look.DESK_DARK)) {
            manager.go("/search?q=batch");
            assertThat(manager.page.locator("mark").first()).hasText("batch");
            company.ask(key, Act.RECORD_ROOT_CAUSE, "{\"text\": \"A pool that never returns connections\"}");
            company.ask(key, Act.RESOLVE, "{\"summary\": \"rolled back to 4.2\"}");
            company.ask(key, Act.DE_ESCALATE, "{\"reason\": \"all calm\"}");
            for (String criterion : open(key)) {
                company.ask(
                        key, Act.WAIVE_CRITERION, "{\"criterion\": \"%s\", \"reason\": \"told\"}".formatted(criterion));
            }
            company.clock.advance(Duration.ofDays(8));
            company.app.get(Clocks.class).strikeDue();
            manager.act(key, ActResource.of(Act.CLOSE).slug(), Map.of("note", "The customer is content"));
            assertThat(state(key).status()).isEqualTo(Status.CLOSED);
            manager.picture("story-friday-4-closed");
            manager.hasNoTrouble();
        }
    }

    private static List<String> open(String key) {
        return List.copyOf(dev.bellrope.core.escalation.ExitCriteria.open(
                        state(key), company.escalations().playbookOf(state(key)), company.clock.instant())
                .keySet());
    }

    /** Two people have the same escalation open; they see each other, and nothing that one types is lost by what the other does. */
    @Test
    void two_people_act_at_once() {
        String key = company.declare(filip, "acme", "S2", "");
        try (Window one = at("irena", Look.DESK_LIGHT);
                Window other = at("filip", Look.DESK_LIGHT)) {
            one.fill(key, ActResource.of(Act.RECORD_ROOT_CAUSE).slug(), Map.of("text", "The pool leaks"));
            other.go("/escalations/" + key);
            assertThat(other.page.locator("#live-here")).containsText("Irena Kralova");

            other.act(key, ActResource.of(Act.ADD_NOTE).slug(), Map.of("text", "Looked at by Filip"));
            Locator typed = one.page
                    .locator("#act-" + ActResource.of(Act.RECORD_ROOT_CAUSE).slug() + " [name=text]")
                    .first();
            assertThat(one.page.getByText("Looked at by Filip").first()).isVisible();
            assertThat(typed).hasValue("The pool leaks");

            one.page
                    .locator("#act-" + ActResource.of(Act.RECORD_ROOT_CAUSE).slug() + " button[type=submit]")
                    .last()
                    .click();
            one.page.waitForLoadState();
            if (one.page.locator("[data-flash=good]").count() == 0) {
                // Somebody was faster: the page says who and what, and the text is still there to be sent again.
                assertThat(one.page.locator("main")).containsText("Filip");
                assertThat(typed).hasValue("The pool leaks");
                one.page
                        .locator("#act-" + ActResource.of(Act.RECORD_ROOT_CAUSE).slug() + " button[type=submit]")
                        .last()
                        .click();
            }
            assertThat(one.page.locator("[data-flash=good]")).isVisible();
            one.picture("story-two-at-once");
            one.hasNoTrouble();
            other.hasNoTrouble();
        }
    }

    /** The network is gone for a while: the page says so, what was typed stays, and what happened meanwhile comes. */
    @Test
    void the_network_drops_for_a_minute() {
        String key = company.declare(filip, "acme", "S2", "");
        try (Window window = at("irena", Look.DESK_LIGHT)) {
            window.fill(key, ActResource.of(Act.RECORD_ROOT_CAUSE).slug(), Map.of("text", "Typed before the drop"));
            window.offline(true);
            company.ask(key, Act.ADD_NOTE, "{\"text\": \"Meanwhile elsewhere\"}");
            window.page
                    .locator("#act-" + ActResource.of(Act.RECORD_ROOT_CAUSE).slug() + " [name=text]")
                    .first()
                    .fill("Typed while it was gone");
            window.offline(false);
            window.go("/escalations/" + key);
            assertThat(window.page.getByText("Meanwhile elsewhere").first()).isVisible();
            assertThat(window.page
                            .locator("#act-"
                                    + ActResource.of(Act.RECORD_ROOT_CAUSE).slug() + " [name=text]")
                            .first())
                    .hasValue("Typed while it was gone");
            window.act(key, ActResource.of(Act.RECORD_ROOT_CAUSE).slug(), Map.of());
            window.go("/escalations/" + key);
            assertThat(window.page
                            .locator("#act-"
                                    + ActResource.of(Act.RECORD_ROOT_CAUSE).slug() + " [name=text]")
                            .first())
                    .not()
                    .hasValue("Typed while it was gone");
            window.hasNoTrouble();
        }
    }

    /** A mail's link leads to the form, with one click after signing in. */
    @Test
    void from_a_mails_link_to_the_act_is_one_click_after_signing_in() {
        String key = company.declare(filip, "acme", "S2", "");
        try (Window window = chromium.open(company.app, Look.DESK_LIGHT)) {
            window.go("/escalations/" + key + "#act-notes");
            window.page.getByLabel("Name").fill("irena");
            window.page.getByLabel("Password").fill(Visitor.PASSWORD);
            window.press("Sign in");
            assertThat(window.page.locator("#act-notes textarea").first()).isVisible();
            assertThat(window.page).hasURL(Pattern.compile(".*/escalations/" + key + ".*#act-notes"));
        }
    }

    /** An executive with nothing but a phone: from the mail that asks, through what was said, to the decision, and a word to the owner. */
    @Test
    void an_executive_on_a_phone() {
        String key = company.declare(filip, "bluebird", "S2", "");
        String owner = state(key).findOwner().orElseThrow();
        assertThat(owner).isNotEqualTo("irena");
        company.ask(key, Act.ADD_NOTE, "{\"text\": \"Half of the nodes leak connections\"}");
        company.ask(
                key,
                Act.ASK_DECISION,
                "{\"question\": \"Stop the import until Monday?\", \"options\": [\"stop it\", \"let it run\"], \"of\": \"irena\"}");
        try (Window phone = chromium.open(company.app, Look.PHONE_LIGHT)) {
            phone.go("/escalations/" + key + "#act-decisions");
            phone.page.getByLabel("Name").fill("irena");
            phone.page.getByLabel("Password").fill(Visitor.PASSWORD);
            phone.press("Sign in");

            Locator form = phone.page.locator("#act-decisions");
            assertThat(form.locator("[name=choice]").first()).isVisible();
            assertThat(phone.page.locator("main")).containsText("Stop the import until Monday?");
            assertThat(phone.page.locator("#timeline")).containsText("Half of the nodes leak connections");
            phone.fits();
            phone.picture("story-phone-1-asked");
            phone.act(
                    key,
                    ActResource.of(Act.DECIDE).slug(),
                    Map.of("choice", "stop it", "rationale", "Their books close on Sunday"));
            assertThat(state(key).questions()).isEmpty();

            phone.act(
                    key,
                    ActResource.of(Act.ADD_NOTE).slug(),
                    Map.of("text", "Thank you @" + owner + ", call me if they object"));
            assertThat(phone.page.locator("#timeline")).containsText("call me if they object");
            phone.fits();
            phone.picture("story-phone-2-decided");
            phone.hasNoTrouble();
        }
        try (Window phone = at(owner, Look.PHONE_DARK)) {
            assertThat(phone.page.locator("[data-flash=bad]")).hasCount(0);
            phone.go("/inbox");
            assertThat(phone.page.locator("main")).containsText("call me if they object");
            phone.go("/");
            Locator acknowledge = phone.page
                    .locator(".duty", new Page.LocatorOptions().setHasText(key))
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Acknowledge"))
                    .first();
            acknowledge.click();
            assertThat(phone.page.locator("[data-flash=good]")).containsText(key);
            assertThat(state(key).times().acknowledged()).isNotNull();
            phone.fits();
            phone.hasNoTrouble();
        }
    }

    /** The owner of the process promises a quicker update, and sees what that does before it does it; what runs keeps its promises. */
    @Test
    void a_process_owner_changes_a_target_and_sees_beforehand_what_it_does() {
        String key = company.declare(filip, "acme", "S2", "");
        String began = state(key).playbook();
        try (Window owner = at("petra", Look.DESK_LIGHT)) {
            owner.go("/playbook/new");
            Locator text = owner.page.locator("#text");
            String playbook = text.inputValue();
            assertThat(playbook).contains(UPDATE_EVERY_4H);

            // A slip of the hand is named with its line while it is written, and nothing can be published.
            text.fill(playbook.replace(UPDATE_EVERY_4H, "S2: soon, S3: 1d, S4: 3d"));
            assertThat(owner.page.locator("#found .mistakes")).containsText("soon");
            assertThat(owner.page.getByRole(AriaRole.BUTTON, named("Publish"))).hasCount(0);

            text.fill(playbook.replace(UPDATE_EVERY_4H, "S2: 2h, S3: 1d, S4: 3d"));
            assertThat(owner.page.locator("#found .difference")).hasCount(1);
            owner.page.getByLabel("Why it changes").fill("Four hours are too long for those who wait");
            owner.press("Check and preview");
            Locator running = owner.page.getByRole(
                    AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("would look different")));
            assertThat(running.locator("li", new Locator.LocatorOptions().setHasText(key)))
                    .containsText("update");
            owner.picture("story-owner-1-beforehand");
            owner.isOpenToAll();

            owner.page.onDialog(Dialog::accept);
            owner.press("Publish");
            assertThat(owner.page.locator("[data-flash=good]")).isVisible();
            owner.go("/playbook/versions");
            assertThat(owner.page.locator("main")).containsText("Four hours are too long for those who wait");
            owner.picture("story-owner-2-published");
            owner.hasNoTrouble();
        }
        String next = company.declare(filip, "acme", "S2", "");
        assertThat(state(next).playbook()).isNotEqualTo(began);
        assertThat(promised(next)).isEqualTo(Duration.ofHours(2));
        assertThat(state(key).playbook()).isEqualTo(began);
        assertThat(promised(key)).isEqualTo(Duration.ofHours(4));
    }

    /** How long until the customer must hear of it again. */
    private static Duration promised(String key) {
        return Objects.requireNonNull(state(key).clocks().get("update")).budget();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** The palette and the keys reach everything; nothing but a keyboard is used. */
    @Test
    void the_whole_console_by_keyboard() {
        String key = company.declare(filip, "bluebird", "S3", "");
        try (Window window = at("filip", Look.DESK_LIGHT)) {
            Page page = window.page;
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("Board", "/escalations");
            pages.put("Accounts", "/accounts");
            pages.put("Playbook", "/playbook");
            pages.put("Signals", "/signals");
            pages.put("Messages", "/messages");
            pages.put("Insight", "/insights");
            pages.put("People", "/people");
            pages.put("Settings", "/settings/**");
            pages.put("My desk", "/");
            pages.forEach((name, path) -> {
                page.keyboard().press("Control+k");
                page.keyboard().type(name);
                assertThat(page.locator("#palette [aria-selected=true]")).containsText(name);
                page.keyboard().press("Enter");
                page.waitForURL("**" + path);
            });
            page.keyboard().press("/");
            page.keyboard().type(key);
            assertThat(page.locator("#palette [role=option]").first()).containsText(key);
            page.keyboard().press("Enter");
            page.waitForURL("**/escalations/" + key);
            page.keyboard().press("n");
            page.keyboard().type("Written without a mouse");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("[data-flash=good]")).isVisible();
            assertThat(page.getByText("Written without a mouse").first()).isVisible();
            page.keyboard().press("g");
            page.keyboard().press("b");
            page.waitForURL("**/escalations");
            page.keyboard().press("j");
            assertThat(page.locator(".row-current")).hasCount(1);
            page.keyboard().press("j");
            page.keyboard().press("k");
            page.keyboard().press("Enter");
            page.waitForURL("**/escalations/ESC-*");
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("#keys")).isHidden();
            window.hasNoTrouble();
        }
    }
}
