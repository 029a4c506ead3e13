package dev.bellrope.app.desk.web.escalation;

import static dev.bellrope.app.web.Texts.text;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.bellrope.app.escalations.acts.Duty;
import dev.bellrope.app.escalations.acts.EscalationView;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.Contact;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.playbook.MessageTemplate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An update to the customer as the playbook's template renders it, before it is sent.
 *
 * @param to the recipient's name; empty if the account has no contact
 * @param subject the subject line
 * @param before the template's text before the writer's
 * @param after the template's text after it
 */
public record UpdateLetter(String to, String subject, String before, String after) {
    private static final String TEMPLATE = "update";

    /** A placeholder that occurs in no template and no fact. */
    private static final String WORDS = "\u0000";

    /** Returns the letter; empty if the playbook has no template for it, or the template cannot be read. */
    static Optional<UpdateLetter> of(EscalationView view, Account account) {
        Optional<Contact> contact = account.findFirstContact();
        Map<String, MessageTemplate> templates = view.playbook().communication().templates();
        String language = contact.map(Contact::language).orElse("");
        return Optional.ofNullable(templates.get(TEMPLATE + "." + language))
                .or(() -> Optional.ofNullable(templates.get(TEMPLATE)))
                .flatMap(template -> filled(template, facts(view, contact), contact));
    }

    /** Drafts an update from what the customer may know; the writer may change it. */
    public static String draft(Escalation e) {
        String working = text("letter.working");
        return e.workaround().isEmpty() ? working : working + "\n\n" + text("letter.workaround", e.workaround());
    }

    /** Returns the initial texts of a duty's form, which may be changed. */
    public static Map<String, String> drafts(Duty duty) {
        return duty.act() == Act.SEND_UPDATE
                ? Map.of("text", draft(duty.picture().state()))
                : Map.of();
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

    private static Map<String, String> facts(EscalationView view, Optional<Contact> contact) {
        Escalation e = view.state();
        Map<String, String> facts = new HashMap<>();
        facts.put("text", WORDS);
        facts.put("key", e.key());
        facts.put("title", e.title());
        facts.put("account", e.accountName());
        facts.put("impact", e.impactNote());
        facts.put("severity", e.severity().name());
        facts.put("workaround", e.workaround());
        facts.put("contact", contact.map(Contact::name).orElse(""));
        facts.put("owner", e.findOwner().map(view::name).orElse(""));
        // The clock that this update starts is not known yet.
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
