package dev.bellrope.app.playbooks.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.web.JteViews;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.sentence.Sentences;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Renders the map of a playbook as a PDF to hang on a wall. Everything in it comes from our own template; nothing is
 * fetched.
 */
@Component
class PrintedMap {
    private static final String FAMILY = "Liberation Sans";
    private static final String FONTS = "/liberation/";

    private final JteViews views;

    PrintedMap(JteViews views) {
        this.views = views;
    }

    byte[] of(Playbook playbook, Playbooks.PlaybookVersion version) {
        String html = views.render(
                "playbook/printed",
                Map.of("playbook", playbook, "version", version, "chapters", Sentences.of(playbook)));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withProducer("Bellrope");
        builder.useExternalResourceAccessControl(
                (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useFont(() -> font("LiberationSans-Regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("LiberationSans-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
        builder.useFont(() -> font("LiberationMono-Regular.ttf"), "Liberation Mono", 400, FontStyle.NORMAL, true);
        builder.withHtmlContent(html, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(PrintedMap.class.getResourceAsStream(FONTS + name), name);
    }
}
