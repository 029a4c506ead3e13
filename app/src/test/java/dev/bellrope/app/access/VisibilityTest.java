package dev.bellrope.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.access.AccessTable.Need;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.app.insights.CaughtUp;
import dev.bellrope.app.insights.FigureTopic;
import dev.bellrope.core.escalation.Act;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whoever may not see an account is told nothing of it, at whatever address. In the application at hand administrators may not see Kaveri,
 * and managers see everything: what the one is not told, the other is.
 */
class VisibilityTest {
    private static final String HIDDEN = "kaveri";
    private static final Set<String> VISIBLE = Set.of("acme", "nordwind", "sunrise", "bluebird");
    private static final Visibility VISIBILITY =
            who -> who.role() == Role.ADMINISTRATOR ? VisibleAccounts.only(VISIBLE) : VisibleAccounts.ALL;

    private static final String TITLE = "Dashboards stay empty";
    private static final String ENDED_TITLE = "Exports come late";
    private static final String TASK_TITLE = "Ring them about the renewal";
    private static final String TICKET = "K-7781";
    private static final byte[] FILE = "All dashboards of the night".getBytes(StandardCharsets.UTF_8);

    /** What is not asked, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "/inbox", "what was told to oneself stays one's own",
            "/api/v1/inbox", "what was told to oneself stays one's own",
            "/live", "a stream without an end; asked below",
            "/api/v1/openapi.json.yaml", "the same for everybody; its examples name a contact",
            "/settings/anything-new", "stands for what there is not",
            "/anything-new", "stands for what there is not",
            "/api/v1/anything-new", "stands for what there is not",
            "/actuator/anything-new", "stands for what there is not");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static SampleCompany company;
    private static Visitor sees;
    private static Visitor blind;
    private static String key;
    private static String ended;
    private static String visible;
    private static String signal;
    private static String file;
    private static String message;
    private static String task;
    private static String taskWithin;

    /** An address with what is put into it. */
    private record Question(String path, boolean single, boolean shows, List<String> named) {
        /** One thing of the hidden account. */
        static Question single(String path, String... named) {
            return new Question(path, true, false, List.of(named));
        }

        /** A list in which something of the hidden account is. */
        static Question shows(String path) {
            return new Question(path, false, true, List.of());
        }

        /** Where nothing of any account need be. */
        static Question any(String path) {
            return new Question(path, false, false, List.of());
        }
    }

    @BeforeAll
    static void start() {
        company = new SampleCompany(
                start -> start.bean(Visibility.class, VISIBILITY).start());
        RunningApp app = company.app;
        sees = Visitor.signedIn(app, Role.MANAGER, "irena");
        blind = Visitor.signedIn(app, Role.ADMINISTRATOR, "irena");
        signal = hear("s1", "Kaveri", TICKET);
        hear("s2", "Nordwind", "N-1");
        key = declare(HIDDEN, TITLE, "\"severity\": \"S1\", \"tickets\": [\"" + TICKET + "\"]");
        company.ask(key, Act.SEND_UPDATE, "{\"text\": \"We know what it is and work on it\"}");
        company.ask(
                key,
                Act.ASK_DECISION,
                "{\"question\": \"Roll back?\", \"options\": [\"yes\", \"no\"], \"of\": \"vp-engineering\"}");
        file = id(sees.send(
                "POST",
                "/api/v1/escalations/" + key + "/attachments",
                BodyPublishers.ofByteArray(parts()),
                "Content-Type",
                "multipart/form-data; boundary=bell",
                "X-CSRF-TOKEN",
                sees.csrf()));
        ended = declare(HIDDEN, ENDED_TITLE, "\"severity\": \"S3\", \"request\": true");
        company.ask(ended, Act.DECLINE, "{\"reason\": \"known\"}");
        visible = declare("nordwind", "Nobody can pay", "\"severity\": \"S2\"");
        task = task("{\"kind\": \"account\", \"key\": \"" + HIDDEN + "\"}");
        taskWithin = task("{\"kind\": \"escalation\", \"key\": \"" + key + "\"}");
        CaughtUp.wait(app);
        message = app.client()
                .sql(
                        "select message_id from outbox where escalation_key = :key and channel = 'email' order by message_id limit 1")
                .param("key", key)
                .query(UUID.class)
                .single()
                .toString();
        app.client()
                .sql("update outbox set state = 'dead' where message_id = cast(:id as uuid)")
                .param("id", message)
                .update();
    }

    @AfterAll
    static void stop() {
        sees.close();
        blind.close();
        company.close();
    }

    private static Map<String, List<Question>> questions() {
        Map<String, List<Question>> all = new LinkedHashMap<>();
        all.put("/accounts", lists("", "?search=kav"));
        all.put("/accounts/{id}", List.of(single("/accounts/" + HIDDEN, HIDDEN)));
        all.put("/api/v1/accounts", lists("", "?search=kav"));
        all.put("/api/v1/accounts/{id}", List.of(single("/api/v1/accounts/" + HIDDEN, HIDDEN)));
        all.put(
                "/api/v1/accounts/{account}/contacts",
                List.of(Question.shows("/api/v1/accounts/" + HIDDEN + "/contacts")));
        all.put(
                "/api/v1/accounts/{account}/contacts/{id}",
                List.of(single("/api/v1/accounts/" + HIDDEN + "/contacts/arjun", HIDDEN, "arjun")));
        all.put("/api/v1/aliases", lists("", "?search=kav"));
        all.put("/api/v1/dead-letters", lists(""));
        all.put("/api/v1/messages", lists("", "?state=dead"));
        all.put("/messages", lists("", "?state=dead"));
        all.put("/messages/mailbox", List.of(Question.any("/messages/mailbox")));
        all.put("/api/v1/directory/exports/{kind}.csv", kinds("/api/v1/directory/exports/%s.csv"));
        all.put("/settings/directory/{kind}", kinds("/settings/directory/%s"));
        all.put("/settings/directory/{kind}/new", List.of(Question.any("/settings/directory/contacts/new")));
        all.put(
                "/settings/directory/{kind}/entry",
                List.of(
                        single("/settings/directory/accounts/entry?id=" + HIDDEN, HIDDEN),
                        single("/settings/directory/contacts/entry?account=" + HIDDEN + "&id=arjun", HIDDEN, "arjun"),
                        single("/settings/directory/aliases/entry?source=zendesk&alias=Kaveri", "Kaveri", HIDDEN)));
        all.put("/api/v1/escalations", lists("", "?over=true", "?status=declined", "?account=" + HIDDEN));
        all.put("/escalations", lists("", "?status=declined", "?group=account", "?group=product", "?view=kanban"));
        all.put("/escalations/new", lists("", "?account=Kav&severity=S1"));
        for (String path : List.of("/escalations/", "/api/v1/escalations/")) {
            String variable = path.startsWith("/api") ? "{key}" : "{key:ESC-[0-9]+}";
            all.put(
                    path + variable,
                    List.of(single(path + key, key), single(path + ended, ended), Question.any(path + visible)));
            all.put(path + variable + "/attachments/{id}", List.of(single(path + key + "/attachments/" + file, key)));
        }
        all.put(
                "/api/v1/escalations/{key}/attachments",
                List.of(single("/api/v1/escalations/" + key + "/attachments", key)));
        all.put("/api/v1/escalations/{key}/timeline", List.of(single("/api/v1/escalations/" + key + "/timeline", key)));
        all.put("/api/v1/insights", lists(""));
        all.put("/insights", lists(""));
        all.put("/api/v1/insights/{topic}", topics("/api/v1/insights/%s", Set.of("rate-by-account")));
        all.put("/api/v1/insights/{topic}.csv", topics("/api/v1/insights/%s.csv", Set.of("rate-by-account")));
        all.put("/api/v1/insights/{topic}/escalations", topics("/api/v1/insights/%s/escalations", Set.of("volume")));
        all.put("/insights/{topic}", topics("/insights/%s", Set.of("volume")));
        all.put("/palette", List.of(Question.shows("/palette?q=dashb"), Question.shows("/palette?q=kav")));
        all.put(
                "/search",
                List.of(Question.shows("/search?q=dashb"), Question.shows("/search?q=kav"), Question.any("/search")));
        all.put("/people", lists(""));
        all.put("/people/{id}", List.of(Question.shows("/people/" + company.owner(key))));
        all.put(
                "/people/{id}/reassignment/{key}",
                List.of(single("/people/" + company.owner(key) + "/reassignment/" + key, key)));
        all.put("/api/v1/people/{person}/duties", List.of(Question.shows("/api/v1/people/irena/duties")));
        all.put("/", lists(""));
        all.put("/signals", lists("", "?state=ignored", "?source=zendesk"));
        all.put("/signals/{id}", List.of(single("/signals/" + signal, signal)));
        all.put("/api/v1/signals", lists("", "?account=" + HIDDEN));
        all.put("/api/v1/signals/{id}", List.of(single("/api/v1/signals/" + signal, signal)));
        all.put("/tasks", lists(""));
        all.put(
                "/tasks/{key:TASK-[0-9]+}",
                List.of(single("/tasks/" + task, task), single("/tasks/" + taskWithin, taskWithin)));
        all.put("/api/v1/tasks", lists("", "?account=" + HIDDEN, "?escalation=" + key));
        for (String below : List.of("", "/timeline")) {
            all.put(
                    "/api/v1/tasks/{key}" + below,
                    List.of(
                            single("/api/v1/tasks/" + task + below, task),
                            single("/api/v1/tasks/" + taskWithin + below, taskWithin)));
        }
        all.put("/api/v1/tickets/{id}", List.of(single("/api/v1/tickets/" + TICKET, TICKET)));
        all.put(
                "/playbook/why-not",
                List.of(Question.any("/playbook/why-not"), single("/playbook/why-not?ticket=" + TICKET, TICKET)));
        all.put("/settings/skills", lists());
        plain(all, "/api/v1/calendars/{id}", "/api/v1/calendars/prague");
        plain(all, "/api/v1/people/{id}", "/api/v1/people/hugo");
        plain(all, "/api/v1/people/{person}/absences", "/api/v1/people/hugo/absences");
        plain(all, "/api/v1/people/{person}/absences/{id}", "/api/v1/people/hugo/absences/none");
        plain(all, "/api/v1/teams/{id}", "/api/v1/teams/success");
        String version = JSON.readTree(sees.get("/api/v1/playbook/versions").body())
                .path(0)
                .path("version")
                .asString("baseline@1");
        plain(all, "/api/v1/playbook/versions/{version}", "/api/v1/playbook/versions/" + version);
        plain(all, "/playbook/versions/{version}", "/playbook/versions/" + version);
        plain(all, "/playbook/versions/{version}/changes", "/playbook/versions/" + version + "/changes");
        plain(all, "/playbook/versions/{version}/map.pdf", "/playbook/versions/" + version + "/map.pdf");
        Map<String, List<Question>> whole = new LinkedHashMap<>();
        all.forEach((pattern, some) -> whole.put(
                pattern,
                some.stream()
                        .map(one -> one.path().isEmpty() || one.path().startsWith("?")
                                ? new Question(pattern + one.path(), one.single(), one.shows(), one.named())
                                : one)
                        .toList()));
        return whole;
    }

    private static Question single(String path, String... named) {
        return Question.single(path, named);
    }

    private static List<Question> lists(String... queries) {
        return Arrays.stream(queries).map(Question::shows).toList();
    }

    private static void plain(Map<String, List<Question>> all, String pattern, String path) {
        all.put(pattern, List.of(Question.any(path)));
    }

    private static List<Question> kinds(String path) {
        return Stream.concat(
                        Stream.of("accounts", "contacts", "aliases").map(kind -> Question.shows(path.formatted(kind))),
                        Stream.of("people", "teams", "calendars", "absences")
                                .map(kind -> Question.any(path.formatted(kind))))
                .toList();
    }

    private static List<Question> topics(String path, Set<String> showing) {
        return Arrays.stream(FigureTopic.values())
                .map(FigureTopic::word)
                .map(word -> new Question(path.formatted(word), false, showing.contains(word), List.of()))
                .toList();
    }

    /** All that a person or a program with the scope read may read: nobody adds an address that is not asked here. */
    @TestFactory
    Stream<DynamicTest> nothingIsToldOfAnAccountThatMayNotBeSeen() {
        Map<String, List<Question>> known = questions();
        return AccessTable.read().entrySet().stream()
                .filter(one -> one.getKey().method().equals("GET"))
                .filter(one -> one.getValue().equals(Need.PERSON)
                        || one.getValue().scope().filter(Scope.READ::equals).isPresent())
                .map(one -> one.getKey().pattern())
                .filter(pattern -> !EXCEPTIONS.containsKey(pattern))
                .flatMap(pattern -> known.getOrDefault(pattern, List.of(Question.any(pattern))).stream())
                .map(question -> DynamicTest.dynamicTest(question.path(), () -> ask(question)));
    }

    private static void ask(Question question) {
        assertThat(question.path()).as("says what to ask").doesNotContain("{");
        HttpResponse<String> seen = sees.get(question.path());
        HttpResponse<String> hidden = blind.get(question.path());
        assertThat(hidden.statusCode()).as(hidden.body()).isLessThan(500);
        String told = hidden.body();
        for (String named : question.named()) {
            told = told.replace(named, "");
        }
        assertThat(tellsOf(told)).as(question.path() + " " + told).isEmpty();
        if (question.single()) {
            assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
            assertThat(hidden.statusCode()).as(hidden.body()).isEqualTo(404);
        } else {
            assertThat(hidden.statusCode()).isEqualTo(seen.statusCode());
        }
        if (question.shows()) {
            assertThat(tellsOf(seen.body()))
                    .as(seen.statusCode() + " " + seen.body())
                    .isNotEmpty();
        }
    }

    private static List<String> tellsOf(String body) {
        String said = body.toLowerCase(Locale.ROOT);
        return Stream.of(HIDDEN, key, ended, TITLE, ENDED_TITLE, TASK_TITLE, task, taskWithin, TICKET, "arjun")
                .filter(word -> said.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Each with what is there and may not be seen, and with what is not there. */
    @Test
    void whoeverActsOnItIsAnsweredAsIfItWereNotThere() {
        List<String> different = new ArrayList<>();
        String none = "01a1fe57-dd6a-7e54-983b-9d69ea1806b2";
        act(different, "POST", "/api/v1/escalations/%s/notes", "{\"text\": \"seen\"}", key, "ESC-99");
        act(different, "POST", "/api/v1/escalations/%s/acknowledgement", "{}", key, "ESC-99");
        act(different, "POST", "/api/v1/escalations/" + visible + "/merge", "{\"into\": \"%s\"}", key, "ESC-99");
        act(different, "POST", "/api/v1/escalations", DECLARATION, HIDDEN, "nowhere");
        act(different, "POST", "/api/v1/tasks/%s/completion", "{\"evidence\": \"rung\"}", task, "TASK-99");
        act(different, "POST", "/api/v1/tasks/%s/cancellation", "{\"reason\": \"left\"}", taskWithin, "TASK-99");
        act(different, "POST", "/api/v1/tasks", TASK_ABOUT, HIDDEN, "nowhere");
        act(different, "POST", "/api/v1/signals/%s/retry", "{}", signal, none);
        act(different, "POST", "/api/v1/signals/%s/mapping", "{\"account\": \"acme\"}", signal, none);
        act(different, "POST", "/api/v1/dead-letters/%s/resend", "{}", message, none);
        act(different, "POST", "/api/v1/dead-letters/%s/discarding", "{}", message, none);
        act(different, "DELETE", "/api/v1/accounts/%s", "", HIDDEN, "nowhere");
        act(different, "PUT", "/api/v1/accounts/%s/contacts/eve", "{\"name\": \"Eve\"}", HIDDEN, "nowhere");
        act(different, "DELETE", "/api/v1/accounts/%s/contacts/arjun", "", HIDDEN, "nowhere");
        act(different, "POST", "/api/v1/what-if/tickets/%s", "{}", TICKET, "K-0");
        assertThat(different).isEmpty();
        assertThat(call("PUT", "/api/v1/accounts/" + HIDDEN, "{\"name\": \"Mine\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(blind.submit("/escalations/" + key + "/notes", Map.of("text", "seen"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(blind.submit("/tasks/" + task + "/completion", Map.of("evidence", "rung"))
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> imported = blind.send(
                "POST",
                "/api/v1/directory/imports/accounts",
                BodyPublishers.ofString("id,name\r\n" + HIDDEN + ",Mine\r\n"),
                "Content-Type",
                "text/csv",
                "X-CSRF-TOKEN",
                blind.csrf());
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(422);
        assertThat(sees.get("/api/v1/accounts/" + HIDDEN).body()).contains("Kaveri Analytics");
        assertThat(sees.get("/api/v1/escalations/" + key + "/timeline").body()).doesNotContain("seen");
    }

    private static final String DECLARATION = "{\"account\": \"%s\", \"title\": \"Nobody\", \"severity\": \"S3\"}";
    private static final String TASK_ABOUT =
            "{\"title\": \"Ring\", \"owner\": \"ana\", \"within\": \"5d\", \"about\": {\"kind\": \"account\", \"key\": \"%s\"}}";

    private static void act(
            List<String> different, String method, String path, String body, String hidden, String missing) {
        Function<String, String> answer = name -> {
            HttpResponse<String> got = call(method, path.formatted(name), body.formatted(name));
            return got.statusCode() + " " + got.body().replace(name, "...");
        };
        String ofHidden = answer.apply(hidden);
        String ofMissing = answer.apply(missing);
        if (!ofHidden.equals(ofMissing) || !ofHidden.startsWith("4")) {
            different.add(method + " " + path + ": " + ofHidden + " | " + ofMissing);
        }
    }

    private static HttpResponse<String> call(String method, String path, String body) {
        return blind.call(method, path, body, "X-CSRF-TOKEN", blind.csrf());
    }

    @Test
    void openPagesAreNotToldOfIt() {
        try (Stream<String> told = blind.stream("/live")) {
            List<String> lines = told.peek(line -> {
                        if (line.contains("open")) {
                            note(key);
                            note(visible);
                        }
                    })
                    .takeWhile(line -> !line.contains(visible))
                    .toList();
            assertThat(String.join(" ", lines)).doesNotContain(key);
        }
        try (Stream<String> told = sees.stream("/live")) {
            assertThat(told.peek(line -> {
                                if (line.contains("open")) {
                                    note(key);
                                }
                            })
                            .filter(line -> line.contains(key))
                            .findFirst())
                    .isPresent();
        }
    }

    private static void note(String escalation) {
        company.ask(escalation, Act.ADD_NOTE, "{\"text\": \"Still at it\"}");
    }

    private static String hear(String id, String account, String ticket) {
        HttpResponse<String> answer = sees.send(
                "POST",
                "/api/v1/signals",
                BodyPublishers.ofString("""
                        {"specversion": "1.0", "id": "%s", "source": "zendesk", "type": "ticket.opened", "subject": "%s",
                         "account": "%s", "data": {"summary": "Nothing is shown", "product": "charts"}}
                        """.formatted(id, ticket, account)),
                "Content-Type",
                "application/cloudevents+json",
                "X-CSRF-TOKEN",
                sees.csrf());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).path("signal").asString();
    }

    private static String declare(String account, String title, String more) {
        return made(
                "/api/v1/escalations", "{\"account\": \"%s\", \"title\": \"%s\", %s}".formatted(account, title, more));
    }

    private static String task(String about) {
        return made(
                "/api/v1/tasks",
                "{\"title\": \"%s\", \"owner\": \"irena\", \"within\": \"5d\", \"about\": %s}"
                        .formatted(TASK_TITLE, about));
    }

    private static String made(String path, String body) {
        HttpResponse<String> answer = sees.post(path, body, "X-CSRF-TOKEN", sees.csrf());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("key").asString();
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("id").asString();
    }

    private static byte[] parts() {
        return Stream.of(
                        "--bell",
                        "Content-Disposition: form-data; name=\"file\"; filename=\"night.txt\"",
                        "Content-Type: text/plain",
                        "",
                        new String(FILE, StandardCharsets.UTF_8),
                        "--bell--",
                        "")
                .collect(Collectors.joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
