package dev.bellrope.app.messages.smtp;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The two forms of a message's Markdown. Raw HTML in it is shown as text; what the sanitiser does not know is left out. */
public final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "strong",
                    "em",
                    "ul",
                    "ol",
                    "li",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "hr",
                    "blockquote",
                    "pre",
                    "code",
                    "a")
            .allowStandardUrlProtocols()
            .allowAttributes("href")
            .onElements("a")
            .requireRelNofollowOnLinks()
            .toFactory();

    private Markdown() {}

    public static String toHtml(String markdown) {
        return POLICY.sanitize(HTML.render(PARSER.parse(markdown)));
    }

    public static String toText(String markdown) {
        return TEXT.render(PARSER.parse(markdown));
    }

    /** What people outside wrote must not become links, images, code or HTML of ours. */
    public static String escape(String value) {
        return value.replaceAll("([\\\\\\[\\]<>`])", "\\\\$1");
    }
}
