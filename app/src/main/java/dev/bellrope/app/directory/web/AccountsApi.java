package dev.bellrope.app.directory.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.entry.Entry.AccountEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.web.Bodies.AccountBody;
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

@Tag(name = "Accounts")
@RestController
@RequestMapping("/api/v1/accounts")
class AccountsApi {
    private final EntryResources resources;

    AccountsApi(EntryResources resources) {
        this.resources = resources;
    }

    @Operation(operationId = "listAccounts", summary = "A page of accounts, by id")
    @GetMapping
    EntryPageJson<AccountEntry> list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = EntryResources.LIMIT) int limit,
            VisibleAccounts visible) {
        return resources.list(EntryKind.ACCOUNTS, visible, search, after, limit);
    }

    @Operation(operationId = "getAccount", summary = "One account, with its revision as ETag")
    @GetMapping("/{id}")
    ResponseEntity<EntryJson<AccountEntry>> get(@PathVariable String id, VisibleAccounts visible) {
        return resources.get(EntryKind.ACCOUNTS, visible, id);
    }

    @Operation(
            operationId = "putAccount",
            summary = "Creates (201) or replaces (200) the account of that id; the same again changes nothing")
    @CreatesOrReplaces
    @PutMapping("/{id}")
    ResponseEntity<EntryJson<AccountEntry>> put(
            @PathVariable String id,
            @RequestBody AccountBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Nullable Principal who,
            VisibleAccounts visible) {
        return resources.put(body.entry(id), ifMatch, who, visible);
    }

    @Operation(operationId = "removeAccount", summary = "Removes the account")
    @Removes
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Nullable Principal who,
            VisibleAccounts visible) {
        return resources.remove(ifMatch, who, visible, EntryKind.ACCOUNTS, id);
    }
}
