package dev.bellrope.app.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellrope.app.intake.HeardSignal;
import dev.bellrope.app.intake.SignalReceipt;
import dev.bellrope.app.intake.SignalRefused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored signal as the API shows it.
 *
 * @param id our own id
 * @param externalId the source's id
 * @param accountKey what the source calls the account
 * @param trace the trace id, which the log and the timelines of the affected escalations show too
 */
@Schema(name = "Signal")
record SignalJson(
        UUID id,
        String source,
        String externalId,
        String kind,
        Instant at,
        Instant receivedAt,
        String accountKey,
        String account,
        String ticket,
        String summary,
        Map<String, Object> data,
        String state,
        List<String> did,
        String error,
        int attempts,
        String trace) {
    /** The result for each event of a request, in their order. */
    @Schema(name = "SignalResults")
    record Results(List<SignalResultJson> results) {}

    static SignalJson of(HeardSignal heard) {
        return new SignalJson(
                heard.id(),
                heard.signal().source(),
                heard.signal().id(),
                heard.signal().kind(),
                heard.signal().at(),
                heard.receivedAt(),
                heard.accountKey(),
                heard.signal().account(),
                heard.signal().ticket(),
                heard.signal().summary(),
                heard.signal().data(),
                heard.state().word(),
                heard.did(),
                heard.error(),
                heard.attempts(),
                heard.trace().id());
    }

    /**
     * The result for one event of a request.
     *
     * @param index the position in the batch, from 0
     * @param id the source's own id of the event; empty if it has none
     * @param signal the id of the stored signal; absent if the event was refused
     * @param trace the id by which everything that it causes can be found; absent if the event was refused
     * @param status accepted, duplicate, unmapped, failed or refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SignalResult")
    record SignalResultJson(
            int index,
            String id,
            String status,
            String why,
            @Nullable UUID signal,
            @Nullable String trace) {
        static SignalResultJson of(int index, SignalReceipt hearing) {
            return new SignalResultJson(
                    index,
                    hearing.heard().signal().id(),
                    hearing.status(),
                    hearing.why(),
                    hearing.heard().id(),
                    hearing.heard().trace().id());
        }

        static SignalResultJson refused(int index, String id, SignalRefused refused) {
            return new SignalResultJson(index, id, "refused", refused.why(), null, null);
        }
    }
}
