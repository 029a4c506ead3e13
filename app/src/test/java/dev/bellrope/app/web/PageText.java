package dev.bellrope.app.web;

/** What a page says somewhere, by its key: a test that asks for it goes on when it is said in other words. */
public final class PageText {
    private PageText() {}

    /** In English; one that takes no arguments. */
    public static String english(String key) {
        String text = Texts.english(key);
        if (text.equals(key)) {
            throw new AssertionError("there is no text " + key);
        }
        return text;
    }
}
