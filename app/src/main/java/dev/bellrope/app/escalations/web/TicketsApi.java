package dev.bellrope.app.escalations.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.ticket.Ticket;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Tickets")
@RestController
@RequestMapping("/api/v1/tickets")
class TicketsApi {
    private final Escalations escalations;

    TicketsApi(Escalations escalations) {
        this.escalations = escalations;
    }

    /** A ticket as Bellrope watches it. */
    @Schema(name = "Ticket")
    record WatchedTicketJson(
            @Schema(example = "4711") String id,
            String account,
            @Schema(example = "open") String status,

            @Schema(description = "Who must act next: ours, theirs or nobodys", example = "ours")
            String turn,

            @Schema(description = "What the helpdesk said of it")
            Map<String, Object> facts,

            List<TicketPromiseJson> clocks,
            Map<String, Integer> misses,
            String pausedFor,
            Instant opened,
            Optional<Instant> customerWrote,
            Optional<Instant> replied,
            int messages,
            int reopened) {}

    @Schema(name = "TicketClock")
    record TicketPromiseJson(
            String target,
            int cycle,
            String status,

            @Schema(description = "The time that was promised, in the hours of the plan", example = "14400")
            long budgetSeconds,

            Instant due) {
        static TicketPromiseJson of(TargetClock clock) {
            return new TicketPromiseJson(
                    clock.target(),
                    clock.cycle(),
                    clock.status().name().toLowerCase(Locale.ROOT),
                    clock.budget().toSeconds(),
                    clock.due());
        }
    }

    @Operation(
            operationId = "getTicket",
            summary = "One ticket as it is watched here, with the clocks of its support plan")
    @GetMapping("/{id}")
    WatchedTicketJson get(@PathVariable String id, VisibleAccounts visible) {
        Ticket ticket = escalations.tickets(List.of(id), visible).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("No ticket " + id + " was heard of."));
        return new WatchedTicketJson(
                ticket.id(),
                ticket.account(),
                ticket.status().name().toLowerCase(Locale.ROOT),
                ticket.turn().name().toLowerCase(Locale.ROOT),
                ticket.facts(),
                ticket.clocks().values().stream().map(TicketPromiseJson::of).toList(),
                ticket.misses(),
                ticket.pausedFor(),
                ticket.opened(),
                Optional.ofNullable(ticket.customerWrote()),
                Optional.ofNullable(ticket.replied()),
                ticket.messages(),
                ticket.reopened());
    }
}
