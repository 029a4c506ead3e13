package dev.bellrope.app.insights.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.insights.FigureQuery;
import dev.bellrope.app.insights.Period;
import dev.bellrope.app.web.AcceptedInstants;
import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.playbook.Severity;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A query as URL parameters: what was typed, right or wrong; empty if nothing was. */
public record FigureParameters(
        @Parameter(description = "How many days up to today: 90 unless asked for otherwise")
        String days,

        @Parameter(description = "The first day, such as 2026-03-01; with to, instead of days")
        String from,

        @Parameter(description = "The last day, such as 2026-03-31")
        String to,

        @Parameter(description = "S1 to S4: the severity that it has now")
        String severity,

        @Parameter(description = "The response tier that it has now")
        String tier,

        @Parameter(description = "The value band of the account: strategic, key, growth or standard")
        String band,

        @Parameter(description = "An account's id") String account,

        @Parameter(description = "The team in which the last owner is now")
        String team,

        @Parameter(
                description =
                        "working: times to something are those of the promise, in its calendar and without its pauses; otherwise by the wall clock")
        String time) {
    static final List<String> DAYS = List.of("30", "90", "365");
    static final String USUAL = "90";
    private static final String WORKING = "working";
    private static final int LONGEST = 200;

    public FigureParameters(
            @Nullable String days,
            @Nullable String from,
            @Nullable String to,
            @Nullable String severity,
            @Nullable String tier,
            @Nullable String band,
            @Nullable String account,
            @Nullable String team,
            @Nullable String time) {
        this.days = text(days);
        this.from = text(from);
        this.to = text(to);
        this.severity = text(severity);
        this.tier = text(tier);
        this.band = text(band);
        this.account = text(account);
        this.team = text(team);
        this.time = text(time);
    }

    /** Whether it has explicit days, rather than a number of days up to today. */
    public boolean isFromTo() {
        return !from.isEmpty() || !to.isEmpty();
    }

    public boolean isWorking() {
        return time.equals(WORKING);
    }

    /** Whether a filter leaves out escalations of the period. */
    public boolean isFiltered() {
        return !(severity + tier + band + account + team).isEmpty();
    }

    /**
     * Converts the parameters to a query.
     *
     * @throws IllegalArgumentException with a sentence, when they are invalid
     */
    FigureQuery question(Instant now, ZoneId zone, VisibleAccounts visible) {
        one(
                "severity",
                severity,
                Arrays.stream(Severity.values()).map(Enum::name).toList());
        one("band", band, Arrays.stream(ValueBand.values()).map(ValueBand::word).toList());
        one("time", time, List.of(WORKING));
        return new FigureQuery(
                period(now, zone),
                some("severity", severity),
                some("tier", tier),
                some("band", band),
                some("account", account),
                some("team", team),
                isWorking(),
                visible);
    }

    private Period period(Instant now, ZoneId zone) {
        if (isFromTo()) {
            LocalDate last = to.isEmpty() ? LocalDate.ofInstant(now, zone) : AcceptedInstants.parseDate(to);
            LocalDate first = from.isEmpty() ? last.minusDays(29) : AcceptedInstants.parseDate(from);
            return new Period(first, last, zone);
        }
        String wanted = days.isEmpty() ? USUAL : days;
        if (!wanted.matches("[0-9]{1,4}") || wanted.matches("0+")) {
            throw new IllegalArgumentException("days is a number from 1 to " + Period.MOST_DAYS);
        }
        return Period.last(Integer.parseInt(wanted), now, zone);
    }

    /** Returns the same parameters for one severity. */
    public FigureParameters severity(String one) {
        return new FigureParameters(days, from, to, one, tier, band, account, team, time);
    }

    /** Returns the same parameters for a number of days up to today. */
    public FigureParameters days(String many) {
        return new FigureParameters(many, "", "", severity, tier, band, account, team, time);
    }

    /** Returns the same parameters for another kind of time. */
    public FigureParameters time(String one) {
        return new FigureParameters(days, from, to, severity, tier, band, account, team, one);
    }

    /** Returns the same parameters for all escalations of the period. */
    public FigureParameters unfiltered() {
        return new FigureParameters(days, from, to, "", "", "", "", "", time);
    }

    /** Returns the query string, such as {@code ?days=30&team=platform}; empty if no parameter is set. */
    public String query() {
        return query(Map.of());
    }

    /** Returns the query string for the escalations behind a point. */
    public String point(String value) {
        return query(Map.of("point", value));
    }

    /** Returns the query string for the next page of those. */
    public String after(@Nullable String point, String key) {
        return query(point == null ? Map.of("after", key) : Map.of("point", point, "after", key));
    }

    private String query(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(more);
        Map<String, String> given = new LinkedHashMap<>();
        given.put("days", isFromTo() ? "" : days);
        given.put("from", from);
        given.put("to", to);
        given.put("severity", severity);
        given.put("tier", tier);
        given.put("band", band);
        given.put("account", account);
        given.put("team", team);
        given.put("time", time);
        given.values().removeIf(String::isEmpty);
        all.putAll(given);
        return all.isEmpty()
                ? ""
                : all.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static void one(String name, String given, List<String> accepted) {
        if (!given.isEmpty() && !accepted.contains(given)) {
            throw new IllegalArgumentException(name + " is one of " + String.join(", ", accepted));
        }
    }

    private static Optional<String> some(String name, String given) {
        if (given.length() > LONGEST || given.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    name + " is longer than " + LONGEST + " letters, or has some that cannot be read");
        }
        return given.isEmpty() ? Optional.empty() : Optional.of(given);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
