package dev.bellrope.app.messages.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.messages.DeadLetters;
import dev.bellrope.app.messages.Inbox;
import dev.bellrope.app.messages.Outbox;
import dev.bellrope.app.messages.polling.OutboxState;
import dev.bellrope.app.messages.smtp.Mailbox;
import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.Texts;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of the messages. */
@Controller
class MessagesPages {
    private static final int ROWS = 50;

    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final Inbox inbox;
    private final Directory directory;
    private final Settings settings;
    private final JdbcClient client;

    MessagesPages(
            Outbox outbox,
            DeadLetters deadLetters,
            Inbox inbox,
            Directory directory,
            Settings settings,
            JdbcClient client) {
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.inbox = inbox;
        this.directory = directory;
        this.settings = settings;
        this.client = client;
    }

    /**
     * Returns how mail is sent: {@code server}, {@code local} or {@code none}; pages show it, and only a local mailbox
     * can be opened.
     */
    @ModelAttribute("mail")
    String mail() {
        return settings.smtpUrl()
                .map(url -> "local".equalsIgnoreCase(url.getScheme()) ? "local" : "server")
                .orElse("none");
    }

    @GetMapping("/messages")
    String messages(
            Model model,
            VisibleAccounts visible,
            @RequestParam(defaultValue = "") String state,
            @RequestParam Optional<UUID> after) {
        Optional<OutboxState> wanted = OutboxState.find(state);
        boolean first = wanted.isEmpty() && after.isEmpty();
        model.addAttribute("state", wanted.map(OutboxState::word).orElse(""));
        model.addAttribute(
                "messages",
                MessageListPart.of(ROWS, rows -> outbox.list(wanted, after, visible, rows), Outbox.OutboxItem::id));
        model.addAttribute("dead", first ? deadLetters.list(Optional.empty(), visible, ROWS) : List.of());
        model.addAttribute("names", directory.names());
        return "messages/messages";
    }

    @PostMapping("/messages/dead-letters/{id}/resend")
    String resend(CurrentUser signedIn, VisibleAccounts visible, @PathVariable UUID id, RedirectAttributes redirect) {
        settle(redirect, Texts.text("messages.resent"), () -> deadLetters.resend(id, InboxOwner.of(signedIn), visible));
        return "redirect:/messages";
    }

    @PostMapping("/messages/dead-letters/{id}/discarding")
    String discard(
            CurrentUser signedIn,
            VisibleAccounts visible,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        settle(
                redirect,
                Texts.text("messages.discarded"),
                () -> deadLetters.discard(id, InboxOwner.of(signedIn), note, visible));
        return "redirect:/messages";
    }

    @GetMapping("/messages/mailbox")
    String mailbox(VisibleAccounts visible, Model model) {
        model.addAttribute("mails", Mailbox.list(client, visible, ROWS));
        return "messages/mailbox";
    }

    @GetMapping("/inbox")
    String inbox(
            CurrentUser signedIn,
            Model model,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam Optional<UUID> after) {
        String person = InboxOwner.of(signedIn);
        model.addAttribute("unread", inbox.countUnread(person));
        model.addAttribute("only", unread);
        model.addAttribute(
                "items",
                MessageListPart.of(
                        ROWS,
                        rows -> unread ? inbox.listUnread(person, after, rows) : inbox.list(person, after, rows),
                        Inbox.InboxItem::id));
        return "messages/inbox";
    }

    @PostMapping("/inbox/{id}/reading")
    String read(CurrentUser signedIn, @PathVariable UUID id) {
        try {
            inbox.read(InboxOwner.of(signedIn), id);
        } catch (NoSuchElementException missing) {
            throw ProblemException.notFound(String.valueOf(missing.getMessage()) + ".");
        }
        return "redirect:/inbox";
    }

    /**
     * Marks messages as read.
     *
     * @param newest the newest message that the reader has seen: what has come since stays unread
     */
    @PostMapping("/inbox/reading")
    String readAll(CurrentUser signedIn, @RequestParam UUID newest) {
        inbox.readAll(InboxOwner.of(signedIn), newest);
        return "redirect:/inbox";
    }

    /** Acts on a dead letter. Somebody else may have been faster; then the list shows the outcome. */
    private static void settle(RedirectAttributes redirect, String done, Runnable act) {
        try {
            act.run();
            redirect.addFlashAttribute(Flash.NAME, Flash.good(done));
        } catch (NoSuchElementException gone) {
            redirect.addFlashAttribute(Flash.NAME, Flash.bad(Texts.text("messages.settled-already")));
        }
    }
}
