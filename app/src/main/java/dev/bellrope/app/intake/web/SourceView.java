package dev.bellrope.app.intake.web;

import dev.bellrope.app.intake.HeardSignal;
import dev.bellrope.app.intake.IntakeSecrets;
import java.util.Optional;

/**
 * A source and what is known about it.
 *
 * @param product the product whose bodies it sends; empty for CloudEvents
 * @param last the newest signal of the source, if it is among the newest of all
 */
public record SourceView(
        String source, String product, String name, boolean signs, int rules, Optional<HeardSignal> last) {
    /**
     * A source to be viewed and changed.
     *
     * @param curl a call that sends a sample to it
     * @param rules the rules, as JSON
     */
    public record ChosenSource(
            SourceView source, String address, String curl, Optional<IntakeSecrets.SecretInfo> signing, String rules) {}
}
