package dev.bellrope.app.messages.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.messages.webhook.Subscription;
import dev.bellrope.app.messages.webhook.Webhooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The API of the webhook subscriptions. */
@Tag(name = "Webhook subscriptions")
@RestController
@RequestMapping("/api/v1/webhook-subscriptions")
class SubscriptionsApi {
    private final Webhooks webhooks;
    private final ChannelAdministration channels;

    SubscriptionsApi(Webhooks webhooks, ChannelAdministration channels) {
        this.webhooks = webhooks;
        this.channels = channels;
    }

    /**
     * The subscription that a caller asks for.
     *
     * @param kinds absent to leave them as they are, and all for a new one
     * @param disabled whether it is disabled; absent to leave it as it is, and a new one in use
     */
    @Schema(name = "WebhookSubscriptionBody")
    record SubscriptionBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "https://example.com/bells") @Nullable
            String url,

            @Schema(
                    description =
                            "The types of events; empty: all. Absent: as they are, and all for a new subscription",
                    example = "[\"escalation.opened\"]")
            @Nullable List<String> kinds,

            @Schema(
                    description = "Whether it rests. Absent: as it is, and a new subscription does not",
                    example = "false")
            @Nullable Boolean disabled) {
        String address() {
            return url == null ? "" : url;
        }

        List<String> kindsOr(List<String> present) {
            return kinds == null ? present : kinds;
        }
    }

    @Operation(operationId = "listWebhookSubscriptions", summary = "Everybody who is told by webhooks")
    @GetMapping
    List<Subscription> list() {
        return webhooks.list();
    }

    @Operation(operationId = "getWebhookSubscription", summary = "One subscription, without its secret")
    @GetMapping("/{id}")
    Subscription get(@PathVariable UUID id) {
        return channels.find(id);
    }

    /** Creates a subscription; only this answer shows its secret. */
    @Operation(
            operationId = "createWebhookSubscription",
            summary =
                    "Subscribes an address, and gives the secret that deliveries are signed with; it is shown in this answer only")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Webhooks.CreatedSubscription create(CurrentUser signedIn, @RequestBody SubscriptionBody wanted) {
        return channels.subscribe(
                wanted.address(), wanted.kindsOr(List.of()), Boolean.TRUE.equals(wanted.disabled()), signedIn);
    }

    @Operation(
            operationId = "changeWebhookSubscription",
            summary = "Changes where deliveries go, which events they are about, and whether they rest")
    @PutMapping("/{id}")
    Subscription change(CurrentUser signedIn, @PathVariable UUID id, @RequestBody SubscriptionBody wanted) {
        Subscription changed = channels.change(
                id, wanted.address(), wanted.kindsOr(channels.find(id).kinds()));
        return wanted.disabled() == null ? changed : channels.use(id, !wanted.disabled(), signedIn);
    }

    @Operation(operationId = "deleteWebhookSubscription", summary = "Ends a subscription")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        channels.unsubscribe(id);
    }
}
