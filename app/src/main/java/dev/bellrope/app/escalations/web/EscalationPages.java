package dev.bellrope.app.escalations.web;

import dev.bellrope.app.access.SignedIn;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.Filter;
import dev.bellrope.app.escalations.Happening;
import dev.bellrope.app.escalations.Outcome;
import dev.bellrope.app.escalations.Row;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Journal;
import dev.bellrope.core.routing.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** The page of one escalation, and the forms on it. */
@Controller
@RequestMapping("/escalations/{key:ESC-[0-9]+}")
class EscalationPages {
    /** Where a form may lead back to. */
    private static final String DESK = "desk";

    private static final int LINES = 200;

    private final Escalations escalations;
    private final Histories histories;
    private final Acts acts;
    private final Pictures pictures;
    private final JsonMapper json;

    EscalationPages(Escalations escalations, Histories histories, Acts acts, Pictures pictures, JsonMapper json) {
        this.escalations = escalations;
        this.histories = histories;
        this.acts = acts;
        this.pictures = pictures;
        this.json = json;
    }

    @GetMapping
    ModelAndView show(@PathVariable String key, @RequestParam(defaultValue = "false") boolean all, SignedIn who) {
        return page(key, who, Typed.NOTHING, all);
    }

    @PostMapping("/{slug}")
    Object act(
            @PathVariable String key,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn who,
            RedirectAttributes redirect) {
        Noun noun =
                Noun.findBySlug(slug).orElseThrow(() -> ProblemException.notFound("There is no form " + slug + "."));
        try {
            OptionalLong seen = Numbers.seen(form.getFirst("seen"));
            acts.act(key, who, noun, FormBody.of(noun, form, who.zone(), json), seen);
        } catch (ProblemException problem) {
            if (problem.status() == HttpStatus.NOT_FOUND) {
                throw problem;
            }
            ModelAndView page = page(key, who, new Typed(slug, form, problem.detail()), false);
            page.setStatus(problem.status());
            return page;
        }
        redirect.addFlashAttribute(
                Flash.NAME, Flash.good(key + ": " + noun.label().toLowerCase(java.util.Locale.ROOT) + ", done."));
        return DESK.equals(form.getFirst("back")) ? "redirect:/" : "redirect:/escalations/" + key;
    }

    private ModelAndView page(String key, SignedIn who, Typed typed, boolean all) {
        Outcome outcome = acts.get(key);
        Picture picture = pictures.of(outcome, who);
        List<Happening> history;
        String damage = "";
        try {
            history = histories.get(key, 0);
        } catch (ProblemException damaged) {
            // The state is kept apart, so all the rest of the page is there.
            history = List.of();
            damage = damaged.detail();
        }
        Journal journal = new Journal(who.zone(), picture::name);
        List<TimelineEntry> entries = entries(history, all ? history.size() : LINES, journal);
        Map<String, Object> model = new HashMap<>();
        model.put("picture", picture);
        model.put("entries", entries);
        model.put("damage", damage);
        model.put("more", history.size() - entries.size());
        model.put("assignments", assignments(history));
        model.put(
                "tickets",
                escalations.tickets(List.copyOf(picture.state().tickets().keySet())));
        model.put("siblings", siblings(picture));
        model.put("typed", typed);
        return new ModelAndView("escalations/escalation", model);
    }

    /** The newest first, so many of them. */
    private static List<TimelineEntry> entries(List<Happening> history, int many, Journal journal) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (int i = history.size() - 1; i >= Math.max(0, history.size() - many); i--) {
            String before = i == 0 ? "" : TimelineEntry.trace(history.get(i - 1));
            entries.add(TimelineEntry.of(history.get(i), before, journal));
        }
        return entries;
    }

    /** How each role came to whoever holds it. */
    private static Map<String, Assignment> assignments(List<Happening> history) {
        Map<String, Assignment> newest = new HashMap<>();
        for (Happening happening : history) {
            if (happening.event() instanceof Event.RoleAssigned(Assignment assignment, String reason)) {
                newest.put(assignment.role(), assignment);
            }
        }
        return newest;
    }

    /** The account's other escalations that it could go into. */
    private Map<String, String> siblings(Picture picture) {
        Map<String, String> siblings = new java.util.LinkedHashMap<>();
        Filter open = new Filter(
                java.util.Optional.empty(),
                java.util.Optional.of(picture.state().account()),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                false);
        for (Row row : escalations.list(open, Long.MAX_VALUE, 50)) {
            if (!row.key().equals(picture.state().key())) {
                siblings.put(row.key(), row.key() + " " + row.title());
            }
        }
        return siblings;
    }
}
