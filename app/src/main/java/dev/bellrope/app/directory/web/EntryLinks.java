package dev.bellrope.app.directory.web;

import dev.bellrope.app.directory.entry.EntryKind;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the addresses of the directory's pages; a key may contain any character, so it is part of the query. */
public final class EntryLinks {
    private EntryLinks() {}

    /** Returns the address of an entry's page. */
    public static String entry(EntryKind kind, Map<String, String> key) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/settings/directory/" + kind.word() + "/entry");
        key.keySet().stream().sorted().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(key).toUriString();
    }

    /** Returns the address of the part of a list after a key. */
    public static String next(EntryKind kind, String search, List<String> key) {
        return UriComponentsBuilder.fromPath("/settings/directory/" + kind.word())
                .queryParam("search", "{search}")
                .queryParam("after", "{after}")
                .queryParam("then", "{then}")
                .encode()
                .buildAndExpand(search, key.getFirst(), key.getLast())
                .toUriString();
    }
}
