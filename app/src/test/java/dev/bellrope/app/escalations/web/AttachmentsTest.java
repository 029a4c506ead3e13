package dev.bellrope.app.escalations.web;

import static dev.bellrope.app.web.PageText.english;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Visitor;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of an escalation: what they are by their content, under which name, and that they are only handed out to be kept. */
class AttachmentsTest {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final int MEGABYTE = 1024 * 1024;

    private static SampleCompany company;
    private static Visitor filip;
    private static String key;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        filip = company.manager();
        key = company.declare(filip, "acme", "S3", "");
    }

    @AfterAll
    static void stop() {
        filip.close();
        company.close();
    }

    @Test
    void one_is_attached_listed_told_of_and_handed_out_to_be_kept() {
        HttpResponse<String> added = attach("pool.png", PNG, "The pool at noon");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        JsonNode file = JSON.readTree(added.body());
        assertThat(file.path("type").asString()).isEqualTo("image/png");
        assertThat(file.path("size").asInt()).isEqualTo(PNG.length);
        assertThat(file.path("sha256").asString()).hasSize(64);

        String address = "/api/v1/escalations/" + key + "/attachments";
        assertThat(filip.get(address).body()).contains(file.path("id").asString());
        for (String path : new String[] {address, "/escalations/" + key + "/attachments"}) {
            HttpResponse<String> got = filip.get(path + "/" + file.path("id").asString());
            assertThat(got.statusCode()).isEqualTo(200);
            assertThat(got.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment;")
                    .contains("pool.png");
            assertThat(got.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(got.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("sandbox");
            assertThat(got.headers().firstValue("Content-Type")).contains("image/png");
            assertThat(got.headers().firstValue("Content-Length")).contains(String.valueOf(PNG.length));
        }
        assertThat(filip.get("/api/v1/escalations/" + key + "/timeline").body())
                .contains("\"what\":\"attached\"", "The pool at noon");
        assertThat(filip.get("/escalations/" + key + "?show=notes").body()).contains("Download pool.png");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    page.png     | <!DOCTYPE html><html><script>alert(1)</script></html>                    | text/html
                    drawing.png  | <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>         | image/svg+xml
                    log.txt      | <?xml version="1.0"?><a/>                                                 | application/xml
                    start.txt    | #!/bin/sh                                                                 | sh
                    """)
    void what_could_be_run_is_refused_whatever_it_is_called(String name, String content, String type) {
        HttpResponse<String> refused = attach(name, content.getBytes(StandardCharsets.UTF_8), "");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains(type, "image/png");
    }

    @Test
    void programs_nothing_and_too_much_are_refused() {
        byte[] windows = new byte[512];
        windows[0] = 'M';
        windows[1] = 'Z';
        assertThat(attach("notes.txt", windows, "").statusCode()).isEqualTo(422);
        byte[] linux = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 62, 0};
        assertThat(attach("notes.txt", linux, "").statusCode()).isEqualTo(422);
        assertThat(attach("empty.txt", new byte[0], "").statusCode()).isEqualTo(422);
        byte[] large = new byte[10 * MEGABYTE + 1];
        java.util.Arrays.fill(large, (byte) 'a');
        HttpResponse<String> tooLarge = attach("large.txt", large, "");
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.body()).contains("larger than 10 MB");
    }

    /** The third has the character that turns the direction of writing round. */
    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd.png",
        "C:\\\\temp\\\\evil.exe, evil.exe.png",
        "'gnp.\u202Eexe', gnp.exe.png",
        "'a\u0001b.png', ab.png",
        "'', file.png",
        "'.png', file.png",
        "Müller.PNG, Müller.PNG"
    })
    void a_name_is_only_a_name(String given, String kept) {
        HttpResponse<String> added = attach(given, PNG, "");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(JSON.readTree(added.body()).path("file").asString()).isEqualTo(kept);
    }

    @Test
    void a_name_that_is_html_is_text_on_the_page() {
        attach("<img src=x onerror=alert(1)>.png", PNG, "<b>so</b>");
        assertThat(filip.get("/escalations/" + key).body())
                .contains("&lt;img src=x onerror=alert(1)&gt;.png", "&lt;b&gt;so")
                .doesNotContain("<img src=x");
    }

    @Test
    void on_the_page_a_refused_one_leaves_what_was_typed() {
        HttpResponse<String> refused = filip.send(
                "POST",
                "/escalations/" + key + "/attachments",
                BodyPublishers.ofByteArray(
                        parts("page.html", "<html></html>".getBytes(StandardCharsets.UTF_8), "It shows")),
                "Content-Type",
                "multipart/form-data; boundary=bell");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(english("escalation.not-done"), "text/html", "value=\"It shows\"");
        assertThat(filip.send(
                                "POST",
                                "/escalations/" + key + "/attachments",
                                BodyPublishers.ofByteArray(parts("pool.png", PNG, "")),
                                "Content-Type",
                                "multipart/form-data; boundary=bell")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void one_of_another_escalation_is_not_found() {
        String other = company.declare(filip, "acme", "S4", "");
        String id = JSON.readTree(attach("pool.png", PNG, "").body()).path("id").asString();
        assertThat(filip.get("/escalations/" + other + "/attachments/" + id).statusCode())
                .isEqualTo(404);
        assertThat(filip.get("/api/v1/escalations/" + key + "/attachments/no-id")
                        .statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> attach(String name, byte[] bytes, String text) {
        return filip.send(
                "POST",
                "/api/v1/escalations/" + key + "/attachments",
                BodyPublishers.ofByteArray(parts(name, bytes, text)),
                "Content-Type",
                "multipart/form-data; boundary=bell",
                "X-CSRF-TOKEN",
                filip.csrf());
    }

    private static byte[] parts(String name, byte[] bytes, String text) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--bell\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + filip.csrf()
                        + "\r\n--bell\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n" + text
                        + "\r\n--bell\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + name.replace("\\", "\\\\")
                        + "\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n--bell--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
