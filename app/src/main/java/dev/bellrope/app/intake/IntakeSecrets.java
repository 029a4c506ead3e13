package dev.bellrope.app.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The secrets that sources sign their bodies with. A secret is used here and never leaves. */
@Component
public class IntakeSecrets {
    private final IntakeSecretTable table;
    private final Clock clock;

    IntakeSecrets(IntakeSecretTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** How a source signs, and since when. */
    public record SecretInfo(SignatureScheme scheme, Instant changedAt) {}

    /** Finds how a source signs, without its secret. */
    public Optional<SecretInfo> find(String source) {
        return table.find(source).map(row -> new SecretInfo(row.scheme(), row.changedAt()));
    }

    /** Lists the sources that sign, by name. */
    public List<String> listSources() {
        return table.listSources();
    }

    /**
     * Requires a source to sign from now on.
     *
     * @throws SignalRefused when the scheme cannot use the secret
     */
    public void set(String source, SignatureScheme scheme, String secret) {
        scheme.check(secret);
        table.set(source, scheme, secret, clock.instant());
    }

    /** Stops requiring a source to sign. */
    public void remove(String source) {
        table.remove(source);
    }

    /**
     * Verifies the signature of a body.
     *
     * @param headers the headers by lower-case name
     * @throws SignalRefused when the source must sign and this body has no valid signature
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
