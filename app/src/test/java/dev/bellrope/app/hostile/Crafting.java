package dev.bellrope.app.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes requests of addresses and of forms. The same seed makes the same ones, as far as Bellrope's answers are the same. */
final class Crafting {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/cloudevents+json",
            "application/cloudevents-batch+json",
            "application/xml",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=IBM500",
            "multipart/form-data",
            "multipart/form-data; boundary=" + "b".repeat(300),
            "text/csv; charset=utf-7",
            "text/yaml",
            "text/calendar",
            "*/*",
            "a",
            ";;;",
            "application/octet-stream");

    private final List<Address> all;
    private final Bodies bodies;
    private final Seen seen;
    private final Random random;

    Crafting(List<Address> addresses, Bodies bodies, Seen seen, Random random) {
        this.all = addresses;
        this.bodies = bodies;
        this.seen = seen;
        this.random = random;
    }

    Sent next(List<Form> forms, boolean onlyApi) {
        List<Address> addresses = onlyApi ? all.stream().filter(Address::isApi).toList() : all;
        int choice = random.nextInt(100);
        Sent sent;
        if (choice < 20 && !forms.isEmpty()) {
            sent = ofForm(Nasty.one(forms, random));
        } else if (choice < 40) {
            sent = ofAddress(
                    Nasty.one(addresses.stream().filter(Address::isIntake).toList(), random));
        } else if (choice < 60) {
            sent = ofAddress(
                    Nasty.one(addresses.stream().filter(Address::isWriting).toList(), random));
        } else {
            sent = ofAddress(Nasty.one(addresses, random));
        }
        return worseHead(sent);
    }

    Sent ofAddress(Address address) {
        StringBuilder target = new StringBuilder(filled(address.path()));
        boolean asForm = address.isWriting() && !address.isApi();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        address.parameters().forEach(name -> fields.put(name, List.of("")));
        if (!asForm && random.nextInt(3) > 0) {
            String query = form(fields);
            if (address.isApi() && random.nextInt(3) == 0) {
                query += "&after=" + encoded(value("after")) + "&limit=" + encoded(Nasty.text(random));
            }
            target.append('?').append(query.isEmpty() ? encoded(Nasty.text(random)) + "=1" : query);
        }
        if (!address.isWriting()) {
            return Sent.of(address.method(), target.toString(), new byte[0]);
        }
        return asForm
                ? ofForm(new Form(address.method(), target.toString(), false, fields))
                : withBody(address, target.toString());
    }

    private Sent withBody(Address address, String target) {
        List<String> types = new ArrayList<>(address.bodies().keySet());
        String type = types.isEmpty() ? "application/json" : Nasty.one(types, random);
        if (type.equals("text/yaml") || type.equals("application/yaml") || type.equals("text/plain")) {
            return sent(address, target, type, bodies.distorted(Samples.playbook(random)));
        }
        if (type.equals("text/calendar")) {
            return sent(address, target, type, bodies.distorted(Samples.calendar(random)));
        }
        if (type.equals("text/csv")) {
            return sent(address, target, type, bodies.distorted(Samples.csv(Nasty.one(Samples.KINDS, random), random)));
        }
        JsonNode schema =
                address.bodies().getOrDefault(type, JsonMapper.shared().nullNode());
        JsonNode body = (address.isIntake() && !target.contains("/mapping")) || !isSaid(schema)
                ? JsonMapper.shared().readTree(Samples.json(target, random))
                : bodies.valid("", schema, 0);
        for (int times = random.nextInt(3); times > 0; times--) {
            body = bodies.mutated(body);
        }
        if (address.path().equals("/api/v1/signals")) {
            boolean batch = random.nextInt(3) == 0;
            type = batch ? "application/cloudevents-batch+json" : "application/cloudevents+json";
            body = batch ? JsonMapper.shared().createArrayNode().add(body).add(body) : body;
        }
        Sent sent = sent(address, target, type, bodies.written(body));
        return address.path().equals("/api/v1/signals") && random.nextInt(4) == 0 ? binary(sent) : sent;
    }

    private static boolean isSaid(JsonNode schema) {
        return schema.isObject() && !schema.isEmpty();
    }

    /** A signal whose attributes are headers. */
    private Sent binary(Sent sent) {
        return Sent.of("POST", sent.target(), sent.body(), "Content-Type: application/json")
                .with("ce-specversion: 1.0")
                .with("ce-id: " + header(random.nextBoolean() ? "1" : Nasty.text(random)))
                .with("ce-source: " + header(random.nextBoolean() ? "/desk" : Nasty.text(random)))
                .with("ce-type: " + header(random.nextBoolean() ? "ticket.opened" : Nasty.text(random)))
                .with("ce-time: " + header(random.nextBoolean() ? "2026-03-09T09:00:00Z" : Nasty.text(random)))
                .with("ce-account: " + header(random.nextBoolean() ? "acme" : Nasty.text(random)));
    }

    private Sent sent(Address address, String target, String type, byte[] body) {
        String said = random.nextInt(15) == 0 ? Nasty.one(TYPES, random) : type;
        return Sent.of(address.method(), target, body, "Content-Type: " + said);
    }

    private Sent ofForm(Form form) {
        if (form.method().equals("GET")) {
            return Sent.of("GET", form.action() + "?" + form(form.fields()), new byte[0]);
        }
        if (form.hasFile() || random.nextInt(15) == 0) {
            return multipart(form);
        }
        byte[] body = form(form.fields()).getBytes(StandardCharsets.ISO_8859_1);
        return Sent.of(form.method(), form.action(), body, "Content-Type: application/x-www-form-urlencoded");
    }

    private Sent multipart(Form form) {
        StringBuilder body = new StringBuilder();
        form.fields().forEach((name, values) -> {
            String file = name.equals("file") ? "; filename=\"" + header(Nasty.text(random)) + "\"" : "";
            body.append("--bell\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n\r\n")
                    .append(name.equals("file") ? Samples.playbook(random) : value(name, values))
                    .append("\r\n");
        });
        if (random.nextInt(5) == 0) {
            body.append("--bell\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n".repeat(1_000));
        }
        body.append(random.nextInt(5) == 0 ? "--be" : "--bell--\r\n");
        return Sent.of(
                form.method(),
                form.action(),
                bodies.distorted(body.toString()),
                "Content-Type: multipart/form-data; boundary=bell");
    }

    private String form(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .filter(field -> random.nextInt(12) > 0)
                .map(field -> field.getKey() + "=" + encoded(value(field.getKey(), field.getValue())))
                .collect(Collectors.joining("&"));
    }

    private String value(String name, List<String> offered) {
        List<String> said = offered.stream().filter(one -> !one.isEmpty()).toList();
        return !said.isEmpty() && random.nextInt(3) > 0 ? Nasty.one(said, random) : value(name);
    }

    private String value(String name) {
        return seen.knows(name) && random.nextInt(3) > 0 ? seen.one(name) : Nasty.text(random);
    }

    private String filled(String path) {
        return VARIABLE.matcher(path).replaceAll(found -> {
            String name = found.group(1);
            String list = path.substring(0, found.start() - 1);
            if (random.nextInt(8) == 0) {
                return Matcher.quoteReplacement(encoded(Nasty.text(random)));
            }
            String value = switch (name) {
                case "product" -> Nasty.one(Samples.PRODUCTS, random);
                case "kind" -> Nasty.one(Samples.KINDS, random);
                case "name" -> "desk";
                default -> seen.one(seen.knows(list) ? list : name);
            };
            return Matcher.quoteReplacement(encoded(value));
        });
    }

    /** Percent-encoded; once in a while wrongly. */
    private String encoded(String text) {
        String bare = text.replace(Nasty.HALF_PAIR, '\uD83D');
        return switch (random.nextInt(80)) {
            case 0 -> "%ff%fe%c0%80";
            case 1 -> "%zz%";
            case 2 -> bare.replaceAll("[^!-~]", "");
            case 3 -> "..%2f..%5c%2e%2e/";
            case 4 -> IntStream.range(0, 20_000).mapToObj(i -> "a").collect(Collectors.joining());
            default ->
                URLEncoder.encode(bare.substring(0, Math.min(bare.length(), 2_000)), StandardCharsets.UTF_8)
                        .replace("+", "%20");
        };
    }

    /** Without the line break that would end the header, most of the time. */
    private String header(String text) {
        String short1 = text.substring(0, Math.min(text.length(), 3_000));
        return random.nextInt(10) == 0 ? short1 : short1.replaceAll("[\\r\\n]", " ");
    }

    private Sent worseHead(Sent sent) {
        return switch (random.nextInt(40)) {
            case 0 -> sent.with("Content-Encoding: gzip");
            case 1 ->
                Sent.of(sent.method(), sent.target(), Bodies.bomb(), "Content-Encoding: gzip")
                        .with("Content-Type: application/json");
            case 2 -> sent.with("X-Large: " + "h".repeat(100_000)).broken();
            case 3 -> sent.with("Accept: " + header(Nasty.text(random)));
            case 4 -> sent.with("Accept-Language: " + header(Nasty.text(random)));
            case 5 -> sent.with("If-Match: " + header(Nasty.text(random)));
            case 6 -> sent.with("Idempotency-Key: " + header(Nasty.text(random)));
            case 7 ->
                sent.with("X-Forwarded-For: " + header(Nasty.text(random)))
                        .with("X-Forwarded-Host: " + header(Nasty.text(random)))
                        .with("X-Forwarded-Proto: " + header(Nasty.text(random)));
            case 8 -> sent.with("Range: bytes=0-1,2-3," + "4-5,".repeat(500));
            case 9 ->
                new Sent(
                        Nasty.one(List.of("TRACE", "PATCH", "OPTIONS", "HEAD", "BREW", "post"), random),
                        sent.target(),
                        sent.headers(),
                        sent.body(),
                        true);
            case 10 -> sent.with("Transfer-Encoding: chunked").broken();
            case 11 -> sent.with("Content-Length: -1").broken();
            case 12 -> sent.with("Cookie: " + "a=b; ".repeat(500)).with("Cookie: BELLROPE_SESSION=%00'");
            case 13 -> new Sent(sent.method(), "/" + sent.target(), sent.headers(), sent.body(), true);
            case 14 ->
                new Sent(sent.method(), sent.target().replaceFirst("/", "/;a=b/"), sent.headers(), sent.body(), true);
            case 15 -> sent.with("HX-Request: true");
            case 16 ->
                sent.with("Content-Length: " + (sent.body().length + 100)).broken();
            default -> sent;
        };
    }
}
