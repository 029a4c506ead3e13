package dev.bellrope.app.directory.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.entry.Entry.AliasEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.web.Bodies.AliasBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves aliases. An alias may contain any character, even a slash, so it is given in the body or in parameters and not
 * in the path.
 */
@Tag(name = "Accounts")
@RestController
@RequestMapping("/api/v1/aliases")
class AliasesApi {
    private final EntryResources resources;

    AliasesApi(EntryResources resources) {
        this.resources = resources;
    }

    @Operation(operationId = "listAliases", summary = "A page of what sources call accounts, by source and alias")
    @GetMapping
    EntryPageJson<AliasEntry> list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = EntryResources.LIMIT) int limit,
            VisibleAccounts visible) {
        return resources.listPairs(EntryKind.ALIASES, visible, search, after, limit);
    }

    @Operation(
            operationId = "putAlias",
            summary = "Creates (201) or replaces (200) the alias of that source; letter case and spacing do not matter")
    @CreatesOrReplaces
    @PutMapping
    ResponseEntity<EntryJson<AliasEntry>> put(
            @RequestBody AliasBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Nullable Principal who,
            VisibleAccounts visible) {
        return resources.put(body.entry(), ifMatch, who, visible);
    }

    @Operation(operationId = "removeAlias", summary = "Removes the alias of that source")
    @Removes
    @DeleteMapping
    ResponseEntity<Void> remove(
            @RequestParam String source,
            @RequestParam String alias,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Nullable Principal who,
            VisibleAccounts visible) {
        return resources.remove(
                ifMatch,
                who,
                visible,
                EntryKind.ALIASES,
                new AliasEntry(source, alias, "").key().toArray(String[]::new));
    }
}
