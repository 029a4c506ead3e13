package dev.bellrope.app.web;

import java.util.List;
import java.util.function.Function;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Renders the Markdown of people and playbooks as HTML or as plain text. Raw HTML is shown as text, and elements that
 * the sanitiser does not know are dropped.
 */
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

    /**
     * Renders HTML for use within a page that has its own headings: headings of the text become bold lines. Parts of
     * plain text can be made bold as well; code and addresses are left as they are.
     *
     * @param strong finds the parts of a plain text to make bold, in order
     */
    public static String toHtml(String markdown, Function<String, List<MarkdownPart>> strong) {
        Node document = PARSER.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text words) {
                emphasise(words, strong.apply(words.getLiteral()));
            }

            @Override
            public void visit(Heading heading) {
                visitChildren(heading);
                Paragraph line = new Paragraph();
                StrongEmphasis all = new StrongEmphasis();
                while (heading.getFirstChild() != null) {
                    all.appendChild(heading.getFirstChild());
                }
                line.appendChild(all);
                heading.insertAfter(line);
                heading.unlink();
            }
        });
        return POLICY.sanitize(HTML.render(document));
    }

    /** A part of a text: its start, inclusive, and its end, exclusive. */
    public record MarkdownPart(int from, int until) {}

    private static void emphasise(Text words, List<MarkdownPart> parts) {
        String literal = words.getLiteral();
        int done = 0;
        for (MarkdownPart part : parts) {
            words.insertBefore(new Text(literal.substring(done, part.from())));
            StrongEmphasis strong = new StrongEmphasis();
            strong.appendChild(new Text(literal.substring(part.from(), part.until())));
            words.insertBefore(strong);
            done = part.until();
        }
        words.setLiteral(literal.substring(done));
    }

    public static String toText(String markdown) {
        return TEXT.render(PARSER.parse(markdown));
    }

    /** Escapes a text from outside, so that it does not become links, images, code or HTML of ours. */
    public static String escape(String value) {
        return value.replaceAll("([\\\\\\[\\]<>`])", "\\\\$1");
    }
}
