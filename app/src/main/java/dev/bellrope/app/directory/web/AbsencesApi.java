package dev.bellrope.app.directory.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.entry.Entry.AbsenceEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.web.Bodies.AbsenceBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
@RequestMapping("/api/v1/people/{person}/absences")
class AbsencesApi {
    private final EntryResources resources;

    AbsencesApi(EntryResources resources) {
        this.resources = resources;
    }

    @Operation(operationId = "listAbsences", summary = "A page of the absences of one person, by id")
    @GetMapping
    EntryPageJson<AbsenceEntry> list(
            @PathVariable String person,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = EntryResources.LIMIT) int limit,
            VisibleAccounts visible) {
        return resources.listOf(person, EntryKind.ABSENCES, visible, after, limit);
    }

    @Operation(operationId = "getAbsence", summary = "One absence, with its revision as ETag")
    @GetMapping("/{id}")
    ResponseEntity<EntryJson<AbsenceEntry>> get(
            @PathVariable String person, @PathVariable String id, VisibleAccounts visible) {
        return resources.get(EntryKind.ABSENCES, visible, person, id);
    }

    @Operation(
            operationId = "putAbsence",
            summary = "Creates (201) or replaces (200) the absence of that id; the same again changes nothing")
    @CreatesOrReplaces
    @PutMapping("/{id}")
    ResponseEntity<EntryJson<AbsenceEntry>> put(
            @PathVariable String person,
            @PathVariable String id,
            @RequestBody AbsenceBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Nullable Principal who,
            VisibleAccounts visible) {
        return resources.put(body.entry(person, id), ifMatch, who, visible);
    }

    @Operation(operationId = "removeAbsence", summary = "Removes the absence")
    @Removes
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @PathVariable String person,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Nullable Principal who,
            VisibleAccounts visible) {
        return resources.remove(ifMatch, who, visible, EntryKind.ABSENCES, person, id);
    }
}
