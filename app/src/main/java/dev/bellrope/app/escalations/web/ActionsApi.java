package dev.bellrope.app.escalations.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.escalations.acts.ActRequests;
import dev.bellrope.app.escalations.acts.ActResource;
import dev.bellrope.app.escalations.acts.EscalationViews;
import dev.bellrope.app.escalations.store.CommandOutcome;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.revision.EntityTags;
import dev.bellrope.core.escalation.Act;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Serves every act at an address that is a noun, from the table of {@link ActResource}; {@link ActsInOpenApi} describes
 * them one by one.
 */
@Hidden
@RestController
@RequestMapping(
        path = "/api/v1/escalations/{key}",
        method = {RequestMethod.POST, RequestMethod.PUT})
class ActionsApi {
    private final ActRequests requests;
    private final EscalationViews views;
    private final JsonMapper json;

    ActionsApi(ActRequests requests, EscalationViews views, JsonMapper json) {
        this.requests = requests;
        this.views = views;
        this.json = json;
    }

    @RequestMapping("/{noun}")
    ResponseEntity<EscalationJson> act(
            @PathVariable String key,
            @PathVariable String noun,
            @RequestBody(required = false) @Nullable ObjectNode body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request,
            CurrentUser who,
            VisibleAccounts visible) {
        ActResource known = ActResource.findBySlug(noun)
                .filter(one -> one.act() != Act.VALIDATE_STEP)
                .orElseThrow(() -> ProblemException.notFound("There is nothing at " + request.getRequestURI() + "."));
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        if (!known.method().equals(method)) {
            throw ProblemException.of(
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "Method not allowed",
                    method + " is not possible here. Possible: " + known.method() + ".");
        }
        return answer(
                key,
                who,
                visible,
                known.act(),
                body == null ? json.createObjectNode() : body,
                EntityTags.seen(ifMatch));
    }

    @RequestMapping(path = "/plan/steps/{step}/validation", method = RequestMethod.POST)
    ResponseEntity<EscalationJson> validate(
            @PathVariable String key,
            @PathVariable String step,
            @RequestBody ObjectNode body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            CurrentUser who,
            VisibleAccounts visible) {
        if (body.hasNonNull("step") && !body.path("step").asString("").equals(step)) {
            throw ProblemException.unprocessable(
                    "The address names step " + step + ", and the body another. Leave it out of the body.",
                    ProblemError.at("/step", "is not the step that the address names"));
        }
        return answer(key, who, visible, Act.VALIDATE_STEP, body.put("step", step), EntityTags.seen(ifMatch));
    }

    private ResponseEntity<EscalationJson> answer(
            String key, CurrentUser who, VisibleAccounts visible, Act act, ObjectNode body, OptionalLong seen) {
        CommandOutcome outcome = requests.act(key, who, visible, act, body, seen);
        return ResponseEntity.ok()
                .eTag(EntityTags.tag(outcome.sequence()))
                .body(EscalationJson.of(views.of(outcome, who)));
    }
}
