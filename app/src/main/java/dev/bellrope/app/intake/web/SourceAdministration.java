package dev.bellrope.app.intake.web;

import dev.bellrope.app.access.Audit;
import dev.bellrope.app.intake.IntakeRules;
import dev.bellrope.app.intake.IntakeSecrets;
import dev.bellrope.app.intake.SignalRefused;
import dev.bellrope.app.intake.SignatureScheme;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Changes that administrators make to a source, by page or by API; the audit trail records them, without the secret.
 */
@Component
class SourceAdministration {
    private final IntakeRules rules;
    private final IntakeSecrets secrets;
    private final Audit audit;

    SourceAdministration(IntakeRules rules, IntakeSecrets secrets, Audit audit) {
        this.rules = rules;
        this.secrets = secrets;
        this.audit = audit;
    }

    void replaceRules(String source, JsonNode given) {
        rules.replace(source, given);
        audit.record("intake rules replaced", source, Map.of("rules", given.size()));
    }

    void setSecret(String source, String word, String secret) {
        SignatureScheme scheme = SignatureScheme.find(word)
                .orElseThrow(() -> SignalRefused.at(
                        "/scheme",
                        "There is no scheme " + word + ". Accepted: "
                                + String.join(
                                        ", ",
                                        Arrays.stream(SignatureScheme.values())
                                                .map(SignatureScheme::word)
                                                .toList())
                                + "."));
        secrets.set(source, scheme, secret);
        audit.record("intake secret set", source, Map.of("scheme", scheme.word()));
    }

    void removeSecret(String source) {
        secrets.remove(source);
        audit.record("intake secret removed", source, Map.of());
    }
}
