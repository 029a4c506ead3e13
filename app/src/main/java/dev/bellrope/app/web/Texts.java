package dev.bellrope.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The texts of pages, in the reader's language: {@code texts/<room>.properties} is English,
 * {@code texts/<room>_de.properties} German. A text with arguments is a {@link java.text.MessageFormat}, in which an
 * apostrophe is doubled; one without is used as it is.
 */
public final class Texts {
    /** The available languages; the first is the default. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final MessageSource SOURCE = load();

    private Texts() {}

    /** Returns a text in the language of the current request; the key itself if there is no such text. */
    public static String text(String key, Object... arguments) {
        return SOURCE.getMessage(key, arguments, language());
    }

    /** Returns a text in English, for use outside of pages: the API's description and the log. */
    public static String english(String key, Object... arguments) {
        return SOURCE.getMessage(key, arguments, Locale.ENGLISH);
    }

    /** Returns the language of the current request: {@code en} or {@code de}. */
    public static Locale language() {
        Locale wanted = LocaleContextHolder.getLocale();
        return LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static MessageSource load() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setUseCodeAsDefaultMessage(true);
        source.setBasenames(rooms());
        return source;
    }

    private static String[] rooms() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath*:texts/*.properties"))
                    .map(Resource::getFilename)
                    .map(name -> "texts/" + String.valueOf(name).replaceFirst("(_[a-z]+)?\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
