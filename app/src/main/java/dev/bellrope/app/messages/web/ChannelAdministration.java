package dev.bellrope.app.messages.web;

import dev.bellrope.app.access.Audit;
import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.Users;
import dev.bellrope.app.messages.MailChannel;
import dev.bellrope.app.messages.Messages;
import dev.bellrope.app.messages.webhook.Subscription;
import dev.bellrope.app.messages.webhook.UnfitAddress;
import dev.bellrope.app.messages.webhook.Webhooks;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.UuidV7;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What administrators do to the channels, by page or by API; the audit trail records all of it. */
@Component
class ChannelAdministration {
    private final MailChannel mail;
    private final Webhooks webhooks;
    private final Messages messages;
    private final Users users;
    private final Audit audit;
    private final Clock clock;

    ChannelAdministration(
            MailChannel mail, Webhooks webhooks, Messages messages, Users users, Audit audit, Clock clock) {
        this.mail = mail;
        this.webhooks = webhooks;
        this.messages = messages;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sends a test mail to the caller, and to nobody else; a program has no address. */
    MailChannel.TrialMail tryMail(CurrentUser who) {
        String address = who.program()
                ? ""
                : users.find(UUID.fromString(who.id()))
                        .map(user -> user.email())
                        .orElse("");
        if (address.isEmpty()) {
            throw ProblemException.unprocessable(
                    "A test mail goes to the address of whoever asks, and a program has none.");
        }
        MailChannel.TrialMail tried = mail.send(
                UuidV7.next(clock),
                address,
                who.name(),
                "Bellrope can send mail",
                "This is a test that " + who.name() + " asked for. **Nothing is to be done.**");
        audit.record("test mail sent", address, Map.of("accepted", tried.accepted(), "answer", tried.answer()));
        return tried;
    }

    Webhooks.CreatedSubscription subscribe(String url, List<String> kinds, boolean disabled, CurrentUser who) {
        Webhooks.CreatedSubscription created = webhooks.create(address(url), kinds, disabled, who.actor());
        audit.record("webhook subscribed", host(created.subscription()), Map.of("kinds", kinds, "disabled", disabled));
        return created;
    }

    /** Returns the subscription with an id; {@code NoSuchElementException} if there is none. */
    Subscription find(UUID id) {
        return webhooks.find(id).orElseThrow(() -> new NoSuchElementException("No webhook subscription " + id));
    }

    Subscription change(UUID id, String url, List<String> kinds) {
        Subscription changed = webhooks.change(id, address(url), kinds);
        audit.record("webhook changed", host(changed), Map.of("kinds", kinds));
        return changed;
    }

    Subscription use(UUID id, boolean inUse, CurrentUser who) {
        Subscription used = webhooks.use(id, inUse, who.actor());
        audit.record(inUse ? "webhook resumed" : "webhook paused", host(used), Map.of());
        return used;
    }

    void unsubscribe(UUID id) {
        Subscription gone = find(id);
        webhooks.delete(id);
        audit.record("webhook removed", host(gone), Map.of());
    }

    /** Sends a test delivery. It is processed like any other, so the subscription shows the outcome. */
    void tryWebhook(UUID id) {
        if (find(id).disabledAt().isPresent()) {
            throw ProblemException.conflict(
                    "This subscription is paused, so nothing is sent there. Resume it, then test it.");
        }
        webhooks.test(id);
    }

    void lift(String address) {
        if (!messages.unsuppress(address)) {
            throw new NoSuchElementException(address + " is not suppressed");
        }
        audit.record("address lifted", address, Map.of());
    }

    /** Returns the host alone, since the path may be a secret. */
    private static String host(Subscription subscription) {
        return String.valueOf(subscription.url().getHost());
    }

    private static URI address(String url) {
        try {
            return new URI(url.strip());
        } catch (URISyntaxException malformed) {
            throw new UnfitAddress("\"" + url + "\" is not an address");
        }
    }
}
