package dev.bellrope.core.playbook.sentence;

import dev.bellrope.core.fact.Expression;
import dev.bellrope.core.playbook.EscalationKind;
import dev.bellrope.core.playbook.IssueType;
import dev.bellrope.core.playbook.ResponseTier;
import dev.bellrope.core.playbook.SeverityMatrix;
import dev.bellrope.core.playbook.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Describes the rules of judgement: the matrix, response tiers, issue types, triggers. */
final class JudgementSentences {
    private JudgementSentences() {}

    static RuleSentence matrix(SeverityMatrix matrix) {
        Map<String, String> aspects = new LinkedHashMap<>();
        aspects.put("words for impact", String.join(", ", Phrases.plain(matrix.impacts())));
        aspects.put("words for urgency", String.join(", ", Phrases.plain(matrix.urgencies())));
        List<String> rows = new ArrayList<>();
        for (String impact : matrix.impacts()) {
            List<String> cells = new ArrayList<>();
            for (String urgency : matrix.urgencies()) {
                String severity = matrix.severity(impact, urgency).name();
                aspects.put(Phrases.plain(impact) + " and " + Phrases.plain(urgency), severity);
                cells.add(severity + " " + Phrases.plain(urgency));
            }
            rows.add(Phrases.plain(impact) + " is " + Phrases.and(cells));
        }
        return new RuleSentence("severity.matrix", "matrix", Phrases.sentence(String.join("; ", rows)), aspects);
    }

    static RuleSentence tier(ResponseTier tier) {
        Map<String, String> aspects = new LinkedHashMap<>();
        String when = Phrases.where(tier.when(), "everywhere else");
        aspects.put(tier.name() + " holds", when);
        aspects.put(tier.name() + " because", tier.sentence());
        List<String> gives = new ArrayList<>();
        new TreeMap<>(tier.gives()).forEach((what, how) -> {
            aspects.put(tier.name() + " " + Phrases.plain(what), how);
            gives.add(Phrases.plain(what) + " " + how);
        });
        String depth = "it climbs by itself as far as " + tier.depth();
        aspects.put(tier.name() + " climbs by itself", "as far as " + tier.depth());
        String effort = "";
        if (!tier.effortCap().isZero()) {
            aspects.put(tier.name() + " asks the manager", "after " + Phrases.elapsed(tier.effortCap()) + " of effort");
            effort = ", and after " + Phrases.elapsed(tier.effortCap()) + " of effort the manager is asked";
        }
        return new RuleSentence(
                "response-tiers." + tier.name(),
                tier.name(),
                tier.name() + " holds " + when + "; " + depth + effort + "."
                        + (gives.isEmpty() ? "" : " It brings: " + String.join(", ", gives) + "."),
                aspects);
    }

    static RuleSentence issueType(IssueType type) {
        String name = "issue type " + type.name();
        Map<String, String> aspects = new LinkedHashMap<>();
        String when = Phrases.where(type.when(), "for everything else");
        aspects.put(name + " holds", when);
        aspects.put(name + ", resolved means", type.resolvedMeans());
        List<String> usual = new ArrayList<>();
        if (!type.impact().isEmpty()) {
            aspects.put(name + ", usual impact", Phrases.plain(type.impact()));
            usual.add("its impact is " + Phrases.plain(type.impact()));
        }
        if (!type.urgency().isEmpty()) {
            aspects.put(name + ", usual urgency", Phrases.plain(type.urgency()));
            usual.add("its urgency " + (usual.isEmpty() ? "is " : "") + Phrases.plain(type.urgency()));
        }
        return new RuleSentence(
                "issue-types." + type.name(),
                type.name(),
                "It is of the type " + Phrases.plain(type.name()) + " " + when
                        + (usual.isEmpty() ? "" : "; where no trigger says better, " + Phrases.and(usual))
                        + ". Resolved means: " + type.resolvedMeans() + ".",
                aspects);
    }

    static RuleSentence trigger(Trigger trigger, SeverityMatrix matrix) {
        String name = "trigger " + trigger.name();
        Map<String, String> aspects = new LinkedHashMap<>();
        String hears = Phrases.or(trigger.hears());
        Expression when = trigger.when();
        String opens = opens(trigger, "");
        aspects.put(name + " hears", hears);
        aspects.put(name + " fires if", when == null ? "it is heard at all" : when.words());
        aspects.put(name + " does", opens);
        aspects.put(name + " because", trigger.because());
        String judged = severity(trigger);
        aspects.put(name + " judges", judged);
        return new RuleSentence(
                "triggers." + trigger.name(),
                trigger.name(),
                "When " + hears + " is heard, " + opens(trigger, when == null ? "" : " if " + when.words()) + ". "
                        + Phrases.sentence(judged + cell(trigger, matrix)),
                aspects);
    }

    private static String opens(Trigger trigger, String condition) {
        String what = "an escalation of the " + (trigger.kind() == EscalationKind.ACCOUNT ? "account" : "ticket");
        return trigger.isRequest()
                ? what + " is asked for" + condition + "; the " + Phrases.or(Phrases.plain(trigger.acceptBy()))
                        + " accepts it within " + Phrases.elapsed(trigger.answerWithin()) + ", or it climbs"
                : what + " opens at once" + condition;
    }

    private static String severity(Trigger trigger) {
        if (trigger.severity() != null) {
            return "it is " + trigger.severity() + ", whatever the matrix says";
        }
        return trigger.impact() == null && trigger.urgency() == null
                ? "impact and urgency are those of the issue type"
                : "its impact is " + word(trigger.impact()) + "; its urgency is " + word(trigger.urgency());
    }

    /**
     * Says what the matrix makes of a trigger with plain words; left out of the aspects, because it changes with the
     * matrix.
     */
    private static String cell(Trigger trigger, SeverityMatrix matrix) {
        String impact = trigger.impact() == null ? "" : trigger.impact().source();
        String urgency = trigger.urgency() == null ? "" : trigger.urgency().source();
        boolean plain = trigger.severity() == null
                && matrix.impacts().contains(impact)
                && matrix.urgencies().contains(urgency);
        return plain ? "; so it is " + matrix.severity(impact, urgency) : "";
    }

    private static String word(@Nullable Expression expression) {
        return expression == null ? "that of the issue type" : expression.words();
    }
}
