package dev.bellrope.app.live.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.live.LiveUpdates;
import dev.bellrope.app.live.OpenPage;
import dev.bellrope.app.live.PageViewer;
import dev.bellrope.app.web.ProblemException;
import io.micrometer.observation.ObservationPredicate;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of news for an open page, as server-sent events: {@code changed}, {@code here}. */
@Controller
class LivePages {
    private static final String PATH = "/live";
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /**
     * The maximum length of a stream. After it the browser reconnects, and is admitted only if it is still allowed to.
     */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int LONGEST_WORD = 60;

    private final LiveUpdates updates;

    LivePages(LiveUpdates updates) {
        this.updates = updates;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen(
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accepted,
            @RequestParam(defaultValue = "") String escalation,
            @RequestParam(defaultValue = "0") long seen,
            VisibleAccounts visible) {
        if (!accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            throw ProblemException.of(
                    HttpStatus.NOT_ACCEPTABLE,
                    "A stream",
                    "This is a stream without an end, so only who says Accept: text/event-stream gets it.");
        }
        SseEmitter emitter = new SseEmitter(LONGEST.plus(HEARTBEAT).toMillis());
        OpenPage listener = updates.listen(escalation, seen, visible);
        emitter.onError(failed -> updates.leave(listener));
        Thread.ofVirtual().name("bellrope-live-page").start(() -> stream(emitter, listener));
        return emitter;
    }

    private void stream(SseEmitter emitter, OpenPage listener) {
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            emitter.send(SseEmitter.event().comment("open").reconnectTime(2000));
            boolean open = true;
            while (open && System.nanoTime() < end) {
                open = send(emitter, listener.next(HEARTBEAT));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException left) {
            emitter.completeWithError(left);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            updates.leave(listener);
        }
    }

    private static boolean send(SseEmitter emitter, Optional<OpenPage.PageNews> news) throws IOException {
        switch (news.orElse(null)) {
            case null -> emitter.send(SseEmitter.event().comment("still there"));
            case OpenPage.PageNews.EscalationsChanged(List<String> keys) ->
                emitter.send(SseEmitter.event().name("changed").data(Map.of("keys", keys), MediaType.APPLICATION_JSON));
            case OpenPage.PageNews.ViewersPresent(List<PageViewer> people) ->
                emitter.send(SseEmitter.event().name("here").data(people, MediaType.APPLICATION_JSON));
            case OpenPage.PageNews.StreamEnd() -> {
                return false;
            }
        }
        return true;
    }

    @PostMapping("/live/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void present(
            @RequestParam String escalation,
            @RequestParam(defaultValue = "") String doing,
            @RequestParam(defaultValue = "false") boolean gone,
            CurrentUser who,
            VisibleAccounts visible) {
        if (!escalation.matches("ESC-[0-9]{1,18}")) {
            return;
        }
        if (gone) {
            updates.gone(escalation, who.actor().id());
        } else {
            updates.see(
                    escalation,
                    new PageViewer(
                            who.actor().id(), who.name(), doing.substring(0, Math.min(doing.length(), LONGEST_WORD))),
                    visible);
        }
    }

    /** Excludes streams from the request metrics: they stay open for minutes and would look like slow requests. */
    @Configuration(proxyBeanMethods = false)
    static class UnmeasuredStream {
        @Bean
        static ObservationPredicate streamsAreNotRequests() {
            return (name, context) -> !(context instanceof ServerRequestObservationContext request
                    && request.getCarrier() != null
                    && request.getCarrier().getRequestURI().equals(PATH));
        }
    }
}
