package dev.bellrope.app.intake.web;

import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.WebhookParser;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The supported products, and the names of their webhook addresses. */
@Component
class WebhookSources {
    private static final String NAME = "[a-z0-9][a-z0-9._-]{0,59}";

    private final Map<String, WebhookParser> webhooks;

    WebhookSources(List<WebhookParser> webhooks) {
        this.webhooks = webhooks.stream().collect(Collectors.toMap(WebhookParser::name, Function.identity()));
    }

    /** Returns the supported products, by name. */
    List<String> products() {
        return webhooks.keySet().stream().sorted().toList();
    }

    WebhookParser get(String product) {
        WebhookParser webhook = webhooks.get(product);
        if (webhook == null) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "There is no webhook for " + product + ". Understood are "
                            + String.join(
                                    ", ", webhooks.keySet().stream().sorted().toList()) + ".");
        }
        return webhook;
    }

    /**
     * Returns the name of a source: {@code jira}, or {@code jira/berlin} if several instances send.
     *
     * @param name absent if there is only one instance
     */
    String source(String product, @Nullable String name) {
        String known = get(product).name();
        if (name == null) {
            return known;
        }
        if (!name.matches(NAME)) {
            throw SignalRefused.at(
                    "", "The name of a source is lower-case letters, digits, dots and dashes, at most 60.");
        }
        return known + "/" + name;
    }
}
