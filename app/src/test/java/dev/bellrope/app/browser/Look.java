package dev.bellrope.app.browser;

import com.microsoft.playwright.options.ColorScheme;

/** What a page is looked at with. */
enum Look {
    DESK_LIGHT(1440, 900, ColorScheme.LIGHT),
    DESK_DARK(1440, 900, ColorScheme.DARK),
    PHONE_LIGHT(390, 844, ColorScheme.LIGHT),
    PHONE_DARK(390, 844, ColorScheme.DARK);

    final int width;
    final int height;
    final ColorScheme scheme;

    Look(int width, int height, ColorScheme scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    boolean isPhone() {
        return width < height;
    }

    boolean isDark() {
        return scheme == ColorScheme.DARK;
    }

    /** Such as {@code 1440-light}. */
    String word() {
        return width + (isDark() ? "-dark" : "-light");
    }
}
