package dev.bellrope.app.history;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A replay as one page that needs nothing else: no script, no request, the same bytes for the same summary. The page is
 * {@code src/main/jte/history/report.jte}, its looks {@code history/report.css}.
 */
public final class ReportHtml {
    private static final String CSS = "history/report.css";

    private ReportHtml() {}

    /** Writes the page, over an older one where there is one. */
    public static void write(ReplaySummary summary, Path file) {
        try {
            Files.writeString(file, render(summary));
        } catch (IOException e) {
            throw new UncheckedIOException("The report " + file + " cannot be written.", e);
        }
    }

    static String render(ReplaySummary summary) {
        TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setBinaryStaticContent(false);
        StringOutput page = new StringOutput();
        engine.render("history/report.jte", Map.of("summary", summary, "css", css()), page);
        return page.toString();
    }

    private static String css() {
        try (InputStream in = ReportHtml.class.getClassLoader().getResourceAsStream(CSS)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + CSS + " is missing from this build.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
