package dev.bellrope.app.desk.web.escalation;

import static dev.bellrope.app.web.Texts.text;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.bellrope.app.escalations.acts.EscalationView;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.Contact;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.playbook.MessageTemplate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the playbook's template makes of an update to the customer, before it is sent.
 *
 * @param to whom it goes to; empty where the account has no contact
 * @param subject one line
 * @param before what stands before the words of whoever writes
 * @param after what stands behind them
 */
public record UpdateLetter(String to, String subject, String before, String after) {
    private static final String TEMPLATE = "update";

    /** No template holds it, and no fact is it. */
    private static final String WORDS = "\u0000";

    /** Empty where the playbook has no words for it, or its words cannot be read. */
    static Optional<UpdateLetter> of(EscalationView picture, Account account) {
        Optional<Contact> contact = account.findFirstContact();
        Map<String, MessageTemplate> templates =
                picture.playbook().communication().templates();
        String language = contact.map(Contact::language).orElse("");
        return Optional.ofNullable(templates.get(TEMPLATE + "." + language))
                .or(() -> Optional.ofNullable(templates.get(TEMPLATE)))
                .flatMap(template -> filled(template, facts(picture, contact), contact));
    }

    /** What an update may say, of what the customer may know; whoever writes changes it. */
    public static String draft(Escalation e) {
        String working = text("letter.working");
        return e.workaround().isEmpty() ? working : working + "\n\n" + text("letter.workaround", e.workaround());
    }

    private static Optional<UpdateLetter> filled(
            MessageTemplate template, Map<String, String> facts, Optional<Contact> contact) {
        try {
            String[] around = fill(template.body(), facts).split(WORDS, 2);
            return Optional.of(new UpdateLetter(
                    contact.map(Contact::name).orElse(""),
                    fill(template.subject(), facts),
                    around[0].strip(),
                    around.length == 1 ? "" : around[1].strip()));
        } catch (MustacheException broken) {
            return Optional.empty();
        }
    }

    private static Map<String, String> facts(EscalationView picture, Optional<Contact> contact) {
        Escalation e = picture.state();
        Map<String, String> facts = new HashMap<>();
        facts.put("text", WORDS);
        facts.put("key", e.key());
        facts.put("title", e.title());
        facts.put("account", e.accountName());
        facts.put("impact", e.impactNote());
        facts.put("severity", e.severity().name());
        facts.put("workaround", e.workaround());
        facts.put("contact", contact.map(Contact::name).orElse(""));
        facts.put("owner", e.findOwner().map(picture::name).orElse(""));
        // The one that this update starts is not known yet.
        facts.put("next_update", "…");
        return facts;
    }

    private static String fill(String template, Map<String, String> facts) {
        return Mustache.compiler()
                .escapeHTML(false)
                .defaultValue("")
                .emptyStringIsFalse(true)
                .compile(template)
                .execute(facts);
    }
}
