package dev.bellrope.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.bellrope.app.RunningApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine, without a screen; none is downloaded. */
final class Chromium implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it; where there is none, the test is skipped. */
    static Chromium start() {
        Path program = Path.of(System.getenv().getOrDefault("BELLROPE_CHROMIUM", "/usr/bin/chromium"));
        Assumptions.assumeTrue(
                Files.isExecutable(program),
                "There is no Chromium at " + program
                        + ", so the pages are not opened in a browser. Get it with: apt-get"
                        + " install chromium, or name one: BELLROPE_CHROMIUM=/path/to/chrome");
        // Other tests run beside it, so a page may take its time; one that is there is not waited for.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS)
                        .setHeadless(true));
        return new Chromium(playwright, browser);
    }

    /** A window with cookies of its own. */
    Window open(RunningApp app, Look look) {
        return new Window(browser, app.url("/"), look);
    }

    Window open(RunningApp app) {
        return open(app, Look.DESK_LIGHT);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
