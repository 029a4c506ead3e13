package dev.bellrope.app.insights.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.insights.DrilldownRow;
import dev.bellrope.app.insights.Figure;
import dev.bellrope.app.insights.Figure.FigureLine;
import dev.bellrope.app.insights.FigureQuery;
import dev.bellrope.app.insights.FigureTopic;
import dev.bellrope.app.insights.Insights;
import dev.bellrope.app.insights.Period;
import dev.bellrope.app.web.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages of the insights: the figures, and the escalations behind each number. */
@Controller
class InsightsPages {
    private static final int ROWS = 100;

    private final Insights insights;
    private final Clock clock;

    InsightsPages(Insights insights, Clock clock) {
        this.insights = insights;
        this.clock = clock;
    }

    @GetMapping("/insights")
    String insights(
            @ModelAttribute("typed") FigureParameters asked, CurrentUser who, VisibleAccounts visible, Model model) {
        FigureParameters shown = asked;
        FigureQuery question;
        String wrong = "";
        try {
            question = asked.question(clock.instant(), who.zone(), visible);
        } catch (IllegalArgumentException mistake) {
            wrong = Texts.text("insights.wrong", String.valueOf(mistake.getMessage()));
            shown = new FigureParameters(null, null, null, null, null, null, null, null, null);
            question = shown.question(clock.instant(), who.zone(), visible);
        }
        Map<FigureTopic, Figure> figures = insights.figures(question);
        model.addAttribute("asked", shown);
        model.addAttribute("typed", asked);
        model.addAttribute("wrong", wrong);
        model.addAttribute("period", question.period());
        model.addAttribute("figures", figures);
        model.addAttribute("answers", new FigureSentences(figures, question.working()));
        model.addAttribute("teams", insights.teams());
        model.addAttribute("age", insights.age());
        return "insights/insights";
    }

    @GetMapping("/insights/{topic}")
    String behind(
            @PathVariable String topic,
            @RequestParam(required = false) @Nullable String point,
            @RequestParam(defaultValue = "") String after,
            @ModelAttribute("asked") FigureParameters asked,
            CurrentUser who,
            VisibleAccounts visible,
            Model model) {
        FigureTopic about = FigureTopic.find(topic).orElseThrow(InsightsPages::nothing);
        FigureQuery question;
        List<DrilldownRow> found;
        try {
            question = asked.question(clock.instant(), who.zone(), visible);
            found = insights.behind(about, question, Optional.ofNullable(point), below(after), ROWS + 1)
                    .orElseThrow(InsightsPages::nothing);
        } catch (IllegalArgumentException wrong) {
            return "redirect:/insights" + asked.query();
        }
        model.addAttribute("topic", about);
        model.addAttribute("point", point);
        model.addAttribute("name", name(about, point, question.period()));
        model.addAttribute("period", question.period());
        model.addAttribute("found", found.stream().limit(ROWS).toList());
        model.addAttribute("more", found.size() > ROWS);
        model.addAttribute("insights", insights);
        return "insights/behind";
    }

    private String name(FigureTopic topic, @Nullable String point, Period period) {
        if (point == null) {
            return "";
        }
        return topic.isOverTime()
                ? period.findStep(point)
                        .map(step -> ValueFormat.days(step.first(), step.last()))
                        .orElse(point)
                : FigureSentences.row(
                        topic,
                        new FigureLine(point, topic == FigureTopic.LOAD ? insights.nameOf(point) : point, List.of()));
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such figure, or it has no such point.");
    }

    /** Reads the key at the end of the previous page. */
    static long below(String after) {
        String number = after.replaceFirst("^ESC-", "");
        return number.matches("[0-9]{1,18}") ? Long.parseLong(number) : Long.MAX_VALUE;
    }
}
