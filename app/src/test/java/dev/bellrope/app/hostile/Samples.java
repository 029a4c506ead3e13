package dev.bellrope.app.hostile;

import dev.bellrope.core.playbook.reader.PlaybookReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Honest texts of what has no schema in the OpenAPI document, to begin with. */
final class Samples {
    static final List<String> PRODUCTS = List.of("alertmanager", "jira", "pagerduty", "statuspage");
    static final List<String> KINDS =
            List.of("accounts", "contacts", "aliases", "calendars", "teams", "people", "absences", "nonsense");

    private static final String EVENT = """
            {"specversion":"1.0","id":"%d","source":"https://desk.example","type":"ticket.opened",
             "subject":"T-%d","time":"2026-03-09T09:00:00Z","account":"acme","datacontenttype":"application/json",
             "data":{"account":"acme","title":"Nobody can pay","priority":"urgent","severity":"S1","status":"open",
              "impact":"all","tags":["a","b"],"text":"It does not work","target":{"name":"resolve","percent":80}}}""";
    private static final String ALERTS = """
            {"status":"firing","receiver":"r","groupLabels":{},"commonLabels":{},"externalURL":"http://a.example","alerts":[
             {"status":"firing","labels":{"alertname":"Down","account":"acme"},"annotations":{"summary":"All is down"},
              "startsAt":"2026-03-09T09:00:00Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"f%d"}]}""";
    private static final String INCIDENT = """
            {"event":{"id":"p%d","event_type":"incident.triggered","occurred_at":"2026-03-09T09:00:00Z",
             "data":{"id":"Q1","title":"Slow","urgency":"high","status":"triggered","service":{"summary":"Checkout"}}}}""";
    private static final String COMMENT = """
            {"timestamp":1773046800000,"webhookEvent":"comment_created",
             "issue":{"id":"1","key":"T-%d","fields":{"summary":"Nobody can pay","priority":{"name":"High"},"labels":["a"]}},
             "changelog":{"items":[{"field":"status","fromString":"Open","toString":"Done"}]},
             "comment":{"id":"7","created":"2026-03-09T09:00:00.000+0000","body":"Hello",
              "author":{"displayName":"A","emailAddress":"a@acme.example"}}}""";
    private static final String PAGE = """
            {"page":{"id":"p","status_description":"Down"},"incident":{"id":"i%d","name":"API down","status":"investigating",
             "impact":"major","updated_at":"2026-03-09T09:00:00Z","created_at":"2026-03-09T09:00:00Z",
             "incident_updates":[{"id":"u","body":"We look","status":"investigating","created_at":"2026-03-09T09:00:00Z"}]}}""";
    private static final String RULES = """
            {"rules":[{"heard":"ticket.note","when":[{"at":"/comment/body","matches":"^Hel+o"},{"at":"/a","present":true}],
             "kind":"ticket.reply","account":"acme","data":{"nature":"technical"}},
             {"when":[{"at":"/event/data/service/summary","is":"Checkout"}],"accountFrom":"/event/data/id"}]}""";
    private static final String SECRET = "{\"scheme\":\"%s\",\"secret\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"}";

    private Samples() {}

    static String event(Random random) {
        return EVENT.formatted(random.nextInt(100_000), random.nextInt(20));
    }

    /** Of a product, or of all that have no schema. */
    static String json(String target, Random random) {
        int number = random.nextInt(100_000);
        if (target.contains("/intake-secrets/")) {
            return SECRET.formatted(
                    Nasty.one(List.of("standard-webhooks", "hmac-sha256", "jira", "pagerduty"), random));
        }
        if (target.contains("/intake-rules/")) {
            return RULES;
        }
        if (target.contains("/signals")) {
            return event(random);
        }
        String template = target.contains("alertmanager")
                ? ALERTS
                : target.contains("jira") ? COMMENT : target.contains("pagerduty") ? INCIDENT : PAGE;
        return template.formatted(number);
    }

    /** With a part of it replaced by what the reader of conditions, calendars or YAML has to bear. */
    static String playbook(Random random) {
        String text = random.nextInt(3) == 0 ? file("../examples/minimal.playbook.yaml") : PlaybookReader.baseline();
        return switch (random.nextInt(5)) {
            case 0 -> Explosives.yaml(random);
            case 1 -> withCondition(text, Nasty.one(Explosives.CONDITIONS, random));
            case 2 -> withCondition(text, '"' + Nasty.text(random) + '"');
            case 3 -> edited(text, random);
            default -> text;
        };
    }

    static String withCondition(String playbook, String condition) {
        return playbook.replaceFirst(
                "when: [^\\n]*",
                java.util.regex.Matcher.quoteReplacement("when: >-\n      " + condition.replace("\n", "\n      ")));
    }

    @SuppressWarnings("StringConcatToTextBlock") // its lines end as the format wants
    static String calendar(Random random) {
        String days = "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Rest\r\n"
                + "RRULE:FREQ=YEARLY\r\nEND:VEVENT\r\n";
        String text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\n" + days + "END:VCALENDAR\r\n";
        return switch (random.nextInt(6)) {
            case 0 -> text.replace("20261227", "99991231");
            case 1 -> text.replace("20261224", "-0010101");
            case 2 -> text.replace("FREQ=YEARLY", "FREQ=SECONDLY;COUNT=999999999");
            case 3 -> text.replace(days, days.repeat(2_000));
            case 4 -> edited(text, random);
            default -> text;
        };
    }

    static String csv(String kind, Random random) {
        String text = kind.equals("nonsense") ? "a,b\r\n1,2\r\n" : file("../examples/directory/" + kind + ".csv");
        return switch (random.nextInt(5)) {
            case 0 -> edited(text, random);
            case 1 ->
                text.replaceFirst(
                        "\\n[^,]*,", "\n" + java.util.regex.Matcher.quoteReplacement(Nasty.text(random)) + ",");
            case 2 -> text + "\"" + "x".repeat(200_000);
            case 3 -> text + ",".repeat(100_000);
            default -> text;
        };
    }

    /** With something put into the middle, or something left out of it. */
    private static String edited(String text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(20));
        return text.substring(0, at) + Nasty.text(random) + text.substring(random.nextBoolean() ? at : end);
    }

    private static String file(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
