package dev.bellrope.app.desk.web.escalation;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.attachments.Attachment;
import dev.bellrope.app.attachments.web.AttachmentRequests;
import dev.bellrope.app.escalations.acts.ActRequests;
import dev.bellrope.app.escalations.acts.ActResource;
import dev.bellrope.app.escalations.acts.EscalationHistories;
import dev.bellrope.app.escalations.acts.EscalationView;
import dev.bellrope.app.escalations.acts.EscalationViews;
import dev.bellrope.app.escalations.acts.NoteHtml;
import dev.bellrope.app.escalations.store.CommandOutcome;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.Texts;
import dev.bellrope.app.web.revision.EntityTags;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.journal.Journal;
import dev.bellrope.core.routing.Assignment;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** The page of one escalation, and the forms on it. */
@Controller
@RequestMapping("/escalations/{key:ESC-[0-9]+}")
class EscalationPages {
    /** The value of a form's {@code back} field that leads back to the desk. */
    private static final String DESK = "desk";

    private static final int LINES = 200;

    private final ContextLoader loader;
    private final AttachmentRequests attaching;
    private final EscalationHistories histories;
    private final ActRequests requests;
    private final EscalationViews views;
    private final JsonMapper json;

    EscalationPages(
            ContextLoader loader,
            AttachmentRequests attaching,
            EscalationHistories histories,
            ActRequests requests,
            EscalationViews views,
            JsonMapper json) {
        this.loader = loader;
        this.attaching = attaching;
        this.histories = histories;
        this.requests = requests;
        this.views = views;
        this.json = json;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "false") boolean all,
            CurrentUser who,
            VisibleAccounts visible) {
        return page(key, who, visible, FormInput.NOTHING, TimelineFilter.of(show), all);
    }

    @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Object attach(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam MultiValueMap<String, String> form,
            CurrentUser who,
            VisibleAccounts visible,
            RedirectAttributes redirect)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw ProblemException.unprocessable("There is no file, or it is empty.");
            }
            Attachment added =
                    attaching.attach(key, who, visible, file, Objects.requireNonNullElse(form.getFirst("text"), ""));
            redirect.addFlashAttribute(Flash.NAME, Flash.good(Texts.text("escalation.attached", key, added.file())));
        } catch (ProblemException problem) {
            return refused(key, who, visible, "attachments", form, problem);
        }
        return "redirect:/escalations/" + key;
    }

    @GetMapping("/attachments/{id}")
    ResponseEntity<byte[]> attachment(@PathVariable String key, @PathVariable String id, VisibleAccounts visible) {
        return attaching.get(key, id, visible);
    }

    @PostMapping("/{slug}")
    Object act(
            @PathVariable String key,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> form,
            CurrentUser who,
            VisibleAccounts visible,
            RedirectAttributes redirect) {
        Act act = ActResource.findBySlug(slug)
                .map(ActResource::act)
                .orElseThrow(() -> ProblemException.notFound("There is no form " + slug + "."));
        Optional<Flash.Undo> undo =
                UndoRule.of(act, key, () -> requests.get(key, visible).state(), form);
        try {
            OptionalLong seen = requests.seenWhileWriting(key, EntityTags.seen(form.getFirst("seen")));
            requests.act(key, who, visible, act, FormBody.of(act, form, who.zone(), json), seen);
        } catch (ProblemException problem) {
            return refused(key, who, visible, slug, form, problem);
        }
        redirect.addFlashAttribute(
                Flash.NAME,
                Flash.good(Texts.text("escalation.done", key, label(act))).with(undo));
        return DESK.equals(form.getFirst("back")) ? "redirect:/" : "redirect:/escalations/" + key;
    }

    /** Shows the page again, with what was typed and why it was refused. */
    private ModelAndView refused(
            String key,
            CurrentUser who,
            VisibleAccounts visible,
            String slug,
            MultiValueMap<String, String> form,
            ProblemException problem) {
        if (problem.status() == HttpStatus.NOT_FOUND) {
            throw problem;
        }
        ModelAndView page =
                page(key, who, visible, new FormInput(slug, form, problem.detail()), TimelineFilter.EVERYTHING, false);
        page.setStatus(problem.status());
        return page;
    }

    /** Returns the label for use within a sentence; German labels keep their capitals. */
    private static String label(Act act) {
        return Texts.language().equals(Locale.ENGLISH)
                ? ActResource.of(act).label().toLowerCase(Locale.ROOT)
                : ActResource.of(act).label();
    }

    private ModelAndView page(
            String key, CurrentUser who, VisibleAccounts visible, FormInput typed, TimelineFilter show, boolean all) {
        CommandOutcome outcome = requests.get(key, visible);
        EscalationView view = views.of(outcome, who);
        List<RecordedEvent> history;
        String damage = "";
        try {
            history = histories.get(key, 0);
        } catch (ProblemException damaged) {
            // The state is stored separately, so the rest of the page is complete.
            history = List.of();
            damage = damaged.detail();
        }
        Journal journal = new Journal(who.zone(), view::name);
        EscalationContext around = loader.around(view, who, visible);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("picture", view);
        model.put("around", around);
        model.put(
                "days",
                TimelineDay.of(
                        history,
                        show,
                        all ? history.size() : LINES,
                        journal,
                        new NoteHtml(view.roster().values())));
        model.put("show", show);
        model.put("questions", DecisionView.of(history));
        model.put("damage", damage);
        model.put("more", all ? 0 : Math.max(0, history.size() - LINES));
        model.put("assignments", assignments(history));
        model.put("drafts", drafts(view, around, journal));
        model.put("brief", HandoffPackage.brief(view.state(), journal));
        model.put("letter", UpdateLetter.of(view, around.account()).orElse(null));
        model.put("largest", attaching.largest());
        model.put("typed", typed);
        return new ModelAndView("escalations/escalation", model);
    }

    /** Returns the initial values of forms. */
    private static Map<Act, Map<String, String>> drafts(
            EscalationView view, EscalationContext around, Journal journal) {
        Map<Act, Map<String, String>> drafts = new EnumMap<>(Act.class);
        drafts.put(Act.HAND_OFF, HandoffPackage.of(view, around.account(), journal));
        drafts.put(Act.SEND_UPDATE, Map.of("text", UpdateLetter.draft(view.state())));
        view.state().questions().values().stream()
                .filter(view::isAsked)
                .findFirst()
                .ifPresent(question -> drafts.put(Act.DECIDE, Map.of("decision", question.id())));
        return drafts;
    }

    /** Returns the latest assignment of each role. */
    private static Map<String, Assignment> assignments(List<RecordedEvent> history) {
        Map<String, Assignment> newest = new HashMap<>();
        for (RecordedEvent happening : history) {
            if (happening.event() instanceof Event.RoleAssigned(Assignment assignment, String reason)) {
                newest.put(assignment.role(), assignment);
            }
        }
        return newest;
    }
}
