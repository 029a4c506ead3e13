package dev.bellrope.app.escalations.web;

import static dev.bellrope.app.escalations.web.Field.may;
import static dev.bellrope.app.escalations.web.Field.must;

import dev.bellrope.app.escalations.web.Field.Kind;
import dev.bellrope.app.web.Texts;
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
    ACCEPTANCE("acceptance", "accept", Permissions.ACCEPT, Asked.Acceptance.class, may("note", Kind.LINE)),

    DECLINATION("declination", "decline", Permissions.DECLINE, Asked.Declination.class, must("reason", Kind.TEXT)),

    ACKNOWLEDGEMENT("acknowledgement", "acknowledge", Permissions.RESPOND, Asked.Acknowledgement.class),
    UPDATE(
            "updates",
            "send-update",
            Permissions.RESPOND,
            Asked.CustomerUpdate.class,
            must("text", Kind.TEXT),
            may("channel", Kind.CHANNEL)),
    NOTE(
            "notes",
            "add-note",
            Permissions.RESPOND,
            Asked.Note.class,
            must("text", Kind.TEXT),
            may("shared", Kind.TRUTH)),
    PLAN(
            "plan",
            "set-plan",
            Permissions.RESPOND,
            Asked.Plan.class,
            must("steps", Kind.STEPS),
            may("contingency", Kind.LINE)),
    STEP_VALIDATION(
            "plan/steps/{step}/validation",
            "validate-step",
            Permissions.RESPOND,
            Asked.StepValidation.class,
            must("step", Kind.STEP),
            must("passed", Kind.PASSED),
            must("evidence", Kind.LINE)),
    WORKAROUND("workaround", "record-workaround", Permissions.RESPOND, Asked.Workaround.class, must("text", Kind.TEXT)),

    ROOT_CAUSE("root-cause", "record-root-cause", Permissions.RESPOND, Asked.RootCause.class, must("text", Kind.TEXT)),

    HANDOFF(
            "handoffs",
            "hand-off",
            Permissions.RESPOND,
            Asked.HandoffOffer.class,
            must("to", Kind.PERSON),
            must("situation", Kind.TEXT),
            may("openPromises", Kind.LINE),
            must("nextAction", Kind.LINE)),
    HANDOFF_ACCEPTANCE("handoff-acceptance", "accept-handoff", Permissions.RESPOND, Asked.HandoffAcceptance.class),

    HANDOFF_DECLINATION(
            "handoff-declination",
            "decline-handoff",
            Permissions.RESPOND,
            Asked.HandoffDeclination.class,
            must("reason", Kind.LINE)),
    ASSIGNMENT(
            "assignments",
            "assign",
            Permissions.RESPOND,
            Asked.RoleAssignment.class,
            must("role", Kind.ROLE),
            may("person", Kind.PERSON_OR_ROUTER),
            may("reason", Kind.LINE)),
    DECISION_REQUEST(
            "decision-requests",
            "ask-decision",
            Permissions.RESPOND,
            Asked.DecisionRequest.class,
            must("question", Kind.TEXT),
            may("options", Kind.LINES),
            must("of", Kind.PERSON_OR_DUTY)),
    DECISION(
            "decisions",
            "decide",
            Permissions.RESPOND,
            Asked.DecisionMade.class,
            may("decision", Kind.QUESTION),
            may("question", Kind.LINE),
            must("choice", Kind.LINE),
            must("rationale", Kind.TEXT)),
    LEVEL_RAISE("level-raises", "raise-level", Permissions.RESPOND, Asked.LevelRaise.class, must("reason", Kind.LINE)),

    RETRIAGE(
            "retriage",
            "retriage",
            Permissions.RETRIAGE,
            Asked.Retriage.class,
            must("severity", Kind.SEVERITY),
            must("reason", Kind.LINE)),
    PAUSE("pause", "pause", Permissions.RESPOND, Asked.Pause.class, must("reason", Kind.PAUSE), may("note", Kind.LINE)),

    RESUMPTION("resumption", "resume", Permissions.RESPOND, Asked.Resumption.class, may("note", Kind.LINE)),

    PROMISE_MOVE(
            "promise-moves",
            "move-promise",
            Permissions.RESPOND,
            Asked.PromiseMove.class,
            must("target", Kind.TARGET),
            must("due", Kind.INSTANT),
            must("reason", Kind.LINE)),
    TARGET_WAIVER(
            "target-waivers",
            "waive-target",
            Permissions.ASSIGN,
            Asked.TargetWaiver.class,
            must("target", Kind.TARGET),
            must("reason", Kind.LINE)),
    RESOLUTION("resolution", "resolve", Permissions.RESPOND, Asked.Resolution.class, must("summary", Kind.TEXT)),

    CRITERION_CONFIRMATION(
            "criterion-confirmations",
            "confirm-criterion",
            Permissions.RESPOND,
            Asked.CriterionConfirmation.class,
            must("criterion", Kind.CRITERION_BY_WORD),
            must("evidence", Kind.LINE)),
    CRITERION_WAIVER(
            "criterion-waivers",
            "waive-criterion",
            Permissions.WAIVE,
            Asked.CriterionWaiver.class,
            must("criterion", Kind.CRITERION),
            must("reason", Kind.LINE)),
    DE_ESCALATION(
            "de-escalation",
            "de-escalate",
            Permissions.DE_ESCALATE,
            Asked.DeEscalation.class,
            must("reason", Kind.LINE)),
    REOPENING("reopening", "reopen", Permissions.RESPOND, Asked.Reopening.class, must("reason", Kind.LINE)),

    CLOSING("closing", "close", Permissions.CLOSE, Asked.Closing.class, may("note", Kind.LINE)),
    MERGE("merge", "merge", Permissions.MERGE, Asked.Merge.class, must("into", Kind.SIBLING));

    private final String path;
    private final String word;
    private final String act;
    private final Class<? extends Asked> body;
    private final List<Field> fields;

    Noun(String path, String word, String act, Class<? extends Asked> body, Field... fields) {
        this.path = path;
        this.word = word;
        this.act = act;
        this.body = body;
        this.fields = Arrays.stream(fields).map(field -> field.of(slug(path))).toList();
    }

    /** As the API's address has it, below the escalation: {@code acknowledgement}. */
    public String path() {
        return path;
    }

    /** As a form's address has it: one word. */
    public String slug() {
        return slug(path);
    }

    private static String slug(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The core's word for the command. */
    public String word() {
        return word;
    }

    /** On a button, in the reader's language. */
    public String label() {
        return Texts.text("noun." + slug() + ".label");
    }

    /** The same for what is no page. */
    String english() {
        return Texts.english("noun." + slug() + ".label");
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
