package dev.bellrope.app.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.escalations.store.EscalationRow;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.ConfigurableApplicationContext;

/** Takes the pictures of the README and of the design document from the demo company, in light and dark. */
class ReadmePictures {
    @Test
    @EnabledIfSystemProperty(named = "readme.pictures", matches = "true")
    void take() {
        try (RunningDemo demo = RunningDemo.start();
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(
                                        Path.of(System.getenv().getOrDefault("BELLROPE_CHROMIUM", "/usr/bin/chromium")))
                                .setArgs(List.of("--no-sandbox")))) {
            ConfigurableApplicationContext context = demo.context();
            String home = "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                take(browser, scheme, home, busiest(context));
            }
        }
    }

    /** The open one with the most behind it. */
    private static String busiest(ConfigurableApplicationContext context) {
        return context.getBean(Escalations.class).list(EscalationFilter.OPEN, Long.MAX_VALUE, 100).stream()
                .filter(row -> row.status().equals("active"))
                .max(Comparator.comparingLong(EscalationRow::sequence))
                .orElseThrow()
                .key();
    }

    private static void take(Browser browser, ColorScheme scheme, String home, String key) {
        try (BrowserContext window = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setColorScheme(scheme)
                .setTimezoneId("Europe/Prague"))) {
            Page page = window.newPage();
            page.navigate(home + "/sign-in");
            page.locator("form[action='/demo-sign-in'] button").first().click();
            page.waitForURL(address -> !address.contains("sign-in"));
            picture(page, home + "/", "my-desk", scheme);
            picture(page, home + "/escalations/" + key, "escalation", scheme);
            picture(page, home + "/insights", "insights", scheme);
        }
    }

    private static void picture(Page page, String address, String name, ColorScheme scheme) {
        page.navigate(address);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(
                        "..", "docs", "images", name + (scheme == ColorScheme.DARK ? "-dark" : "-light") + ".png")));
    }
}
