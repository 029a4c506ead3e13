package dev.bellrope.app.foresight;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.rule.SignalRules;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.simulation.Simulation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Forecasts what a playbook would have begun if it had been in force in the last days, before it is published.
 * Publishing itself begins nothing for earlier signals: this shows what to expect.
 */
@Component
public class Forecast {
    private static final Duration BACK = Duration.ofDays(7);
    private static final int MOST = 10_000;
    private static final int NAMED = 5;

    private final PastSignals past;
    private final Playbooks playbooks;
    private final Directory directory;
    private final Clock clock;

    Forecast(PastSignals past, Playbooks playbooks, Directory directory, Clock clock) {
        this.past = past;
        this.playbooks = playbooks;
        this.directory = directory;
        this.clock = clock;
    }

    /** How often something occurs. */
    @Schema(name = "OpeningCount")
    public record ForecastCount(String name, long times) {}

    /** An escalation that would have begun. */
    @Schema(name = "ForecastOpening")
    public record ForecastOpening(Instant at, String accountName, String title, String trigger, String severity) {}

    /**
     * What would have begun.
     *
     * @param signals the number of signals that were replayed
     * @param since when the first of them happened, or seven days ago
     * @param opened the number of escalations that would have opened at once
     * @param held the number of further ones that wait for acceptance because too many opened within the hour
     * @param requested the number of further ones whose triggers require acceptance
     * @param inForce the number that the version in force begins from the same signals
     * @param triggers the counts by trigger, the most frequent first
     * @param accounts the accounts with the most escalations
     * @param first the first few
     */
    @Schema(name = "OpeningForecast")
    public record ForecastResult(
            int signals,
            Instant since,
            int opened,
            int held,
            int requested,
            int inForce,
            List<ForecastCount> triggers,
            List<ForecastCount> accounts,
            List<ForecastOpening> first) {
        /** Returns the number of all that would have begun. */
        public int begun() {
            return opened + held + requested;
        }
    }

    /** Replays the signals of the last seven days, at most the newest 10,000. */
    public ForecastResult of(Playbook draft, VisibleAccounts visible) {
        Instant from = clock.instant().minus(BACK);
        List<Signal> signals = past.since(from, visible, MOST);
        List<Escalation> begun = beginnings(draft, signals);
        int held = (int) begun.stream().filter(SignalRules::isHeld).count();
        int opened =
                (int) begun.stream().filter(one -> one.times().opened() != null).count();
        return new ForecastResult(
                signals.size(),
                signals.size() < MOST ? from : signals.getFirst().at(),
                opened,
                held,
                begun.size() - opened - held,
                beginnings(playbooks.inForce(), signals).size(),
                counted(begun, one -> one.assessment().trigger(), Integer.MAX_VALUE),
                counted(begun, Escalation::accountName, NAMED),
                begun.stream().limit(NAMED).map(Forecast::begun).toList());
    }

    private List<Escalation> beginnings(Playbook playbook, List<Signal> signals) {
        return Simulation.beginnings(
                playbook,
                directory.people(),
                id -> directory.findAccount(id).orElseGet(() -> Account.named(id, id)),
                signals);
    }

    private static List<ForecastCount> counted(List<Escalation> all, Function<Escalation, String> by, int most) {
        Map<String, Long> counts = all.stream().collect(groupingBy(by, counting()));
        return counts.entrySet().stream()
                .map(one -> new ForecastCount(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingLong(ForecastCount::times)
                        .reversed()
                        .thenComparing(ForecastCount::name))
                .limit(most)
                .toList();
    }

    private static ForecastOpening begun(Escalation one) {
        Instant opened = one.times().opened();
        Instant asked = one.times().requested();
        return new ForecastOpening(
                opened != null ? opened : asked != null ? asked : Instant.EPOCH,
                one.accountName(),
                one.title(),
                one.assessment().trigger(),
                one.severity().name());
    }
}
