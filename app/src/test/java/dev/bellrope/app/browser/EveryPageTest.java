package dev.bellrope.app.browser;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page at a desk and on a phone, light and dark, with something on it, with nothing, and with far too much; and in German. With
 * {@code -Dpages=all} too much is 500 of everything, and pictures of all of them are left under {@code target/screens}.
 */
@Tag("browser")
class EveryPageTest {
    static final boolean ALL = System.getProperty("pages", "").equals("all");

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_page_fits_is_labelled_and_open_to_all(Filled.With with) {
        try (Filled filled = with.fill();
                Window window = chromium.open(filled.app, Look.DESK_LIGHT)) {
            look(window, with, "sign-in", "/sign-in");
            window.signIn(Filled.READER);
            assertAll(filled.pages.entrySet().stream()
                    .map(page -> () -> look(window, with, page.getKey(), page.getValue())));
            if (with == Filled.With.SOMETHING) {
                window.speakGerman();
                assertAll(filled.pages.entrySet().stream()
                        .map(page -> () -> lookInGerman(window, page.getKey(), page.getValue())));
            }
            window.hasNoTrouble();
        }
    }

    /** Its words are longer. */
    private static void lookInGerman(Window window, String name, String path) {
        window.look(Look.DESK_LIGHT);
        window.go(path);
        for (Look look : List.of(Look.DESK_LIGHT, Look.PHONE_LIGHT)) {
            window.look(look);
            window.fits();
            if (ALL) {
                window.picture(name + "-german");
            }
        }
    }

    private static void look(Window window, Filled.With with, String name, String path) {
        window.look(Look.DESK_LIGHT);
        window.go(path);
        window.isBuiltWell();
        for (Look look : Look.values()) {
            // Elsewhere there are the same elements and colours, and axe takes its time.
            boolean open = ALL
                    || (with == Filled.With.SOMETHING && !look.isPhone())
                    || (with == Filled.With.NOTHING && look == Look.DESK_LIGHT);
            // In the dark nothing but the colours is another, so what fits in the light fits.
            if (ALL || open || !look.isDark()) {
                window.look(look);
            }
            if (ALL || !look.isDark()) {
                window.fits();
            }
            if (ALL) {
                window.picture(name + with.suffix());
            }
            if (open) {
                window.isOpenToAll();
            }
        }
    }
}
