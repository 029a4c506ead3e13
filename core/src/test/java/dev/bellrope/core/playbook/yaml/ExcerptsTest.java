package dev.bellrope.core.playbook.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import dev.bellrope.core.playbook.sentence.DifferencesTest;
import dev.bellrope.core.playbook.sentence.Sentences;
import dev.bellrope.core.playbook.yaml.Excerpts.PlaybookExcerpt;
import org.junit.jupiter.api.Test;

class ExcerptsTest {
    private static final String TEXT = """
            # a remark
            playbook: small
            triggers:
              one:                  # the first
                because: it is
                when: >-
                  a == 1 &&
                  b == 2

              # before the second
              two: { because: it is too }

            # ── the next part ──

            targets: { plan: { S1: 2h },
                       update: { S1: 1h } }
            """;

    @Test
    void a_rule_is_shown_as_it_is_written() {
        assertThat(Excerpts.of(TEXT))
                .containsEntry("playbook", new PlaybookExcerpt(2, "playbook: small"))
                .containsEntry("triggers.one", new PlaybookExcerpt(4, """
                        one:                  # the first
                          because: it is
                          when: >-
                            a == 1 &&
                            b == 2"""))
                .containsEntry("triggers.two", new PlaybookExcerpt(11, "two: { because: it is too }"))
                .containsKey("targets.plan");
        assertThat(Excerpts.of(TEXT).get("triggers"))
                .extracting(PlaybookExcerpt::text)
                .asString()
                .endsWith("  two: { because: it is too }");
    }

    @Test
    void every_rule_of_the_baseline_has_its_lines() {
        Playbook baseline = DifferencesTest.read(PlaybookReader.baseline());
        assertThat(Sentences.of(baseline))
                .filteredOn(chapter -> !chapter.section().equals("severity"))
                .allSatisfy(chapter -> assertThat(chapter.rules())
                        .allSatisfy(told -> assertThat(Excerpts.of(PlaybookReader.baseline()))
                                .as(told.rule())
                                .containsKey(told.rule().replaceFirst("^exit\\.automatic-close$", "exit.reopening"))));
    }

    @Test
    void a_text_that_is_no_playbook_has_none() {
        assertThat(Excerpts.of("- a\n- b")).isEmpty();
        assertThat(Excerpts.of("a: [")).isEmpty();
    }
}
