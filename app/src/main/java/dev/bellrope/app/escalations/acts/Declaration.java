package dev.bellrope.app.escalations.acts;

import static java.util.Objects.requireNonNullElse;

import dev.bellrope.core.playbook.Severity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An escalation that a person declares, with a severity, or with an impact and an urgency of the matrix. */
public record Declaration(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The account's id", example = "acme")
        @Nullable String account,

        @Schema(example = "Nobody can pay") @Nullable String title,

        @Schema(description = "What it means for the customer's business", example = "Shops are closed") @Nullable String impactNote,

        @Schema(example = "[\"4711\"]") @Nullable List<String> tickets,

        @Schema(
                description =
                        "How severe it is. Needed without impact and urgency; with them it must be what they mean")
        @Nullable Severity severity,

        @Schema(description = "A word of the playbook's matrix; goes with an urgency", example = "business_stopped")
        @Nullable String impact,

        @Schema(description = "A word of the playbook's matrix; goes with an impact", example = "now") @Nullable String urgency,

        @Schema(description = "Whether somebody must accept it first", example = "false") @Nullable Boolean request) {
    List<String> coveredTickets() {
        return BodyValues.all(tickets, "tickets").stream()
                .map(String::strip)
                .filter(ticket -> !ticket.isEmpty())
                .distinct()
                .toList();
    }

    boolean isRequest() {
        return requireNonNullElse(request, false);
    }

    /** Returns the declaration with another title. */
    public Declaration titled(String headline) {
        return new Declaration(account, headline, impactNote, tickets, severity, impact, urgency, request);
    }
}
