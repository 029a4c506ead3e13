package dev.bellrope.app.directory.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.entry.Entry.PersonEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.web.Bodies.PersonBody;
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
@RequestMapping("/api/v1/people")
class PeopleApi {
    private final EntryResources resources;

    PeopleApi(EntryResources resources) {
        this.resources = resources;
    }

    @Operation(operationId = "listPeople", summary = "A page of people, by id")
    @GetMapping
    EntryPageJson<PersonEntry> list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = EntryResources.LIMIT) int limit,
            VisibleAccounts visible) {
        return resources.list(EntryKind.PEOPLE, visible, search, after, limit);
    }

    @Operation(operationId = "getPerson", summary = "One person, with its revision as ETag")
    @GetMapping("/{id}")
    ResponseEntity<EntryJson<PersonEntry>> get(@PathVariable String id, VisibleAccounts visible) {
        return resources.get(EntryKind.PEOPLE, visible, id);
    }

    @Operation(
            operationId = "putPerson",
            summary = "Creates (201) or replaces (200) the person of that id; the same again changes nothing")
    @CreatesOrReplaces
    @PutMapping("/{id}")
    ResponseEntity<EntryJson<PersonEntry>> put(
            @PathVariable String id,
            @RequestBody PersonBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Nullable Principal who,
            VisibleAccounts visible) {
        return resources.put(body.entry(id), ifMatch, who, visible);
    }

    @Operation(operationId = "removePerson", summary = "Removes the person")
    @Removes
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Nullable Principal who,
            VisibleAccounts visible) {
        return resources.remove(ifMatch, who, visible, EntryKind.PEOPLE, id);
    }
}
