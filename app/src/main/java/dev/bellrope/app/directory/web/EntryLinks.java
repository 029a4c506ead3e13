package dev.bellrope.app.directory.web;

import dev.bellrope.app.directory.entry.EntryKind;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of the directory's pages; a key may hold any letter, and so stands in the query. */
public final class EntryLinks {
    private EntryLinks() {}

    /** Where an entry of that key is shown. */
    public static String entry(EntryKind kind, Map<String, String> key) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/settings/directory/" + kind.word() + "/entry");
        key.keySet().stream().sorted().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(key).toUriString();
    }

    /** The part of a list that comes after that key. */
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
