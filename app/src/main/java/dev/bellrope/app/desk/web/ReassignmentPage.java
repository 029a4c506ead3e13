package dev.bellrope.app.desk.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.acts.ActRequests;
import dev.bellrope.app.escalations.acts.ActorLookup;
import dev.bellrope.app.escalations.store.CommandOutcome;
import dev.bellrope.app.foresight.Rehearsal;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.Texts;
import dev.bellrope.app.web.revision.EntityTags;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.routing.Assignment;
import dev.bellrope.core.routing.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moves a role away from somebody with too much work: shows whom the router would choose instead and why, and carries
 * out the act.
 */
@Controller
@RequestMapping("/people/{id}/reassignment/{key}")
class ReassignmentPage {
    private final ActRequests requests;
    private final ActorLookup actors;
    private final Rehearsal rehearsal;
    private final Escalations escalations;
    private final Directory directory;
    private final JsonMapper json;

    ReassignmentPage(
            ActRequests requests,
            ActorLookup actors,
            Rehearsal rehearsal,
            Escalations escalations,
            Directory directory,
            JsonMapper json) {
        this.requests = requests;
        this.actors = actors;
        this.rehearsal = rehearsal;
        this.escalations = escalations;
        this.directory = directory;
        this.json = json;
    }

    @GetMapping
    ModelAndView propose(
            @PathVariable String id,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String role,
            CurrentUser who,
            VisibleAccounts visible) {
        return page(id, key, role, "", "", who, visible);
    }

    @PostMapping
    Object assign(
            @PathVariable String id,
            @PathVariable String key,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen,
            CurrentUser who,
            VisibleAccounts visible,
            RedirectAttributes redirect) {
        CommandOutcome outcome;
        try {
            outcome = requests.act(
                    key,
                    who,
                    visible,
                    Act.ASSIGN,
                    json.valueToTree(Map.of("role", role, "person", person, "reason", reason)),
                    requests.seenWhileWriting(key, EntityTags.seen(seen)));
        } catch (ProblemException problem) {
            ModelAndView page = page(id, key, role, reason, problem.detail(), who, visible);
            page.setStatus(problem.status());
            return page;
        }
        String now = outcome.state().people().getOrDefault(role, "");
        redirect.addFlashAttribute(
                Flash.NAME, Flash.good(Texts.text("people.reassigned", key, role, requests.name(now))));
        return "redirect:/people/" + id;
    }

    private ModelAndView page(
            String id,
            String key,
            String asked,
            String reason,
            String problem,
            CurrentUser who,
            VisibleAccounts visible) {
        Person person =
                directory.findPerson(id).orElseThrow(() -> ProblemException.notFound("There is no person " + id + "."));
        CommandOutcome outcome = requests.get(key, visible);
        List<String> roles = outcome.state().people().entrySet().stream()
                .filter(holder -> holder.getValue().equals(id))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        String role = asked.isEmpty() && !roles.isEmpty() ? roles.getFirst() : asked;
        ModelAndView page = new ModelAndView("people/reassignment");
        page.addObject("person", person);
        page.addObject("state", outcome.state());
        page.addObject("sequence", outcome.sequence());
        page.addObject("roles", roles);
        page.addObject("role", role);
        page.addObject("reason", reason);
        page.addObject("loads", escalations.loads());
        page.addObject("problem", problem);
        page.addObject("refusal", "");
        page.addObject("proposal", Optional.<Assignment>empty());
        if (roles.contains(role)) {
            Rehearsal.RehearsalStep scene = fillAnew(outcome, role, who);
            page.addObject("refusal", scene.refused());
            page.addObject("proposal", proposal(scene));
        }
        return page;
    }

    /**
     * Rehearses filling the role anew, with the very decision that the act would take, to see whom the router would
     * choose.
     */
    private Rehearsal.RehearsalStep fillAnew(CommandOutcome outcome, String role, CurrentUser who) {
        return rehearsal.act(
                outcome.state().key(), actors.actor(who, outcome.state()), new Command.Assign(role, "", ""));
    }

    private static Optional<Assignment> proposal(Rehearsal.RehearsalStep scene) {
        return scene.events().stream()
                .filter(Event.RoleAssigned.class::isInstance)
                .map(event -> ((Event.RoleAssigned) event).assignment())
                .findFirst();
    }
}
