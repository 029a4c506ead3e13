package dev.bellrope.app.messages.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.messages.MailChannel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The API to test the outgoing channels. */
@Tag(name = "Channels")
@RestController
@RequestMapping("/api/v1")
class ChannelsApi {
    private final ChannelAdministration channels;

    ChannelsApi(ChannelAdministration channels) {
        this.channels = channels;
    }

    @Operation(
            operationId = "testMail",
            summary = "Sends a mail to whoever asks, at once, and tells what the mail server answered")
    @PostMapping("/mail-tests")
    MailChannel.TrialMail tryMail(CurrentUser who) {
        return channels.tryMail(who);
    }

    @Operation(
            operationId = "testWebhookSubscription",
            summary = "Sends a delivery of kind test to that subscription; it is tried again like any other")
    @PostMapping("/webhook-subscriptions/{id}/tests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void tryWebhook(@PathVariable UUID id) {
        channels.tryWebhook(id);
    }
}
