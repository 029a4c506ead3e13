package dev.bellrope.app.escalations.acts;

import dev.bellrope.app.web.Markdown;
import dev.bellrope.core.escalation.Mentions;
import dev.bellrope.core.routing.Person;
import java.util.Collection;

/**
 * Renders notes as HTML: sanitised Markdown with mentions in bold.
 *
 * @param people the people who can be mentioned
 */
public record NoteHtml(Collection<Person> people) {
    String html(String note) {
        return Markdown.toHtml(
                note,
                words -> Mentions.find(words, people).stream()
                        .map(mention -> new Markdown.MarkdownPart(mention.from(), mention.until()))
                        .toList());
    }
}
