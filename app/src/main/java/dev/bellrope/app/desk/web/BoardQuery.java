package dev.bellrope.app.desk.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.core.routing.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the board is to show; all of it is in the address, so that a view can be shared and saved.
 *
 * @param team the owner's team
 * @param group what the lanes stand for: empty for status and level, {@code team}, {@code account}, {@code issue} or
 *     {@code product}
 * @param view empty for a list, or {@code kanban}
 */
public record BoardQuery(
        @Nullable String status,
        @Nullable String severity,
        @Nullable String owner,
        @Nullable String team,
        @Nullable String account,
        @Nullable String issue,
        @Nullable String group,
        @Nullable String view) {
    public BoardQuery {
        status = plain(status);
        severity = plain(severity);
        owner = plain(owner);
        team = plain(team);
        account = plain(account);
        issue = plain(issue);
        group = plain(group);
        view = plain(view);
    }

    private static String plain(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    public boolean isFiltered() {
        return !(status + severity + owner + team + account + issue).isEmpty();
    }

    public boolean isKanban() {
        return "kanban".equals(view);
    }

    EscalationFilter filter(boolean over, VisibleAccounts visible) {
        return new EscalationFilter(some(status), some(account), some(owner), some(severity), over, visible);
    }

    /** Applies the filters that are not part of the database query. */
    boolean fits(EscalationRow row, Map<String, Person> roster) {
        boolean ofTeam = plain(team).isEmpty()
                || row.owner()
                        .map(roster::get)
                        .map(person -> person.team().equals(team))
                        .orElse(false);
        return ofTeam && (plain(issue).isEmpty() || row.issueType().equals(issue));
    }

    /** Returns the query of the board's address with one value changed. */
    public String with(String name, String value) {
        Map<String, String> query = asMap();
        query.put(name, value);
        return query.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Returns the query of the board's address. */
    public String query() {
        return with("view", plain(view));
    }

    private Map<String, String> asMap() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("status", plain(status));
        query.put("severity", plain(severity));
        query.put("owner", plain(owner));
        query.put("team", plain(team));
        query.put("account", plain(account));
        query.put("issue", plain(issue));
        query.put("group", plain(group));
        query.put("view", plain(view));
        return query;
    }

    private static Optional<String> some(@Nullable String given) {
        return Optional.of(plain(given)).filter(one -> !one.isEmpty());
    }
}
