package dev.bellrope.core.playbook.sentence;

import dev.bellrope.core.playbook.Playbook;
import java.util.ArrayList;
import java.util.List;

/** Describes a playbook in English sentences generated from its rules. */
public final class Sentences {
    private Sentences() {}

    /**
     * The sentences of one section of a playbook.
     *
     * @param section the name of the section in the playbook: {@code triggers}
     * @param ordered whether the order of the rules matters because the first match counts
     */
    public record Chapter(String section, boolean ordered, List<RuleSentence> rules) {
        public Chapter {
            rules = List.copyOf(rules);
        }
    }

    /** Returns all rules of a playbook, in the order in which they take effect. */
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
