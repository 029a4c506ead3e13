package dev.bellrope.app.insights.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.insights.DrilldownRow;
import dev.bellrope.app.insights.Figure;
import dev.bellrope.app.insights.FigureQuery;
import dev.bellrope.app.insights.FigureTopic;
import dev.bellrope.app.insights.Insights;
import dev.bellrope.app.web.Paging;
import dev.bellrope.app.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API of the insights, as JSON and CSV. */
@Tag(name = "Insights")
@RestController
@RequestMapping("/api/v1/insights")
class InsightsApi {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String TOPICS =
            "acknowledge, update, plan, resolve, kept-by-target, kept-by-tier, kept-by-team, volume, rate-by-product, rate-by-account,"
                    + " stay-by-level, stay-by-state, handoffs or load";

    private final Insights insights;
    private final Clock clock;

    InsightsApi(Insights insights, Clock clock) {
        this.insights = insights;
        this.clock = clock;
    }

    /**
     * Figures of a period.
     *
     * @param from the first day
     * @param to the last day
     * @param zone the time zone in which days begin and end
     * @param asOf the instant up to which all events are included
     * @param countedAnew how many old escalations have yet to be counted
     */
    @Schema(name = "Insights")
    record FiguresJson(
            LocalDate from, LocalDate to, ZoneId zone, Instant asOf, long countedAnew, List<FigureJson> figures) {}

    /**
     * A figure.
     *
     * @param whole the totals of the period
     * @param before the totals of the same number of days before it
     */
    @Schema(name = "InsightFigure")
    record FigureJson(
            @Schema(example = "acknowledge") String topic,
            List<FigureRowJson> rows,
            Map<String, BigDecimal> whole,
            Map<String, BigDecimal> before) {
        static FigureJson of(Figure figure) {
            return new FigureJson(
                    figure.topic().word(),
                    figure.rows().stream()
                            .map(line -> new FigureRowJson(line.point(), line.name(), Csv.values(figure, line)))
                            .toList(),
                    Csv.values(figure, figure.whole()),
                    Csv.values(figure, figure.before()));
        }
    }

    /**
     * A row; missing values are left out, and times are in seconds.
     *
     * @param point the first day of a week or month, a tier, a person; use it to ask for the escalations behind the row
     */
    @Schema(name = "InsightRow")
    record FigureRowJson(@Schema(example = "2026-03-02") String point, String name, Map<String, BigDecimal> values) {}

    /** An escalation behind a figure, with its contribution; fields that the topic does not use are absent. */
    @Schema(name = "InsightEscalation")
    record Contribution(
            @Schema(example = "ESC-1042") String key,
            String title,
            String account,
            String accountName,
            String status,
            String severity,
            String tier,
            String owner,
            Instant openedAt,
            int handoffs,

            @Schema(description = "How long it took", example = "720")
            Optional<Long> tookSeconds,

            @Schema(description = "How long it stayed", example = "720")
            Optional<Long> stayedSeconds,

            @Schema(description = "Promises kept in time") Optional<Long> met,

            @Schema(description = "Promises not kept in time")
            Optional<Long> missed,

            @Schema(description = "How many there are, of which this is one")
            long total,

            @Schema(description = "Promises of all of them kept in time")
            long allMet,

            @Schema(description = "Promises of all of them not kept in time")
            long allMissed) {
        static Contribution of(DrilldownRow found) {
            return new Contribution(
                    found.key(),
                    found.title(),
                    found.account(),
                    found.accountName(),
                    found.status(),
                    found.severity(),
                    found.tier(),
                    found.owner(),
                    found.openedAt(),
                    found.handoffs(),
                    found.took().map(InsightsApi::seconds),
                    found.stayed().map(InsightsApi::seconds),
                    found.met(),
                    found.missed(),
                    found.total(),
                    found.allMet(),
                    found.allMissed());
        }
    }

    @Operation(
            operationId = "getInsights",
            summary = "What the escalations add up to that opened in a period, compared with as many days before it",
            description =
                    "Days begin and end in your zone. The figures follow what happens within seconds; asOf says how far they are.")
    @GetMapping
    FiguresJson all(@ParameterObject FigureParameters asked, CurrentUser who, VisibleAccounts visible) {
        FigureQuery question = question(asked, who, visible);
        return answer(
                question,
                insights.figures(question).values().stream().map(FigureJson::of).toList());
    }

    @Operation(operationId = "getInsight", summary = "One of the figures")
    @GetMapping("/{topic}")
    FiguresJson one(
            @Parameter(description = TOPICS) @PathVariable String topic,
            @ParameterObject FigureParameters asked,
            CurrentUser who,
            VisibleAccounts visible) {
        FigureQuery question = question(asked, who, visible);
        return answer(question, List.of(FigureJson.of(figure(topic, question))));
    }

    @Operation(
            operationId = "exportInsight",
            summary = "One of the figures as CSV",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The file",
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @GetMapping("/{topic}.csv")
    ResponseEntity<byte[]> csv(
            @Parameter(description = TOPICS) @PathVariable String topic,
            @ParameterObject FigureParameters asked,
            CurrentUser who,
            VisibleAccounts visible) {
        String file = Csv.of(figure(topic, question(asked, who, visible)));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(topic + ".csv")
                                .build()
                                .toString())
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    @Operation(
            operationId = "listEscalationsBehindInsight",
            summary = "The escalations that a number is about, the newest first, each with its part in it")
    @GetMapping("/{topic}/escalations")
    Paging.ListPage<Contribution> behind(
            @Parameter(description = TOPICS) @PathVariable String topic,
            @Parameter(description = "The point of a row; without it, all that the figure is about")
                    @RequestParam(required = false)
                    @Nullable String point,
            @ParameterObject FigureParameters asked,
            Paging paging,
            CurrentUser who,
            VisibleAccounts visible) {
        long below = paging.after().map(InsightsPages::below).orElse(Long.MAX_VALUE);
        List<DrilldownRow> found = insights.behind(
                        topic(topic), question(asked, who, visible), Optional.ofNullable(point), below, paging.rows())
                .orElseThrow(() -> ProblemException.notFound("There is no point \"" + point + "\" in " + topic + "."));
        return paging.page(found.stream().map(Contribution::of).toList(), Contribution::key);
    }

    private static long seconds(long millis) {
        return Duration.ofMillis(millis).toSeconds();
    }

    private FiguresJson answer(FigureQuery question, List<FigureJson> figures) {
        Insights.Age age = insights.age();
        return new FiguresJson(
                question.period().first(),
                question.period().last(),
                question.period().zone(),
                age.asOf(),
                age.anew(),
                figures);
    }

    private Figure figure(String word, FigureQuery question) {
        return Objects.requireNonNull(insights.figures(question).get(topic(word)));
    }

    private static FigureTopic topic(String word) {
        return FigureTopic.find(word)
                .orElseThrow(() -> ProblemException.notFound("There is no figure \"" + word + "\". There are: "
                        + Arrays.stream(FigureTopic.values())
                                .map(FigureTopic::word)
                                .collect(Collectors.joining(", ")) + "."));
    }

    private FigureQuery question(FigureParameters asked, CurrentUser who, VisibleAccounts visible) {
        try {
            return asked.question(clock.instant(), who.zone(), visible);
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.badRequest(String.valueOf(wrong.getMessage()));
        }
    }
}
