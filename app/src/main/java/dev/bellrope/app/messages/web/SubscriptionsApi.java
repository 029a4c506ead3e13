package dev.bellrope.app.messages.web;

import dev.bellrope.app.access.SignedIn;
import dev.bellrope.app.messages.webhook.Subscription;
import dev.bellrope.app.messages.webhook.Webhooks;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.NoSuchElementException;
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

/** The webhook subscriptions as JSON. */
@RestController
@RequestMapping("/api/v1/webhook-subscriptions")
class SubscriptionsApi {
    private final Webhooks webhooks;

    SubscriptionsApi(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /**
     * What is asked for.
     *
     * @param kinds absent: all
     * @param disabled whether it rests; absent: as it is
     */
    record Wanted(
            @Nullable String url,
            @Nullable List<String> kinds,
            @Nullable Boolean disabled) {
        URI address() {
            try {
                return new URI(url == null ? "" : url.strip());
            } catch (URISyntaxException malformed) {
                throw new IllegalArgumentException("\"" + url + "\" is not an address", malformed);
            }
        }

        List<String> wantedKinds() {
            return kinds == null ? List.of() : kinds;
        }
    }

    @GetMapping
    List<Subscription> list() {
        return webhooks.list();
    }

    @GetMapping("/{id}")
    Subscription get(@PathVariable UUID id) {
        return webhooks.find(id).orElseThrow(() -> new NoSuchElementException("No webhook subscription " + id));
    }

    /** The answer is the only one that shows the secret. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Webhooks.Created create(SignedIn signedIn, @RequestBody Wanted wanted) {
        return webhooks.create(wanted.address(), wanted.wantedKinds(), Person.of(signedIn));
    }

    @PutMapping("/{id}")
    Subscription change(SignedIn signedIn, @PathVariable UUID id, @RequestBody Wanted wanted) {
        String person = Person.of(signedIn);
        Subscription changed = webhooks.change(id, wanted.address(), wanted.wantedKinds());
        return wanted.disabled() == null ? changed : webhooks.use(id, !wanted.disabled(), "by " + person);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        webhooks.delete(id);
    }
}
