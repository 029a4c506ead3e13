package dev.bellrope.core.playbook.sentence;

import dev.bellrope.core.playbook.Playbook;
import java.util.ArrayList;
import java.util.List;

/** Tells a playbook in English sentences that are made from its rules. */
public final class Sentences {
    private Sentences() {}

    /**
     * What belongs together.
     *
     * @param section as the playbook calls it: {@code triggers}
     * @param ordered whether the first rule that fits counts, so that their order matters
     */
    public record Chapter(String section, boolean ordered, List<RuleSentence> rules) {
        public Chapter {
            rules = List.copyOf(rules);
        }
    }

    /** All of its rules, in the order in which they come to bear. */
    public static List<Chapter> of(Playbook playbook) {
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(chapter(
                "purpose",
                List.of(
                        RuleSentence.of("purpose", "purpose", playbook.purpose()),
                        RuleSentence.of("owner", "who answers for it", playbook.owner()))));
        chapters.add(chapter("severity", List.of(JudgementSentences.matrix(playbook.matrix()))));
        chapters.add(ordered(
                "response-tiers",
                playbook.tiers().stream().map(JudgementSentences::tier).toList()));
        chapters.add(ordered(
                "issue-types",
                playbook.issueTypes().stream()
                        .map(JudgementSentences::issueType)
                        .toList()));
        chapters.add(chapter(
                "triggers",
                playbook.triggers().stream()
                        .map(trigger -> JudgementSentences.trigger(trigger, playbook.matrix()))
                        .toList()));
        chapters.add(ordered(
                "ladder",
                playbook.ladder().levels().stream()
                        .map(level -> ResponseSentences.level(playbook.ladder(), level))
                        .toList()));
        chapters.add(chapter(
                "targets",
                playbook.targets().values().stream()
                        .map(target -> ResponseSentences.target(target, playbook.targetCalendars()))
                        .toList()));
        chapters.add(ordered(
                "routes",
                playbook.routes().stream().map(ResponseSentences::route).toList()));
        chapters.add(chapter("communication", ConductSentences.communication(playbook.communication())));
        chapters.add(chapter("templates", ConductSentences.templates(playbook.communication())));
        chapters.add(chapter("guardrails", ConductSentences.guardrails(playbook.guardrails())));
        chapters.add(chapter("exit", ConductSentences.exit(playbook.exit())));
        chapters.add(chapter("account-value", ValueSentences.rubric(playbook.rubric())));
        chapters.add(chapter("plans", ValueSentences.plans(playbook.plans())));
        chapters.add(chapter("permissions", ConductSentences.permissions(playbook.permissions())));
        chapters.add(ordered(
                "exceptions",
                playbook.exceptions().stream().map(ConductSentences::exception).toList()));
        chapters.add(chapter("calendars", ValueSentences.calendars(playbook.calendars())));
        return chapters;
    }

    private static Chapter chapter(String section, List<RuleSentence> rules) {
        return new Chapter(section, false, rules);
    }

    private static Chapter ordered(String section, List<RuleSentence> rules) {
        return new Chapter(section, true, rules);
    }
}
