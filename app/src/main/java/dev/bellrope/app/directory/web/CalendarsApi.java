package dev.bellrope.app.directory.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.entry.DecodedText;
import dev.bellrope.app.directory.entry.Entry.CalendarEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.web.Bodies.CalendarBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "People")
@RestController
@RequestMapping("/api/v1/calendars")
class CalendarsApi {
    private final EntryResources resources;

    CalendarsApi(EntryResources resources) {
        this.resources = resources;
    }

    @Operation(operationId = "listCalendars", summary = "A page of calendars, by id")
    @GetMapping
    EntryPageJson<CalendarEntry> list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = EntryResources.LIMIT) int limit,
            VisibleAccounts visible) {
        return resources.list(EntryKind.CALENDARS, visible, search, after, limit);
    }

    @Operation(operationId = "getCalendar", summary = "One calendar, with its revision as ETag")
    @GetMapping("/{id}")
    ResponseEntity<EntryJson<CalendarEntry>> get(@PathVariable String id, VisibleAccounts visible) {
        return resources.get(EntryKind.CALENDARS, visible, id);
    }

    @Operation(
            operationId = "putCalendar",
            summary = "Creates (201) or replaces (200) the calendar of that id; the same again changes nothing")
    @CreatesOrReplaces
    @PutMapping("/{id}")
    ResponseEntity<EntryJson<CalendarEntry>> put(
            @PathVariable String id,
            @RequestBody CalendarBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Nullable Principal who,
            VisibleAccounts visible) {
        return resources.put(body.entry(id), ifMatch, who, visible);
    }

    @Operation(
            operationId = "putHolidayFile",
            summary = "Replaces the iCalendar file of a calendar that is there; an empty one takes it out",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string"))))
    @PutMapping(path = "/{id}/icalendar", consumes = "text/calendar")
    ResponseEntity<EntryJson<CalendarEntry>> putFile(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            InputStream body,
            @Nullable Principal who,
            VisibleAccounts visible)
            throws IOException {
        byte[] file = BoundedBody.read(body);
        Charset declared = type.getCharset();
        String text = declared == null || declared.equals(StandardCharsets.UTF_8)
                ? DecodedText.of(file).text()
                : new String(file, declared);
        return resources.putFile(id, text, who, visible);
    }

    @Operation(operationId = "removeCalendar", summary = "Removes the calendar")
    @Removes
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Nullable Principal who,
            VisibleAccounts visible) {
        return resources.remove(ifMatch, who, visible, EntryKind.CALENDARS, id);
    }
}
