package dev.bellrope.app.messages.web;

import dev.bellrope.app.access.SignedIn;
import dev.bellrope.app.messages.DeadLetters;
import dev.bellrope.app.messages.Inbox;
import dev.bellrope.app.messages.Outbox;
import dev.bellrope.app.messages.smtp.Mailbox;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The messages as pages. */
@Controller
class MessagesPages {
    private static final int ROWS = 50;

    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final Inbox inbox;
    private final JdbcClient client;

    MessagesPages(Outbox outbox, DeadLetters deadLetters, Inbox inbox, JdbcClient client) {
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.inbox = inbox;
        this.client = client;
    }

    @GetMapping("/messages")
    String messages(Model model, @RequestParam(defaultValue = "") String state, @RequestParam Optional<UUID> after) {
        Optional<String> wanted = Optional.of(state).filter(one -> !one.isEmpty());
        model.addAttribute("state", state);
        model.addAttribute("messages", Part.of(ROWS, rows -> outbox.list(wanted, after, rows), Outbox.Item::id));
        model.addAttribute("dead", deadLetters.list(Optional.empty(), ROWS));
        return "messages/messages";
    }

    @PostMapping("/messages/dead-letters/{id}/resend")
    String resend(SignedIn signedIn, @PathVariable UUID id) {
        deadLetters.resend(id, Person.of(signedIn));
        return "redirect:/messages";
    }

    @PostMapping("/messages/dead-letters/{id}/discarding")
    String discard(SignedIn signedIn, @PathVariable UUID id, @RequestParam(defaultValue = "") String note) {
        deadLetters.discard(id, Person.of(signedIn), note);
        return "redirect:/messages";
    }

    @GetMapping("/messages/mailbox")
    String mailbox(Model model) {
        model.addAttribute("mails", Mailbox.list(client, ROWS));
        return "messages/mailbox";
    }

    @GetMapping("/inbox")
    String inbox(SignedIn signedIn, Model model, @RequestParam Optional<UUID> after) {
        String person = Person.of(signedIn);
        model.addAttribute("unread", inbox.countUnread(person));
        model.addAttribute("items", Part.of(ROWS, rows -> inbox.list(person, after, rows), Inbox.Item::id));
        return "messages/inbox";
    }

    @PostMapping("/inbox/{id}/reading")
    String read(SignedIn signedIn, @PathVariable UUID id) {
        inbox.read(Person.of(signedIn), id);
        return "redirect:/inbox";
    }
}
