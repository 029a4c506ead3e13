package dev.bellrope.app.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies: at first such as the schema asks for, then worse. */
final class Bodies {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEP_ENOUGH = 6;
    /** Stands for a number that no reader keeps, and so no tree can hold. */
    private static final String NUMBER = "\uE001";

    private final Addresses addresses;
    private final Seen seen;
    private final Random random;

    Bodies(Addresses addresses, Seen seen, Random random) {
        this.addresses = addresses;
        this.seen = seen;
        this.random = random;
    }

    /** A value of that schema; one of a field of that name that was seen, more often than not. */
    JsonNode valid(String field, JsonNode schema, int depth) {
        JsonNode resolved = addresses.resolved(schema);
        if (resolved.has("example") && random.nextInt(3) == 0) {
            return resolved.get("example");
        }
        if (resolved.path("enum").isArray() && !resolved.path("enum").isEmpty()) {
            return resolved.get("enum").get(random.nextInt(resolved.get("enum").size()));
        }
        return switch (type(resolved)) {
            case "object" -> object(resolved, depth);
            case "array" -> array(field, resolved, depth);
            case "integer" -> NODES.numberNode(random.nextInt(5));
            case "number" -> NODES.numberNode(random.nextDouble());
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.stringNode(string(field, resolved));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        String first = type.isArray() ? type.path(0).asString("") : type.asString("");
        return first.isEmpty() && schema.has("properties") ? "object" : first;
    }

    private String string(String field, JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date-time" -> "2026-03-09T12:00:00Z";
            case "date" -> "2026-03-09";
            case "uuid" -> "00000000-0000-7000-8000-000000000000";
            default -> seen.knows(field) && random.nextInt(4) > 0 ? seen.one(field) : "Nobody can pay";
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        if (depth < DEEP_ENOUGH) {
            schema.path("properties").properties().forEach(property -> {
                if (random.nextInt(8) > 0) {
                    object.set(property.getKey(), valid(property.getKey(), property.getValue(), depth + 1));
                }
            });
            if (schema.path("additionalProperties").isObject()
                    || schema.path("properties").isEmpty()) {
                object.put("free", random.nextInt());
            }
        }
        return object;
    }

    private ArrayNode array(String field, JsonNode schema, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int count = random.nextInt(3); count > 0 && depth < DEEP_ENOUGH; count--) {
            array.add(valid(field, schema.path("items"), depth + 1));
        }
        return array;
    }

    /** The tree with one thing wrong. */
    JsonNode mutated(JsonNode root) {
        List<JsonNode> inner = new ArrayList<>();
        collect(root, inner);
        if (inner.isEmpty()) {
            return random.nextBoolean() ? worse() : root;
        }
        JsonNode where = Nasty.one(inner, random);
        if (where instanceof ArrayNode array) {
            if (array.isEmpty() || random.nextBoolean()) {
                array.add(worse());
            } else {
                array.set(random.nextInt(array.size()), worse());
            }
        } else if (where instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            if (names.isEmpty() || random.nextInt(6) == 0) {
                object.set(random.nextBoolean() ? "unheardOf" : Nasty.text(random), worse());
            } else if (random.nextInt(6) == 0) {
                object.remove(Nasty.one(names, random));
            } else {
                object.set(Nasty.one(names, random), worse());
            }
        }
        return root;
    }

    private static void collect(JsonNode node, List<JsonNode> inner) {
        if (node.isContainer()) {
            inner.add(node);
            node.forEach(child -> collect(child, inner));
        }
    }

    private JsonNode worse() {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(true);
            case 2 -> NODES.stringNode(NUMBER + Nasty.number(random) + NUMBER);
            case 3 -> NODES.arrayNode().add(Nasty.text(random)).add(1);
            case 4 -> NODES.objectNode().put(Nasty.text(random), Nasty.text(random));
            case 5 -> deep();
            default -> NODES.stringNode(Nasty.text(random));
        };
    }

    private JsonNode deep() {
        JsonNode node = NODES.stringNode(Nasty.HTML);
        int depth = 5 + random.nextInt(70);
        for (int i = 0; i < depth; i++) {
            node = random.nextBoolean()
                    ? NODES.objectNode().set("a", node)
                    : NODES.arrayNode().add(node);
        }
        return node;
    }

    /** As it goes over the wire; once in a while not as text at all. */
    byte[] written(JsonNode tree) {
        String text = JsonMapper.shared()
                .writeValueAsString(tree)
                .replace("\"" + NUMBER, "")
                .replace(NUMBER + "\"", "")
                .replace(String.valueOf(Nasty.HALF_PAIR), random.nextBoolean() ? "\\ud83d" : "\\udc00");
        return distorted(text);
    }

    byte[] distorted(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(50)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
            case 1 -> text.replaceFirst("\\{", "{\"a\":1,\"a\":2,").getBytes(StandardCharsets.UTF_8);
            case 2 -> text.getBytes(StandardCharsets.UTF_16);
            case 3 -> text.getBytes(Charset.forName("UTF-32LE"));
            case 4 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case 5 -> (text + "]}\0").getBytes(StandardCharsets.UTF_8);
            case 6 -> {
                for (int i = 0; i < 3 && bytes.length > 0; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                yield bytes;
            }
            case 7 -> zipped(bytes);
            default -> bytes;
        };
    }

    /** A few kilobytes that unpack to many megabytes. */
    static byte[] bomb() {
        return zipped(new byte[50 * 1024 * 1024]);
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
