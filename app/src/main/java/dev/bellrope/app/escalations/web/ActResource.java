package dev.bellrope.app.escalations.web;

import static dev.bellrope.app.escalations.web.Field.may;
import static dev.bellrope.app.escalations.web.Field.must;

import dev.bellrope.app.escalations.web.Field.Kind;
import dev.bellrope.app.escalations.web.Menu.Topic;
import dev.bellrope.app.web.Texts;
import dev.bellrope.core.escalation.Act;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * How an act is asked for over HTTP: its address in the API, the body, the form of the console. One table, by {@link Act}; what it is
 * called stands in {@code texts/act.properties}, by the slug.
 *
 * @param path as the API's address has it, below the escalation: {@code acknowledgement}
 * @param method PUT where it replaces what was there
 * @param topic the group of the menu
 * @param fields of its form, in order
 */
public record ActResource(
        Act act, String path, HttpMethod method, Topic topic, Class<? extends Asked> body, List<Field> fields) {
    private static final Map<Act, ActResource> TABLE = table();

    /** Of every act that a person can ask of a running escalation; a file is no JSON and has an address of its own. */
    private static @Nullable ActResource make(Act act) {
        return switch (act) {
            case ACCEPT -> post(act, "acceptance", Topic.COURSE, Asked.Acceptance.class, may("note", Kind.LINE));
            case DECLINE -> post(act, "declination", Topic.COURSE, Asked.Declination.class, must("reason", Kind.TEXT));
            case ACKNOWLEDGE -> post(act, "acknowledgement", Topic.WORK, Asked.Acknowledgement.class);
            case SEND_UPDATE ->
                post(
                        act,
                        "updates",
                        Topic.WORK,
                        Asked.CustomerUpdate.class,
                        must("text", Kind.TEXT),
                        may("channel", Kind.CHANNEL));
            case ADD_NOTE ->
                post(act, "notes", Topic.WORK, Asked.Note.class, must("text", Kind.TEXT), may("shared", Kind.TRUTH));
            case SET_PLAN ->
                put(
                        act,
                        "plan",
                        Topic.WORK,
                        Asked.Plan.class,
                        must("steps", Kind.STEPS),
                        may("contingency", Kind.LINE));
            case VALIDATE_STEP ->
                post(
                        act,
                        "plan/steps/{step}/validation",
                        Topic.WORK,
                        Asked.StepValidation.class,
                        must("step", Kind.STEP),
                        must("passed", Kind.PASSED),
                        must("evidence", Kind.LINE));
            case RECORD_WORKAROUND ->
                put(act, "workaround", Topic.WORK, Asked.Workaround.class, must("text", Kind.TEXT));
            case RECORD_ROOT_CAUSE ->
                put(act, "root-cause", Topic.WORK, Asked.RootCause.class, must("text", Kind.TEXT));
            case HAND_OFF ->
                post(
                        act,
                        "handoffs",
                        Topic.PEOPLE,
                        Asked.HandoffOffer.class,
                        must("to", Kind.PERSON),
                        must("situation", Kind.TEXT),
                        may("openPromises", Kind.LINE),
                        must("nextAction", Kind.LINE));
            case ACCEPT_HANDOFF -> post(act, "handoff-acceptance", Topic.PEOPLE, Asked.HandoffAcceptance.class);
            case DECLINE_HANDOFF ->
                post(
                        act,
                        "handoff-declination",
                        Topic.PEOPLE,
                        Asked.HandoffDeclination.class,
                        must("reason", Kind.LINE));
            case ASSIGN ->
                post(
                        act,
                        "assignments",
                        Topic.PEOPLE,
                        Asked.RoleAssignment.class,
                        must("role", Kind.ROLE),
                        may("person", Kind.PERSON_OR_ROUTER),
                        may("reason", Kind.LINE));
            case ASK_DECISION ->
                post(
                        act,
                        "decision-requests",
                        Topic.WORK,
                        Asked.DecisionRequest.class,
                        must("question", Kind.TEXT),
                        may("options", Kind.LINES),
                        must("of", Kind.PERSON_OR_DUTY));
            case DECIDE ->
                post(
                        act,
                        "decisions",
                        Topic.WORK,
                        Asked.DecisionMade.class,
                        may("decision", Kind.QUESTION),
                        may("question", Kind.LINE),
                        must("choice", Kind.LINE),
                        must("rationale", Kind.TEXT));
            case RAISE_LEVEL ->
                post(act, "level-raises", Topic.COURSE, Asked.LevelRaise.class, must("reason", Kind.LINE));
            case RETRIAGE ->
                post(
                        act,
                        "retriage",
                        Topic.COURSE,
                        Asked.Retriage.class,
                        must("severity", Kind.SEVERITY),
                        must("reason", Kind.LINE));
            case PAUSE ->
                post(
                        act,
                        "pause",
                        Topic.PROMISES,
                        Asked.Pause.class,
                        must("reason", Kind.PAUSE),
                        may("note", Kind.LINE));
            case RESUME -> post(act, "resumption", Topic.PROMISES, Asked.Resumption.class, may("note", Kind.LINE));
            case MOVE_PROMISE ->
                post(
                        act,
                        "promise-moves",
                        Topic.PROMISES,
                        Asked.PromiseMove.class,
                        must("target", Kind.TARGET),
                        must("due", Kind.INSTANT),
                        must("reason", Kind.LINE));
            case WAIVE_TARGET ->
                post(
                        act,
                        "target-waivers",
                        Topic.PROMISES,
                        Asked.TargetWaiver.class,
                        must("target", Kind.TARGET),
                        must("reason", Kind.LINE));
            case RESOLVE -> post(act, "resolution", Topic.ENDING, Asked.Resolution.class, must("summary", Kind.TEXT));
            case CONFIRM_CRITERION ->
                post(
                        act,
                        "criterion-confirmations",
                        Topic.ENDING,
                        Asked.CriterionConfirmation.class,
                        must("criterion", Kind.CRITERION_BY_WORD),
                        must("evidence", Kind.LINE));
            case WAIVE_CRITERION ->
                post(
                        act,
                        "criterion-waivers",
                        Topic.ENDING,
                        Asked.CriterionWaiver.class,
                        must("criterion", Kind.CRITERION),
                        must("reason", Kind.LINE));
            case DE_ESCALATE ->
                post(act, "de-escalation", Topic.ENDING, Asked.DeEscalation.class, must("reason", Kind.LINE));
            case REOPEN -> post(act, "reopening", Topic.ENDING, Asked.Reopening.class, must("reason", Kind.LINE));
            case CLOSE -> post(act, "closing", Topic.ENDING, Asked.Closing.class, may("note", Kind.LINE));
            case MERGE -> post(act, "merge", Topic.ENDING, Asked.Merge.class, must("into", Kind.SIBLING));
            case REQUEST, OPEN, ATTACH_FILE -> null;
            case REASSESS, ABSORB, ATTACH_TICKET, SEE_TICKET, HEAR_CUSTOMER, STRIKE -> null;
        };
    }

    public ActResource {
        fields = List.copyOf(fields);
    }

    private static ActResource post(Act act, String path, Topic topic, Class<? extends Asked> body, Field... fields) {
        return made(act, path, HttpMethod.POST, topic, body, fields);
    }

    private static ActResource put(Act act, String path, Topic topic, Class<? extends Asked> body, Field... fields) {
        return made(act, path, HttpMethod.PUT, topic, body, fields);
    }

    private static ActResource made(
            Act act, String path, HttpMethod method, Topic topic, Class<? extends Asked> body, Field... fields) {
        String form = slug(path);
        return new ActResource(
                act,
                path,
                method,
                topic,
                body,
                Arrays.stream(fields).map(field -> field.of(form)).toList());
    }

    private static Map<Act, ActResource> table() {
        Map<Act, ActResource> table = new EnumMap<>(Act.class);
        for (Act act : Act.values()) {
            ActResource resource = make(act);
            if (resource != null) {
                table.put(act, resource);
            }
        }
        return table;
    }

    /** All of them, in the order of {@link Act}. */
    static Collection<ActResource> all() {
        return TABLE.values();
    }

    /**
     * The resource of an act.
     *
     * @throws IllegalArgumentException for an act that has none
     */
    public static ActResource of(Act act) {
        ActResource resource = TABLE.get(act);
        if (resource == null) {
            throw new IllegalArgumentException("nobody asks for " + act.word() + " by a form");
        }
        return resource;
    }

    static Optional<ActResource> findBySlug(String slug) {
        return all().stream().filter(resource -> resource.slug().equals(slug)).findFirst();
    }

    /** The addresses of acts, in alphabetical order; an act that has none is left out. */
    static List<String> paths(Collection<Act> acts) {
        return all().stream()
                .filter(resource -> acts.contains(resource.act()))
                .map(ActResource::path)
                .sorted()
                .toList();
    }

    /** As a form's address has it: one word. */
    public String slug() {
        return slug(path);
    }

    private static String slug(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** On a button, in the reader's language. */
    public String label() {
        return Texts.text("act." + slug() + ".label");
    }

    /** The same for what is no page. */
    String english() {
        return Texts.english("act." + slug() + ".label");
    }
}
