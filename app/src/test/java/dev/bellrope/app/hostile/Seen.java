package dev.bellrope.app.hostile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Values that Bellrope itself has shown, by the name of their field: with them a request gets past the first refusal. */
final class Seen {
    private static final int MOST = 300;
    private static final int LONGEST = 200;

    private final Map<String, List<String>> values = new HashMap<>();
    private final Random random;

    Seen(Random random) {
        this.random = random;
    }

    void look(String path, Heard heard) {
        if (heard.status() / 100 == 2 && heard.type().contains("json") && heard.body().length < 500_000) {
            JsonNode json = heard.json();
            look("", json);
            (json.isArray() ? json : json.path("items")).forEach(item -> add(path, key(item)));
        }
    }

    private static String key(JsonNode item) {
        return item.path("key")
                .asString(item.path("id").asString(item.path("version").asString("")));
    }

    void add(String field, String value) {
        List<String> known = values.computeIfAbsent(field, name -> new ArrayList<>());
        if (value.isEmpty() || value.length() > LONGEST || known.contains(value)) {
            return;
        }
        if (known.size() < MOST) {
            known.add(value);
        } else {
            known.set(random.nextInt(MOST), value);
        }
    }

    private void look(String field, JsonNode node) {
        if (node.isString()) {
            add(field, node.stringValue());
        }
        node.forEach(element -> {
            if (node.isArray()) {
                look(field, element);
            }
        });
        node.properties().forEach(member -> look(member.getKey(), member.getValue()));
    }

    /** One of that field, or of the list at that path, or of any where none is known. */
    String one(String field) {
        List<String> known = values.getOrDefault(field, List.of());
        if (!known.isEmpty()) {
            return Nasty.one(known, random);
        }
        List<String> any = values.getOrDefault("id", List.of());
        return any.isEmpty() ? "1" : Nasty.one(any, random);
    }

    boolean knows(String field) {
        return values.containsKey(field);
    }
}
