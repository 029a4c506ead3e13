package dev.bellrope.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.bellrope.app.access.Visitor;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A browser's window that remembers whatever went wrong in it: errors, violations of the content policy, requests to elsewhere. */
final class Window implements AutoCloseable {
    /** What is wider than the nearest thing around it that has an edge or a ground of its own; what scrolls may be wider. */
    private static final String STICKING_OUT = """
            () => {
              const grounds = new Map();
              const groundOf = (element) => {
                if (!element) {
                  return Infinity;
                }
                if (!grounds.has(element)) {
                  const style = getComputedStyle(element);
                  const open = style.overflowX === 'visible';
                  const seen = style.borderRightWidth !== '0px' || style.backgroundColor !== 'rgba(0, 0, 0, 0)';
                  grounds.set(element, open && (style.display === 'contents' || !seen) ? groundOf(element.parentElement)
                      : open ? element.getBoundingClientRect().right : Infinity);
                }
                return grounds.get(element);
              };
              return [...document.querySelectorAll('main *')]
                .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || one.matches('input, select, textarea'))
                .filter((one) => one.checkVisibility() && !one.closest('svg, option, .visually-hidden') && one.getBoundingClientRect().width > 1)
                .filter((one) => one.getBoundingClientRect().right > groundOf(one.parentElement) + 1
                    || one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'visible')
                .map((one) => one.tagName + '.' + one.className + ' ' + one.textContent.trim().slice(0, 40));
            }
            """;

    private static final String UNLABELLED = """
            () => [...document.querySelectorAll('input:not([type=hidden], [hidden]), select, textarea, button')]
              .filter(one => !one.labels?.length && !one.getAttribute('aria-label') && !one.getAttribute('aria-labelledby')
                && !(one.tagName === 'BUTTON' && one.textContent.trim()))
              .map(one => one.outerHTML)
            """;

    private final BrowserContext context;
    private final URI home;
    private Look look;
    private final List<String> troubles = new ArrayList<>();
    final Page page;

    Window(Browser browser, URI home, Look look) {
        this.home = home;
        this.look = look;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width, look.height)
                .setColorScheme(look.scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Prague"));
        page = context.newPage();
        page.onConsoleMessage(this::heard);
        page.onPageError(error -> troubles.add("error: " + error));
        page.onRequest(request -> {
            URI address = URI.create(request.url());
            if (address.getScheme().startsWith("http") && !home.getAuthority().equals(address.getAuthority())) {
                troubles.add("asks elsewhere: " + address);
            }
        });
    }

    private void heard(ConsoleMessage message) {
        // That the server refuses a form is no error of the page; the page says why.
        boolean refusal =
                message.text().matches("Failed to load resource.*(status of (409|422).*|ERR_INTERNET_DISCONNECTED)");
        if (message.type().equals("error") && !refusal) {
            troubles.add(page.url() + ": " + message.text() + " " + message.location());
        }
    }

    /** Signs in by the form. */
    void signIn(String name) {
        go("/sign-in");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(Visitor.PASSWORD);
        press("Sign in");
        page.waitForURL(address -> !address.contains("/sign-in"));
    }

    void go(String path) {
        page.navigate(home.resolve(path).toString());
    }

    /** Turns it into another one, of another size or in the other colours, with the page that is there. */
    void look(Look other) {
        look = other;
        page.setViewportSize(look.width, look.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme));
    }

    void speakGerman() {
        look(Look.DESK_LIGHT);
        press("Deutsch");
        page.waitForSelector("html[lang=de]");
    }

    /** Presses the first button of that name. */
    void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    /** Opens the form of an escalation at its address, fills it, and sends it; the page then says that it was done. */
    void act(String key, String form, Map<String, String> fields) {
        fill(key, form, fields);
        page.locator("#act-" + form + " button[type=submit]").last().click();
        Locator answer =
                page.locator("[data-flash=good], .notice-bad[role=alert]").first();
        seen(answer, form);
        if (page.locator("[data-flash=good]").count() == 0
                && answer.innerText().contains("has changed since you saw it")) {
            // A clock struck meanwhile; what was typed is still there.
            page.locator("#act-" + form + " button[type=submit]").last().click();
        }
        seen(page.locator("[data-flash=good]"), form);
    }

    /** What does not come leaves a picture of what is there instead. */
    private void seen(Locator answer, String form) {
        try {
            PlaywrightAssertions.assertThat(answer).isVisible();
        } catch (AssertionError missing) {
            picture("missing-after-" + form);
            throw missing;
        }
    }

    void fill(String key, String form, Map<String, String> fields) {
        go("/escalations/" + key);
        go("/escalations/" + key + "#act-" + form);
        fields.forEach((name, value) -> {
            Locator field =
                    page.locator("#act-" + form + " [name='" + name + "']").first();
            if (field.evaluate("one => one.tagName").equals("SELECT")) {
                field.selectOption(value);
            } else {
                field.fill(value);
            }
        });
    }

    /** Lets what is typed go nowhere until it is back. */
    void offline(boolean away) {
        context.setOffline(away);
    }

    /** Everything that can be read in the main part, whatever is folded away left out. */
    String text() {
        return page.locator("main").innerText();
    }

    void hasNoTrouble() {
        assertThat(troubles).isEmpty();
    }

    /** One heading above all, the landmarks, and a label at every control. */
    void isBuiltWell() {
        assertThat(page.locator("h1").count()).as("h1 on " + page.url()).isEqualTo(1);
        assertThat(page.locator("main").count()).as("main on " + page.url()).isEqualTo(1);
        assertThat(page.locator("html[lang=en]").count()).isEqualTo(1);
        assertThat((List<?>) page.evaluate(UNLABELLED))
                .as("without a label on " + page.url())
                .isEmpty();
    }

    /** Nothing runs over the edge of the page, nor over that of the sheet, card or table that it stands on. */
    void fits() {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                .as(page.url() + " at " + look.word())
                .isEqualTo(look.width);
        assertThat((List<?>) page.evaluate(STICKING_OUT))
                .as(page.url() + " at " + look.word() + " has what runs over the edge of what it stands on")
                .isEmpty();
    }

    /** Nobody is kept out, as far as axe can tell. */
    void isOpenToAll() {
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
        if (look.scheme == ColorScheme.DARK) {
            // Nothing but the colours is another.
            axe.withRules(List.of("color-contrast"));
        }
        List<String> faults = axe.analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + " at " + node.getTarget() + ": " + node.getHtml()
                                + node.getFailureSummary()))
                .toList();
        assertThat(faults).as(page.url() + " at " + look.word()).isEmpty();
    }

    /** Keeps a picture under {@code target/screens}, of the whole page. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", name + "-" + look.word() + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
