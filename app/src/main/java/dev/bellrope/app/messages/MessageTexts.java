package dev.bellrope.app.messages;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.bellrope.app.web.Markdown;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.message.Recipient;
import dev.bellrope.core.playbook.MessageTemplate;
import dev.bellrope.core.playbook.Playbook;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders the text of a message: the playbook's template in the recipient's language, or else our own plain sentences.
 */
final class MessageTexts {
    private static final Logger LOG = LoggerFactory.getLogger(MessageTexts.class);
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");

    /** Facts that the first lines already contain, or that are of no use to a reader. */
    private static final Set<String> NOT_LISTED = Set.of("key", "title", "link", "contact", "text");

    /** The facts that a customer may read if the playbook has no template; the others are internal. */
    private static final Set<String> FOR_CUSTOMERS = Set.of("due", "next_update");

    private final URI baseUrl;

    MessageTexts(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    /**
     * The text of a message.
     *
     * @param subject the subject, on one line
     * @param body the text, as Markdown
     */
    record MessageText(String subject, String body) {}

    MessageText render(Message message, Playbook playbook, Addresses.RecipientAddress address) {
        Map<String, String> facts = facts(message, address);
        Optional<MessageTemplate> template = find(message.template(), playbook, address.language());
        if (template.isPresent()) {
            try {
                return new MessageText(
                        fill(template.get().subject(), facts, value -> value),
                        fill(template.get().body(), facts, Markdown::escape));
            } catch (MustacheException broken) {
                // A broken template must neither stop the escalation nor keep people from being told of it.
                LOG.warn("Template {} of {}: {}", message.template(), playbook.version(), broken.getMessage());
            }
        }
        return message.to() instanceof Recipient.Customer ? forCustomer(facts) : forColleague(message, facts);
    }

    /**
     * Renders many messages as one: a line each for a colleague, who finds the rest in the console; in full for a
     * customer, who has no console.
     */
    MessageText digest(Recipient to, List<DigestTable.DigestLine> lines, Addresses.RecipientAddress address) {
        StringBuilder body = new StringBuilder();
        for (DigestTable.DigestLine line : lines) {
            String when = told(line.aroseAt().truncatedTo(ChronoUnit.SECONDS).toString(), address);
            if (to instanceof Recipient.Customer) {
                body.append("## ").append(Markdown.escape(line.subject())).append("\n\n");
                body.append(when).append("\n\n").append(line.body()).append("\n\n");
            } else {
                body.append("- ")
                        .append(line.shownSeverity()
                                .map(severity -> severity + " ")
                                .orElse(""))
                        .append(Markdown.escape(line.subject()));
                body.append(", ")
                        .append(when)
                        .append(" ")
                        .append(link(line.about()))
                        .append("\n");
            }
        }
        String worst = to instanceof Recipient.Customer
                ? ""
                : lines.stream()
                        .flatMap(line -> line.shownSeverity().stream())
                        .min(Comparator.naturalOrder())
                        .map(severity -> ", the worst of " + severity)
                        .orElse("");
        return new MessageText(lines.size() + " messages" + worst, body.toString());
    }

    private String link(String key) {
        return baseUrl + new MessageTopic(key).path();
    }

    private Map<String, String> facts(Message message, Addresses.RecipientAddress address) {
        Map<String, String> facts = new LinkedHashMap<>();
        message.facts().forEach((name, value) -> facts.put(name, told(value, address)));
        facts.putIfAbsent("key", message.escalation());
        facts.putIfAbsent("because", message.because());
        facts.put("name", address.name());
        facts.put("link", link(message.escalation()) + ActLink.of(message.template(), message.facts()));
        return facts;
    }

    /** Replaces all instants in a text by the recipient's local time, with the zone named. */
    static String told(String value, Addresses.RecipientAddress address) {
        return INSTANT.matcher(value).replaceAll(found -> Matcher.quoteReplacement(told(found, address)));
    }

    private static String told(MatchResult found, Addresses.RecipientAddress address) {
        try {
            ZoneId zone = address.zone();
            Locale language = Locale.forLanguageTag(address.language());
            return DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", language)
                            .format(Instant.parse(found.group()).atZone(zone))
                    + " (" + zone.getId() + ")";
        } catch (DateTimeException notATime) {
            return found.group();
        }
    }

    private static Optional<MessageTemplate> find(String name, Playbook playbook, String language) {
        Map<String, MessageTemplate> templates = playbook.communication().templates();
        String bare = language.split("[-_]", 2)[0];
        return Optional.ofNullable(templates.get(name + "." + language))
                .or(() -> Optional.ofNullable(templates.get(name + "." + bare)))
                .or(() -> Optional.ofNullable(templates.get(name)));
    }

    private static String fill(String template, Map<String, String> facts, Mustache.Escaper escaper) {
        return Mustache.compiler()
                .withEscaper(escaper)
                .defaultValue("")
                .emptyStringIsFalse(true)
                .compile(template)
                .execute(facts);
    }

    private static MessageText forColleague(Message message, Map<String, String> facts) {
        StringBuilder body = new StringBuilder();
        body.append("**").append(value(facts, "key")).append("** ").append(value(facts, "title"));
        body.append("\n\n").append(Markdown.escape(message.because())).append("\n");
        if (!value(facts, "text").isEmpty()) {
            body.append("\n> ")
                    .append(value(facts, "text").replace("\n", "\n> "))
                    .append("\n");
        }
        body.append("\n");
        facts.forEach((name, value) -> {
            if (!value.isEmpty() && !NOT_LISTED.contains(name) && !name.equals("because") && !name.equals("name")) {
                body.append("- ").append(name.replace('_', ' ')).append(": ");
                body.append(Markdown.escape(value).replace("\n", "\n  ")).append("\n");
            }
        });
        body.append("\n").append(facts.get("link")).append("\n");
        return new MessageText(subject(facts, message.because()), body.toString());
    }

    private static MessageText forCustomer(Map<String, String> facts) {
        StringBuilder body = new StringBuilder("**" + value(facts, "title") + "**\n");
        if (!value(facts, "text").isEmpty()) {
            body.append("\n").append(value(facts, "text")).append("\n");
        }
        FOR_CUSTOMERS.stream()
                .sorted()
                .filter(name -> !value(facts, name).isEmpty())
                .forEach(name -> body.append("\n")
                        .append(name.replace('_', ' '))
                        .append(": ")
                        .append(value(facts, name))
                        .append("\n"));
        body.append("\nReference: ").append(value(facts, "key")).append("\n");
        return new MessageText("[" + facts.get("key") + "] " + facts.getOrDefault("title", ""), body.toString());
    }

    private static String subject(Map<String, String> facts, String because) {
        String title = facts.getOrDefault("title", "");
        return "[" + facts.get("key") + "] " + (title.isEmpty() ? "" : title + ": ") + because;
    }

    private static String value(Map<String, String> facts, String name) {
        return Markdown.escape(facts.getOrDefault(name, ""));
    }
}
