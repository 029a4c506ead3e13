package dev.bellrope.app.intake.web;

import dev.bellrope.app.intake.HeardSignal;
import dev.bellrope.app.intake.IntakeSecrets;
import java.util.Optional;

/**
 * A source with what is known of it.
 *
 * @param product whose bodies it sends; empty: CloudEvents
 * @param last the newest that came, among the newest of all
 */
public record SourceView(
        String source, String product, String name, boolean signs, int rules, Optional<HeardSignal> last) {
    /**
     * One of them, to be looked at and changed.
     *
     * @param curl a call that sends a sample there
     * @param rules as JSON
     */
    public record ChosenSource(
            SourceView source, String address, String curl, Optional<IntakeSecrets.SecretInfo> signing, String rules) {}
}
