package dev.bellrope.app.escalations.web;

import static dev.bellrope.app.web.PageText.english;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.messages.Inbox;
import dev.bellrope.core.escalation.Act;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page of an escalation tells, and to whom a note speaks. */
class StoryPageTest {
    private static SampleCompany company;
    private static Visitor filip;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        filip = company.manager();
    }

    @AfterAll
    static void stop() {
        filip.close();
        company.close();
    }

    @Test
    void a_note_is_markdown_without_what_could_run() {
        String key = company.declare(filip, "acme", "S3", "");
        company.ask(
                key,
                Act.ADD_NOTE,
                "{\"text\": \"# Big\\n**Bold** <script>alert(1)</script> [x](javascript:alert(2)) ![y](http://evil.example/z)\"}");
        String page = page(key, "");
        assertThat(page)
                .contains("<p><strong>Big</strong></p>", "<strong>Bold</strong>", "&lt;script&gt;")
                .doesNotContain("<script>alert", "javascript:alert", "evil.example/z\"");
        assertThat(page.split("<h1", -1)).hasSize(2);
    }

    @Test
    void whoever_is_mentioned_is_told_once_and_nobody_else() {
        String key = company.declare(filip, "acme", "S3", "");
        String note = "{\"text\": \"@hugo and again @Hugo Diaz, or hugo@ana.example. @irena wrote this\"}";
        company.ask(key, Act.ADD_NOTE, note);
        assertThat(mentions("hugo", key)).singleElement().satisfies(item -> {
            assertThat(item.subject()).contains(key, "Irena Kralova mentions you in a note");
            assertThat(item.body()).contains("again @Hugo Diaz");
        });
        assertThat(mentions("irena", key)).as("who wrote it").isEmpty();
        assertThat(mentions("ana", key)).as("an address of a mail").isEmpty();
        assertThat(page(key, "")).contains("<strong>&#64;hugo</strong>", "<strong>&#64;Hugo Diaz</strong>");
    }

    @Test
    void one_act_is_one_entry_with_what_followed_folded() {
        String key = company.declare(filip, "acme", "S1", "");
        String page = page(key, "");
        assertThat(page.split("<li class=\"entry ", -1).length - 1).isBetween(1, 3);
        assertThat(page).containsPattern("[0-9] promises, [0-9] roles").contains("id=\"event-1\"", "id=\"event-8\"");
    }

    @Test
    void a_part_of_the_story_has_an_address() {
        String key = company.declare(filip, "acme", "S3", "");
        company.ask(key, Act.ADD_NOTE, "{\"text\": \"Between us\"}");
        company.ask(key, Act.SEND_UPDATE, "{\"text\": \"To you\"}");
        company.ask(key, Act.ASK_DECISION, "{\"question\": \"Roll back?\", \"of\": \"irena\"}");
        assertThat(story(page(key, "?show=customer"))).contains("To you").doesNotContain("Between us", "Roll back?");
        assertThat(story(page(key, "?show=notes"))).contains("Between us").doesNotContain("To you", "Roll back?");
        assertThat(story(page(key, "?show=decisions"))).contains("Roll back?").doesNotContain("Between us", "To you");
        assertThat(story(page(key, "?show=rubbish"))).contains("Between us", "To you", "Roll back?");
    }

    @Test
    void what_ended_and_was_like_it_is_shown_with_how() {
        String before = company.declare(filip, "acme", "S3", "");
        company.ask(before, Act.RECORD_ROOT_CAUSE, "{\"text\": \"A certificate ran out\"}");
        company.ask(before, Act.RESOLVE, "{\"summary\": \"Renewed the certificate\"}");
        for (String criterion : List.of("fix-validated", "customer-confirms-or-48h-silence", "promises-answered")) {
            company.ask(
                    before,
                    Act.WAIVE_CRITERION,
                    "{\"criterion\": \"%s\", \"reason\": \"for the test\"}".formatted(criterion));
        }
        company.ask(before, Act.CLOSE, "{}");
        String key = company.declare(filip, "acme", "S3", "");
        assertThat(page(key, ""))
                .contains("/escalations/" + before + "\"", "Renewed the certificate", "A certificate ran out");
    }

    @Test
    void a_handoff_comes_written_and_an_act_says_what_it_will_do() {
        String key = company.declare(filip, "acme", "S1", "");
        company.ask(key, Act.RECORD_WORKAROUND, "{\"text\": \"Use the batch endpoint\"}");
        String page = page(key, "");
        assertThat(page.substring(page.indexOf("id=\"act-handoffs-situation\"")))
                .contains("workaround: Use the batch endpoint", "Acme Industries: band", "resolve by Mon 9 Mar");
        assertThat(page).contains("It climbs to L3, executives", "Until it is solved, this keeps you");
    }

    @Test
    void in_german_the_page_is_german_and_what_was_recorded_stays() {
        String key = company.declare(filip, "acme", "S3", "");
        filip.submit("/language", Map.of("language", "de", "back", "/"));
        try {
            assertThat(page(key, ""))
                    .contains("Zeitleiste", "Kunden informieren", "Vor dem Abschluss", "Übergeben")
                    .contains("opened")
                    .doesNotContain(english("composer.updates"), english("acts.title"));
        } finally {
            filip.submit("/language", Map.of("language", "en", "back", "/"));
        }
    }

    private static List<Inbox.InboxItem> mentions(String person, String key) {
        return company.app.get(Inbox.class).list(person, Optional.empty(), 50).stream()
                .filter(item ->
                        item.template().equals("mentioned") && item.escalation().equals(key))
                .toList();
    }

    private static String page(String key, String query) {
        return filip.get("/escalations/" + key + query).body();
    }

    private static String story(String page) {
        return page.substring(page.indexOf("id=\"timeline\""), page.indexOf("id=\"ladder-title\""));
    }
}
