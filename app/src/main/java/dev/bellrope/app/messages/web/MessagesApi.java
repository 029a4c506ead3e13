package dev.bellrope.app.messages.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.messages.DeadLetters;
import dev.bellrope.app.messages.Inbox;
import dev.bellrope.app.messages.Messages;
import dev.bellrope.app.messages.Outbox;
import dev.bellrope.app.messages.SuppressedAddress;
import dev.bellrope.app.messages.polling.OutboxState;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The API of the messages. */
@Tag(name = "Messages")
@RestController
@RequestMapping("/api/v1")
class MessagesApi {
    private final Outbox outbox;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final Messages messages;
    private final ChannelAdministration channels;

    MessagesApi(
            Outbox outbox, Inbox inbox, DeadLetters deadLetters, Messages messages, ChannelAdministration channels) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.messages = messages;
        this.channels = channels;
    }

    /** The reason why a dead letter is discarded. */
    @Schema(name = "DeadLetterDiscarding")
    record DiscardBody(@Nullable String note) {}

    @Operation(operationId = "listMessages", summary = "Messages to people, the newest first, and what became of each")
    @GetMapping("/messages")
    MessageListPart<Outbox.OutboxItem> messages(
            @RequestParam Optional<String> state,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "50") int limit,
            VisibleAccounts visible) {
        Optional<OutboxState> wanted = state.filter(word -> !word.isEmpty()).map(MessagesApi::state);
        return MessageListPart.of(limit, rows -> outbox.list(wanted, after, visible, rows), Outbox.OutboxItem::id);
    }

    private static OutboxState state(String word) {
        return OutboxState.find(word).orElseThrow(() -> {
            String why =
                    "There is no state \"" + word + "\". Accepted: " + String.join(", ", OutboxState.words()) + ".";
            return ProblemException.badRequest(why, ProblemError.in("state", why));
        });
    }

    @Operation(operationId = "listInbox", summary = "What the caller was told, the newest first")
    @GetMapping("/inbox")
    MessageListPart<Inbox.InboxItem> inbox(
            CurrentUser signedIn, @RequestParam Optional<UUID> after, @RequestParam(defaultValue = "50") int limit) {
        String person = InboxOwner.of(signedIn);
        return MessageListPart.of(limit, rows -> inbox.list(person, after, rows), Inbox.InboxItem::id);
    }

    @Operation(operationId = "markAsRead", summary = "The caller has read a message")
    @PostMapping("/inbox/{id}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(CurrentUser signedIn, @PathVariable UUID id) {
        inbox.read(InboxOwner.of(signedIn), id);
    }

    @Operation(
            operationId = "listDeadLetters",
            summary = "Messages and webhook deliveries that were given up, the newest first")
    @GetMapping("/dead-letters")
    MessageListPart<Outbox.OutboxItem> deadLetters(
            @RequestParam Optional<UUID> after, @RequestParam(defaultValue = "50") int limit, VisibleAccounts visible) {
        return MessageListPart.of(limit, rows -> deadLetters.list(after, visible, rows), Outbox.OutboxItem::id);
    }

    @Operation(operationId = "resendDeadLetter", summary = "Sends a dead letter once more")
    @PostMapping("/dead-letters/{id}/resend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resend(CurrentUser signedIn, VisibleAccounts visible, @PathVariable UUID id) {
        deadLetters.resend(id, InboxOwner.of(signedIn), visible);
    }

    @Operation(operationId = "discardDeadLetter", summary = "Gives a dead letter up for good")
    @PostMapping("/dead-letters/{id}/discarding")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(
            CurrentUser signedIn,
            VisibleAccounts visible,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable DiscardBody discarding) {
        String note = discarding == null || discarding.note() == null ? "" : discarding.note();
        deadLetters.discard(id, InboxOwner.of(signedIn), note, visible);
    }

    @Operation(operationId = "listSuppressedAddresses", summary = "Addresses that no mail goes to, and why")
    @GetMapping("/suppressed-addresses")
    List<SuppressedAddress> suppressed() {
        return messages.listSuppressed();
    }

    @Operation(operationId = "releaseSuppressedAddress", summary = "Mail may go to that address again")
    @DeleteMapping("/suppressed-addresses/{address}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unsuppress(@PathVariable String address) {
        channels.lift(address);
    }
}
