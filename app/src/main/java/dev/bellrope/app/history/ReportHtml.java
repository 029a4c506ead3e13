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
 * Renders a replay as a self-contained page: no script, no request, and the same bytes for the same summary. The
 * template is {@code src/main/jte/history/report.jte}, its style {@code history/report.css}.
 */
public final class ReportHtml {
    private static final String CSS = "history/report.css";

    private ReportHtml() {}

    /** Writes the page, replacing an older one. */
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
