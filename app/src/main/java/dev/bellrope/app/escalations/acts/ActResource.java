package dev.bellrope.app.escalations.acts;

import static dev.bellrope.app.escalations.acts.FormField.may;
import static dev.bellrope.app.escalations.acts.FormField.must;

import dev.bellrope.app.escalations.acts.FormField.FieldKind;
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
 * How an act is requested over HTTP: its address in the API, its body, and its form in the console. All are in one
 * table, by {@link Act}; the labels are in {@code texts/act.properties}, by slug.
 *
 * @param path the address in the API, below the escalation, such as {@code acknowledgement}
 * @param method PUT if it replaces what was there
 * @param topic its group in the menu
 * @param fields the fields of its form, in order
 */
public record ActResource(
        Act act,
        String path,
        HttpMethod method,
        ActTopic topic,
        Class<? extends CommandBody> body,
        List<FormField> fields) {
    private static final Map<Act, ActResource> TABLE = table();

    /**
     * Returns the resource of an act that a person can request for a running escalation. Attaching a file has none: a
     * file is not JSON and has its own address.
     */
    private static @Nullable ActResource make(Act act) {
        return switch (act) {
            case ACCEPT ->
                post(act, "acceptance", ActTopic.COURSE, CommandBody.AcceptanceBody.class, may("note", FieldKind.LINE));
            case DECLINE ->
                post(
                        act,
                        "declination",
                        ActTopic.COURSE,
                        CommandBody.DeclinationBody.class,
                        must("reason", FieldKind.TEXT));
            case ACKNOWLEDGE -> post(act, "acknowledgement", ActTopic.WORK, CommandBody.AcknowledgementBody.class);
            case SEND_UPDATE ->
                post(
                        act,
                        "updates",
                        ActTopic.WORK,
                        CommandBody.CustomerUpdateBody.class,
                        must("text", FieldKind.TEXT),
                        may("channel", FieldKind.CHANNEL));
            case ADD_NOTE ->
                post(
                        act,
                        "notes",
                        ActTopic.WORK,
                        CommandBody.NoteBody.class,
                        must("text", FieldKind.TEXT),
                        may("shared", FieldKind.TRUTH));
            case SET_PLAN ->
                put(
                        act,
                        "plan",
                        ActTopic.WORK,
                        CommandBody.PlanBody.class,
                        must("steps", FieldKind.STEPS),
                        may("contingency", FieldKind.LINE));
            case VALIDATE_STEP ->
                post(
                        act,
                        "plan/steps/{step}/validation",
                        ActTopic.WORK,
                        CommandBody.StepValidationBody.class,
                        must("step", FieldKind.STEP),
                        must("passed", FieldKind.PASSED),
                        must("evidence", FieldKind.LINE));
            case RECORD_WORKAROUND ->
                put(act, "workaround", ActTopic.WORK, CommandBody.WorkaroundBody.class, must("text", FieldKind.TEXT));
            case RECORD_ROOT_CAUSE ->
                put(act, "root-cause", ActTopic.WORK, CommandBody.RootCauseBody.class, must("text", FieldKind.TEXT));
            case HAND_OFF ->
                post(
                        act,
                        "handoffs",
                        ActTopic.PEOPLE,
                        CommandBody.HandoffOfferBody.class,
                        must("to", FieldKind.PERSON),
                        must("situation", FieldKind.TEXT),
                        may("openPromises", FieldKind.LINE),
                        must("nextAction", FieldKind.LINE));
            case ACCEPT_HANDOFF ->
                post(act, "handoff-acceptance", ActTopic.PEOPLE, CommandBody.HandoffAcceptanceBody.class);
            case DECLINE_HANDOFF ->
                post(
                        act,
                        "handoff-declination",
                        ActTopic.PEOPLE,
                        CommandBody.HandoffDeclinationBody.class,
                        must("reason", FieldKind.LINE));
            case ASSIGN ->
                post(
                        act,
                        "assignments",
                        ActTopic.PEOPLE,
                        CommandBody.RoleAssignmentBody.class,
                        must("role", FieldKind.ROLE),
                        may("person", FieldKind.PERSON_OR_ROUTER),
                        may("reason", FieldKind.LINE));
            case ASK_DECISION ->
                post(
                        act,
                        "decision-requests",
                        ActTopic.WORK,
                        CommandBody.DecisionRequestBody.class,
                        must("question", FieldKind.TEXT),
                        may("options", FieldKind.LINES),
                        must("of", FieldKind.PERSON_OR_DUTY));
            case DECIDE ->
                post(
                        act,
                        "decisions",
                        ActTopic.WORK,
                        CommandBody.DecisionBody.class,
                        may("decision", FieldKind.QUESTION),
                        may("question", FieldKind.LINE),
                        must("choice", FieldKind.LINE),
                        must("rationale", FieldKind.TEXT));
            case RAISE_LEVEL ->
                post(
                        act,
                        "level-raises",
                        ActTopic.COURSE,
                        CommandBody.LevelRaiseBody.class,
                        must("reason", FieldKind.LINE));
            case RETRIAGE ->
                post(
                        act,
                        "retriage",
                        ActTopic.COURSE,
                        CommandBody.RetriageBody.class,
                        must("severity", FieldKind.SEVERITY),
                        must("reason", FieldKind.LINE));
            case PAUSE ->
                post(
                        act,
                        "pause",
                        ActTopic.PROMISES,
                        CommandBody.PauseBody.class,
                        must("reason", FieldKind.PAUSE),
                        may("note", FieldKind.LINE));
            case RESUME ->
                post(
                        act,
                        "resumption",
                        ActTopic.PROMISES,
                        CommandBody.ResumptionBody.class,
                        may("note", FieldKind.LINE));
            case MOVE_PROMISE ->
                post(
                        act,
                        "promise-moves",
                        ActTopic.PROMISES,
                        CommandBody.PromiseMoveBody.class,
                        must("target", FieldKind.TARGET),
                        must("due", FieldKind.INSTANT),
                        must("reason", FieldKind.LINE));
            case WAIVE_TARGET ->
                post(
                        act,
                        "target-waivers",
                        ActTopic.PROMISES,
                        CommandBody.TargetWaiverBody.class,
                        must("target", FieldKind.TARGET),
                        must("reason", FieldKind.LINE));
            case RESOLVE ->
                post(
                        act,
                        "resolution",
                        ActTopic.ENDING,
                        CommandBody.ResolutionBody.class,
                        must("summary", FieldKind.TEXT));
            case CONFIRM_CRITERION ->
                post(
                        act,
                        "criterion-confirmations",
                        ActTopic.ENDING,
                        CommandBody.CriterionConfirmationBody.class,
                        must("criterion", FieldKind.CRITERION_BY_WORD),
                        must("evidence", FieldKind.LINE));
            case WAIVE_CRITERION ->
                post(
                        act,
                        "criterion-waivers",
                        ActTopic.ENDING,
                        CommandBody.CriterionWaiverBody.class,
                        must("criterion", FieldKind.CRITERION),
                        must("reason", FieldKind.LINE));
            case DE_ESCALATE ->
                post(
                        act,
                        "de-escalation",
                        ActTopic.ENDING,
                        CommandBody.DeEscalationBody.class,
                        must("reason", FieldKind.LINE));
            case REOPEN ->
                post(
                        act,
                        "reopening",
                        ActTopic.ENDING,
                        CommandBody.ReopeningBody.class,
                        must("reason", FieldKind.LINE));
            case CLOSE ->
                post(act, "closing", ActTopic.ENDING, CommandBody.ClosingBody.class, may("note", FieldKind.LINE));
            case MERGE ->
                post(act, "merge", ActTopic.ENDING, CommandBody.MergeBody.class, must("into", FieldKind.SIBLING));
            case REQUEST, OPEN, ATTACH_FILE -> null;
            case REASSESS, ABSORB, ATTACH_TICKET, SEE_TICKET, HEAR_CUSTOMER, STRIKE -> null;
        };
    }

    public ActResource {
        fields = List.copyOf(fields);
    }

    private static ActResource post(
            Act act, String path, ActTopic topic, Class<? extends CommandBody> body, FormField... fields) {
        return made(act, path, HttpMethod.POST, topic, body, fields);
    }

    private static ActResource put(
            Act act, String path, ActTopic topic, Class<? extends CommandBody> body, FormField... fields) {
        return made(act, path, HttpMethod.PUT, topic, body, fields);
    }

    private static ActResource made(
            Act act,
            String path,
            HttpMethod method,
            ActTopic topic,
            Class<? extends CommandBody> body,
            FormField... fields) {
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

    /** Returns all resources, in the order of {@link Act}. */
    public static Collection<ActResource> all() {
        return TABLE.values();
    }

    /**
     * Returns the resource of an act.
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

    public static Optional<ActResource> findBySlug(String slug) {
        return all().stream().filter(resource -> resource.slug().equals(slug)).findFirst();
    }

    /** Returns the addresses of acts in alphabetical order, without acts that have none. */
    static List<String> paths(Collection<Act> acts) {
        return all().stream()
                .filter(resource -> acts.contains(resource.act()))
                .map(ActResource::path)
                .sorted()
                .toList();
    }

    /** Returns the name of its form in an address: one word. */
    public String slug() {
        return slug(path);
    }

    private static String slug(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the label of its button, in the reader's language. */
    public String label() {
        return Texts.text("act." + slug() + ".label");
    }

    /** Returns the label in English, for use outside of pages. */
    public String english() {
        return Texts.english("act." + slug() + ".label");
    }
}
