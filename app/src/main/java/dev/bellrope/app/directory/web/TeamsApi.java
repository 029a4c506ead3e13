package dev.bellrope.app.directory.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.entry.Entry.TeamEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.web.Bodies.TeamBody;
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
@RequestMapping("/api/v1/teams")
class TeamsApi {
    private final EntryResources resources;

    TeamsApi(EntryResources resources) {
        this.resources = resources;
    }

    @Operation(operationId = "listTeams", summary = "A page of teams, by id")
    @GetMapping
    EntryPageJson<TeamEntry> list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = EntryResources.LIMIT) int limit,
            VisibleAccounts visible) {
        return resources.list(EntryKind.TEAMS, visible, search, after, limit);
    }

    @Operation(operationId = "getTeam", summary = "One team, with its revision as ETag")
    @GetMapping("/{id}")
    ResponseEntity<EntryJson<TeamEntry>> get(@PathVariable String id, VisibleAccounts visible) {
        return resources.get(EntryKind.TEAMS, visible, id);
    }

    @Operation(
            operationId = "putTeam",
            summary = "Creates (201) or replaces (200) the team of that id; the same again changes nothing")
    @CreatesOrReplaces
    @PutMapping("/{id}")
    ResponseEntity<EntryJson<TeamEntry>> put(
            @PathVariable String id,
            @RequestBody TeamBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Nullable Principal who,
            VisibleAccounts visible) {
        return resources.put(body.entry(id), ifMatch, who, visible);
    }

    @Operation(operationId = "removeTeam", summary = "Removes the team")
    @Removes
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Nullable Principal who,
            VisibleAccounts visible) {
        return resources.remove(ifMatch, who, visible, EntryKind.TEAMS, id);
    }
}
