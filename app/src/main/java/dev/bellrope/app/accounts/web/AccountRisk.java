package dev.bellrope.app.accounts.web;

import dev.bellrope.app.accounts.AccountStandings.AccountEpisode;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.ticket.Ticket;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A known fact about an account that may become trouble; never a guess.
 *
 * @param kind the last part of its text's key
 * @param arguments the arguments of the text
 */
public record AccountRisk(String kind, List<Object> arguments) {
    private static final int RENEWAL_NEAR = 90;
    private static final Duration LATELY = Duration.ofDays(30);
    private static final Duration QUARTER = Duration.ofDays(90);

    /** The facts that hold the end date of the contract, as the examples and the baseline name them. */
    private static final List<String> CONTRACT_ENDS = List.of("renewal", "contract_end");

    static List<AccountRisk> of(Relationship with) {
        List<AccountRisk> risks = new ArrayList<>();
        contract(with, risks);
        misses(with, risks);
        beginnings(with, risks);
        int came = with.open().stream()
                .mapToInt(one -> one.state().counts().reopenings())
                .sum();
        if (came > 0) {
            risks.add(of("reopened", came));
        }
        if (with.page().account().contacts().isEmpty()) {
            risks.add(of("nobody"));
        }
        if (with.plan().isEmpty() && !with.page().account().plan().isEmpty()) {
            risks.add(of("plan", with.page().account().plan()));
        }
        return risks;
    }

    private static AccountRisk of(String kind, Object... arguments) {
        return new AccountRisk(kind, List.of(arguments));
    }

    private static void contract(Relationship with, List<AccountRisk> risks) {
        LocalDate today = with.now().atZone(ZoneOffset.UTC).toLocalDate();
        Map<String, Object> facts = with.page().account().facts();
        CONTRACT_ENDS.stream()
                .flatMap(name -> day(facts.get(name)).stream())
                .findFirst()
                .ifPresent(day -> {
                    long days = ChronoUnit.DAYS.between(today, day);
                    if (days < 0) {
                        risks.add(of("contract-over", day.toString(), -days));
                    } else if (days <= RENEWAL_NEAR) {
                        risks.add(of("contract", day.toString(), days));
                    }
                });
    }

    private static Optional<LocalDate> day(@Nullable Object fact) {
        try {
            return fact == null ? Optional.empty() : Optional.of(LocalDate.parse(fact.toString()));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** Only the newest clock of each target is kept, so there may have been more misses. */
    private static void misses(Relationship with, List<AccountRisk> risks) {
        List<String> missed = with.episodes().stream()
                .flatMap(one -> one.state().clocks().values().stream()
                        .filter(clock -> isLate(clock, with.now()))
                        .map(clock -> clock.target() + " (" + one.state().key() + ")"))
                .toList();
        if (!missed.isEmpty()) {
            risks.add(of("missed", missed.size(), String.join(", ", missed)));
        }
        long tickets = with.tickets().stream()
                .map(Ticket::clocks)
                .filter(clocks -> clocks.values().stream().anyMatch(clock -> isLate(clock, with.now())))
                .count();
        if (tickets > 0) {
            risks.add(of("tickets", tickets));
        }
    }

    private static boolean isLate(TargetClock clock, Instant now) {
        return clock.missedAt() != null && clock.missedAt().isAfter(now.minus(LATELY));
    }

    /** More escalations than in the previous quarter, and their triggers. */
    private static void beginnings(Relationship with, List<AccountRisk> risks) {
        Instant quarter = with.now().minus(QUARTER);
        List<AccountEpisode> lately = with.episodes().stream()
                .filter(one -> one.begun().isAfter(quarter))
                .toList();
        long before = with.episodes().stream()
                .filter(one -> !one.begun().isAfter(quarter))
                .filter(one -> one.begun().isAfter(quarter.minus(QUARTER)))
                .count();
        if (lately.size() > before && lately.size() > 1) {
            Map<String, Long> triggers = lately.stream()
                    .collect(Collectors.groupingBy(
                            one -> one.state().assessment().trigger(), TreeMap::new, Collectors.counting()));
            String words = triggers.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .map(one -> one.getKey() + (one.getValue() > 1 ? " (" + one.getValue() + ")" : ""))
                    .collect(Collectors.joining(", "));
            risks.add(of("more", lately.size(), before, words));
        }
    }
}
