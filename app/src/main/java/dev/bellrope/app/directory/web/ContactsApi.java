package dev.bellrope.app.directory.web;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.entry.Entry.ContactEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.web.Bodies.ContactBody;
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
@RequestMapping("/api/v1/accounts/{account}/contacts")
class ContactsApi {
    private final EntryResources resources;

    ContactsApi(EntryResources resources) {
        this.resources = resources;
    }

    @Operation(operationId = "listContacts", summary = "A page of the contacts of one account, by id")
    @GetMapping
    EntryPageJson<ContactEntry> list(
            @PathVariable String account,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = EntryResources.LIMIT) int limit,
            VisibleAccounts visible) {
        return resources.listOf(account, EntryKind.CONTACTS, visible, after, limit);
    }

    @Operation(operationId = "getContact", summary = "One contact, with its revision as ETag")
    @GetMapping("/{id}")
    ResponseEntity<EntryJson<ContactEntry>> get(
            @PathVariable String account, @PathVariable String id, VisibleAccounts visible) {
        return resources.get(EntryKind.CONTACTS, visible, account, id);
    }

    @Operation(
            operationId = "putContact",
            summary = "Creates (201) or replaces (200) the contact of that id; the same again changes nothing")
    @CreatesOrReplaces
    @PutMapping("/{id}")
    ResponseEntity<EntryJson<ContactEntry>> put(
            @PathVariable String account,
            @PathVariable String id,
            @RequestBody ContactBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Nullable Principal who,
            VisibleAccounts visible) {
        return resources.put(body.entry(account, id), ifMatch, who, visible);
    }

    @Operation(operationId = "removeContact", summary = "Removes the contact")
    @Removes
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @PathVariable String account,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Nullable Principal who,
            VisibleAccounts visible) {
        return resources.remove(ifMatch, who, visible, EntryKind.CONTACTS, account, id);
    }
}
