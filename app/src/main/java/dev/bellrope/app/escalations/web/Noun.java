package dev.bellrope.app.escalations.web;

import static dev.bellrope.app.escalations.web.Field.may;
import static dev.bellrope.app.escalations.web.Field.must;

import dev.bellrope.app.escalations.web.Field.Kind;
import dev.bellrope.core.playbook.Permissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;

/**
 * Everything that can be asked of a running escalation: the noun of the API's address, the word of the core's command, the body, and the
 * form of the console.
 */
public enum Noun {
    ACCEPTANCE(
            "acceptance",
            "accept",
            "Accept the request",
            Permissions.ACCEPT,
            Asked.Acceptance.class,
            may("note", "Note", Kind.LINE)),
    DECLINATION(
            "declination",
            "decline",
            "Decline the request",
            Permissions.DECLINE,
            Asked.Declination.class,
            must("reason", "Reason, for whoever asked", Kind.TEXT)),
    ACKNOWLEDGEMENT("acknowledgement", "acknowledge", "Acknowledge", Permissions.RESPOND, Asked.Acknowledgement.class),
    UPDATE(
            "updates",
            "send-update",
            "Tell the customer",
            Permissions.RESPOND,
            Asked.CustomerUpdate.class,
            must("text", "What the customer reads", Kind.TEXT),
            may("channel", "Through", Kind.CHANNEL)),
    NOTE(
            "notes",
            "add-note",
            "Add a note",
            Permissions.RESPOND,
            Asked.Note.class,
            must("text", "Note", Kind.TEXT),
            may("shared", "The customer may read it", Kind.TRUTH)),
    PLAN(
            "plan",
            "set-plan",
            "Set the plan",
            Permissions.RESPOND,
            Asked.Plan.class,
            must("steps", "Steps", Kind.STEPS),
            may("contingency", "If it does not work", Kind.LINE)),
    STEP_VALIDATION(
            "plan/steps/{step}/validation",
            "validate-step",
            "Validate a step",
            Permissions.RESPOND,
            Asked.StepValidation.class,
            must("step", "Step", Kind.STEP),
            must("passed", "How it went", Kind.PASSED),
            must("evidence", "What showed it", Kind.LINE)),
    WORKAROUND(
            "workaround",
            "record-workaround",
            "Record a workaround",
            Permissions.RESPOND,
            Asked.Workaround.class,
            must("text", "Workaround", Kind.TEXT)),
    ROOT_CAUSE(
            "root-cause",
            "record-root-cause",
            "Record the root cause",
            Permissions.RESPOND,
            Asked.RootCause.class,
            must("text", "Root cause", Kind.TEXT)),
    HANDOFF(
            "handoffs",
            "hand-off",
            "Hand over",
            Permissions.RESPOND,
            Asked.HandoffOffer.class,
            must("to", "To", Kind.PERSON),
            must("situation", "Where it stands", Kind.TEXT),
            may("openPromises", "What is promised", Kind.LINE),
            must("nextAction", "What comes next", Kind.LINE)),
    HANDOFF_ACCEPTANCE(
            "handoff-acceptance",
            "accept-handoff",
            "Take the handoff",
            Permissions.RESPOND,
            Asked.HandoffAcceptance.class),
    HANDOFF_DECLINATION(
            "handoff-declination",
            "decline-handoff",
            "Decline the handoff",
            Permissions.RESPOND,
            Asked.HandoffDeclination.class,
            must("reason", "Reason", Kind.LINE)),
    ASSIGNMENT(
            "assignments",
            "assign",
            "Assign a role",
            Permissions.RESPOND,
            Asked.RoleAssignment.class,
            must("role", "Role", Kind.ROLE),
            may("person", "Person", Kind.PERSON_OR_ROUTER),
            may("reason", "Reason", Kind.LINE)),
    DECISION_REQUEST(
            "decision-requests",
            "ask-decision",
            "Ask for a decision",
            Permissions.RESPOND,
            Asked.DecisionRequest.class,
            must("question", "Question", Kind.TEXT),
            may("options", "Options, one a line", Kind.LINES),
            must("of", "Who decides", Kind.PERSON_OR_DUTY)),
    DECISION(
            "decisions",
            "decide",
            "Decide",
            Permissions.RESPOND,
            Asked.DecisionMade.class,
            may("decision", "Which", Kind.QUESTION),
            may("question", "What was decided, when nobody had asked", Kind.LINE),
            must("choice", "Choice", Kind.LINE),
            must("rationale", "Why", Kind.TEXT)),
    LEVEL_RAISE(
            "level-raises",
            "raise-level",
            "Raise the level",
            Permissions.RESPOND,
            Asked.LevelRaise.class,
            must("reason", "Reason", Kind.LINE)),
    RETRIAGE(
            "retriage",
            "retriage",
            "Judge anew",
            Permissions.RETRIAGE,
            Asked.Retriage.class,
            must("severity", "Severity", Kind.SEVERITY),
            must("reason", "Reason", Kind.LINE)),
    PAUSE(
            "pause",
            "pause",
            "Pause",
            Permissions.RESPOND,
            Asked.Pause.class,
            must("reason", "What we wait for", Kind.PAUSE),
            may("note", "Note", Kind.LINE)),
    RESUMPTION(
            "resumption",
            "resume",
            "Resume",
            Permissions.RESPOND,
            Asked.Resumption.class,
            may("note", "Note", Kind.LINE)),
    PROMISE_MOVE(
            "promise-moves",
            "move-promise",
            "Move a promise",
            Permissions.RESPOND,
            Asked.PromiseMove.class,
            must("target", "Promise", Kind.TARGET),
            must("due", "New date", Kind.INSTANT),
            must("reason", "Reason", Kind.LINE)),
    TARGET_WAIVER(
            "target-waivers",
            "waive-target",
            "Waive a promise",
            Permissions.ASSIGN,
            Asked.TargetWaiver.class,
            must("target", "Promise", Kind.TARGET),
            must("reason", "Reason", Kind.LINE)),
    RESOLUTION(
            "resolution",
            "resolve",
            "Resolve",
            Permissions.RESPOND,
            Asked.Resolution.class,
            must("summary", "What was done", Kind.TEXT)),
    CRITERION_CONFIRMATION(
            "criterion-confirmations",
            "confirm-criterion",
            "Confirm an exit criterion",
            Permissions.RESPOND,
            Asked.CriterionConfirmation.class,
            must("criterion", "Criterion", Kind.CRITERION_BY_WORD),
            must("evidence", "What shows it", Kind.LINE)),
    CRITERION_WAIVER(
            "criterion-waivers",
            "waive-criterion",
            "Waive an exit criterion",
            Permissions.WAIVE,
            Asked.CriterionWaiver.class,
            must("criterion", "Criterion", Kind.CRITERION),
            must("reason", "Reason", Kind.LINE)),
    DE_ESCALATION(
            "de-escalation",
            "de-escalate",
            "De-escalate",
            Permissions.DE_ESCALATE,
            Asked.DeEscalation.class,
            must("reason", "Reason", Kind.LINE)),
    REOPENING(
            "reopening",
            "reopen",
            "Reopen",
            Permissions.RESPOND,
            Asked.Reopening.class,
            must("reason", "What came back", Kind.LINE)),
    CLOSING("closing", "close", "Close", Permissions.CLOSE, Asked.Closing.class, may("note", "Note", Kind.LINE)),
    MERGE(
            "merge",
            "merge",
            "Merge into another",
            Permissions.MERGE,
            Asked.Merge.class,
            must("into", "Into", Kind.SIBLING));

    private final String path;
    private final String word;
    private final String label;
    private final String act;
    private final Class<? extends Asked> body;
    private final List<Field> fields;

    Noun(String path, String word, String label, String act, Class<? extends Asked> body, Field... fields) {
        this.path = path;
        this.word = word;
        this.label = label;
        this.act = act;
        this.body = body;
        this.fields = List.of(fields);
    }

    /** As the API's address has it, below the escalation: {@code acknowledgement}. */
    public String path() {
        return path;
    }

    /** As a form's address has it: one word. */
    public String slug() {
        return this == STEP_VALIDATION ? "validation" : path;
    }

    /** The core's word for the command. */
    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    /** What one must be permitted to do by the playbook; the core has the last word. */
    String act() {
        return act;
    }

    Class<? extends Asked> body() {
        return body;
    }

    public List<Field> fields() {
        return fields;
    }

    /** PUT where it replaces what was there. */
    HttpMethod method() {
        return switch (this) {
            case WORKAROUND, ROOT_CAUSE, PLAN -> HttpMethod.PUT;
            default -> HttpMethod.POST;
        };
    }

    static Optional<Noun> findBySlug(String slug) {
        return Arrays.stream(values()).filter(noun -> noun.slug().equals(slug)).findFirst();
    }

    static Optional<Noun> findByWord(String word) {
        return Arrays.stream(values()).filter(noun -> noun.word.equals(word)).findFirst();
    }

    /** The nouns for the core's words; a word that only Bellrope itself may use has none. */
    static List<String> paths(List<String> words) {
        return words.stream()
                .flatMap(word -> findByWord(word).stream())
                .map(Noun::path)
                .sorted()
                .toList();
    }
}
