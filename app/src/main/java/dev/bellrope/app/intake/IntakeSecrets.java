package dev.bellrope.app.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What sources sign their bodies with. A secret is used here and never leaves. */
@Component
public class IntakeSecrets {
    private final IntakeSecretTable table;
    private final Clock clock;

    IntakeSecrets(IntakeSecretTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** That a source signs, and how. */
    public record SecretInfo(SignatureScheme scheme, Instant changedAt) {}

    /** How a source signs, without its secret. */
    public Optional<SecretInfo> find(String source) {
        return table.find(source).map(row -> new SecretInfo(row.scheme(), row.changedAt()));
    }

    /** The sources that sign, by name. */
    public List<String> listSources() {
        return table.listSources();
    }

    /**
     * From now on that source must sign.
     *
     * @throws SignalRefused when the secret cannot be one of that scheme
     */
    public void set(String source, SignatureScheme scheme, String secret) {
        scheme.check(secret);
        table.set(source, scheme, secret, clock.instant());
    }

    /** From now on that source need not sign. */
    public void remove(String source) {
        table.remove(source);
    }

    /**
     * Checks a body.
     *
     * @param headers by lower-case name
     * @throws SignalRefused when the source must sign and this is not signed by it
     */
    public void verify(String source, Map<String, String> headers, byte[] body) {
        table.find(source).ifPresent(row -> {
            if (!row.scheme().isSigned(row.secret(), headers, body)) {
                throw SignalRefused.of(
                        SignalRefused.SignalRefusalReason.NOT_SIGNED,
                        "The body is not signed with the secret of " + source + "; expected is "
                                + row.scheme().header() + ".");
            }
        });
    }
}
