package dev.bellrope.app.directory.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Entries;
import dev.bellrope.app.directory.WriteResult;
import dev.bellrope.app.directory.WriteResult.WriteOutcome;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.Entry.CalendarEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.StoredEntry;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Serves what all kinds of entries share: revisions as entity tags, pages, and the writer's name. */
@Component
class EntryResources {
    static final String LIMIT = "100";
    private static final int MOST = 500;
    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"?(\\d{1,18})\"?\\s*");

    private final Entries entries;

    EntryResources(Entries entries) {
        this.entries = entries;
    }

    <E extends Entry> ResponseEntity<EntryJson<E>> get(EntryKind kind, VisibleAccounts visible, String... key) {
        StoredEntry<E> kept = entries.get(kind, List.of(key), visible);
        return ResponseEntity.ok().eTag(tag(kept)).body(EntryJson.of(kept));
    }

    <E extends Entry> ResponseEntity<EntryJson<E>> put(
            E entry, @Nullable String ifMatch, @Nullable Principal who, VisibleAccounts visible) {
        WriteResult<E> written = entries.put(entry, expected(ifMatch), name(who), visible);
        return ResponseEntity.status(written.outcome() == WriteOutcome.CREATED ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag(tag(written.kept()))
                .body(EntryJson.of(written.kept()));
    }

    /** Replaces the file of an existing calendar, unless another writer was faster. */
    ResponseEntity<EntryJson<CalendarEntry>> putFile(
            String id, String icalendar, @Nullable Principal who, VisibleAccounts visible) {
        StoredEntry<CalendarEntry> kept = entries.get(EntryKind.CALENDARS, List.of(id), visible);
        CalendarEntry old = kept.entry();
        CalendarEntry entry = new CalendarEntry(
                id,
                old.zone(),
                old.hours(),
                old.country(),
                old.region(),
                old.holidays(),
                old.worked(),
                old.specialHours(),
                icalendar);
        return put(entry, String.valueOf(kept.revision()), who, visible);
    }

    ResponseEntity<Void> remove(
            @Nullable String ifMatch, @Nullable Principal who, VisibleAccounts visible, EntryKind kind, String... key) {
        entries.remove(kind, List.of(key), expected(ifMatch), name(who), visible);
        return ResponseEntity.noContent().build();
    }

    /** Returns a page of entries whose key is one id. */
    <E extends Entry> EntryPageJson<E> list(
            EntryKind kind, VisibleAccounts visible, String search, String after, int limit) {
        return page(entries.list(kind, search, List.of(after), visible, limit(limit) + 1), limit);
    }

    /** Returns a page of one owner's entries, by id. */
    <E extends Entry> EntryPageJson<E> listOf(
            String owner, EntryKind kind, VisibleAccounts visible, String after, int limit) {
        List<StoredEntry<E>> rows = entries.<E>list(kind, "", List.of(owner, after), visible, limit(limit) + 1).stream()
                .filter(kept -> kept.entry().key().getFirst().equals(owner))
                .toList();
        return page(rows, limit);
    }

    /** Returns a page of entries whose key has two parts, after {@code first/second}. */
    <E extends Entry> EntryPageJson<E> listPairs(
            EntryKind kind, VisibleAccounts visible, String search, String after, int limit) {
        EntryPageJson<E> page = page(entries.list(kind, search, pair(after), visible, limit(limit) + 1), limit);
        return page.next() == null
                ? page
                : new EntryPageJson<>(
                        page.items(), cursor(page.items().getLast().entry().key()));
    }

    /** The first part may contain a slash, since a source is often a URI. */
    private static String cursor(List<String> pair) {
        return URLEncoder.encode(pair.getFirst(), StandardCharsets.UTF_8) + "/" + pair.getLast();
    }

    private static List<String> pair(String cursor) {
        int slash = cursor.indexOf('/');
        try {
            return slash < 0
                    ? List.of(cursor, "")
                    : List.of(
                            URLDecoder.decode(cursor.substring(0, slash), StandardCharsets.UTF_8),
                            cursor.substring(slash + 1));
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest(
                    "The parameter after is wrong.",
                    ProblemError.in("after", "Accepted: the one that the page before says is next."));
        }
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.badRequest(
                    "The parameter limit is wrong.",
                    ProblemError.in("limit", "Accepted: a whole number from 1 to " + MOST + "."));
        }
        return limit;
    }

    static String name(@Nullable Principal who) {
        return who == null ? "nobody signed in" : who.getName();
    }

    private static <E extends Entry> EntryPageJson<E> page(List<StoredEntry<E>> rows, int limit) {
        List<EntryJson<E>> items = rows.stream().limit(limit).map(EntryJson::of).toList();
        return new EntryPageJson<>(
                items, rows.size() > limit ? items.getLast().entry().key().getLast() : null);
    }

    private static String tag(StoredEntry<?> kept) {
        return "\"" + kept.revision() + "\"";
    }

    private static OptionalLong expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return OptionalLong.empty();
        }
        Matcher matcher = TAG.matcher(ifMatch);
        if (!matcher.matches()) {
            throw ProblemException.badRequest(
                    "\"" + ifMatch + "\" is no revision.",
                    ProblemError.in(HttpHeaders.IF_MATCH, "Accepted: the ETag of an answer, such as \"3\"."));
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
    }
}
