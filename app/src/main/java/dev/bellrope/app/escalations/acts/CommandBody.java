package dev.bellrope.app.escalations.acts;

import static dev.bellrope.app.escalations.acts.BodyValues.present;
import static java.util.Objects.requireNonNullElse;

import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.playbook.Severity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the acts on an escalation; a text that is left out is empty. */
sealed interface CommandBody {
    /** Returns the command for the core. */
    Command command();

    @Schema(name = "Acceptance")
    record AcceptanceBody(
            @Schema(example = "We take it") @Nullable String note) implements CommandBody {
        @Override
        public Command command() {
            return new Command.Accept(BodyValues.text(note));
        }
    }

    @Schema(name = "Declination")
    record DeclinationBody(
            @Schema(example = "A known limitation; the workaround is documented") @Nullable String reason) implements CommandBody {
        @Override
        public Command command() {
            return new Command.Decline(BodyValues.text(reason));
        }
    }

    @Schema(name = "Acknowledgement")
    record AcknowledgementBody() implements CommandBody {
        @Override
        public Command command() {
            return new Command.Acknowledge();
        }
    }

    @Schema(name = "RoleAssignment")
    record RoleAssignmentBody(
            @Schema(example = "owner") @Nullable String role,

            @Schema(description = "A person's id; empty to let the router choose", example = "ana") @Nullable String person,

            @Schema(example = "knows the platform") @Nullable String reason)
            implements CommandBody {
        @Override
        public Command command() {
            return new Command.Assign(BodyValues.text(role), BodyValues.text(person), BodyValues.text(reason));
        }
    }

    @Schema(name = "HandoffOffer")
    record HandoffOfferBody(
            @Schema(example = "bob") @Nullable String to,

            @Schema(example = "The fix is deployed to half of the nodes") @Nullable String situation,

            @Schema(example = "An update at 18:00") @Nullable String openPromises,

            @Schema(example = "Deploy the other half") @Nullable String nextAction)
            implements CommandBody {
        @Override
        public Command command() {
            return new Command.HandOff(
                    BodyValues.text(to),
                    BodyValues.text(situation),
                    BodyValues.text(openPromises),
                    BodyValues.text(nextAction));
        }
    }

    @Schema(name = "HandoffAcceptance")
    record HandoffAcceptanceBody() implements CommandBody {
        @Override
        public Command command() {
            return new Command.AcceptHandoff();
        }
    }

    @Schema(name = "HandoffDeclination")
    record HandoffDeclinationBody(
            @Schema(example = "On a plane until 20:00") @Nullable String reason) implements CommandBody {
        @Override
        public Command command() {
            return new Command.DeclineHandoff(BodyValues.text(reason));
        }
    }

    @Schema(name = "LevelRaise")
    record LevelRaiseBody(
            @Schema(example = "We need the database specialists") @Nullable String reason) implements CommandBody {
        @Override
        public Command command() {
            return new Command.RaiseLevel(BodyValues.text(reason));
        }
    }

    @Schema(name = "DeEscalation")
    record DeEscalationBody(
            @Schema(example = "Stable for two hours") @Nullable String reason) implements CommandBody {
        @Override
        public Command command() {
            return new Command.DeEscalate(BodyValues.text(reason));
        }
    }

    @Schema(name = "Retriage")
    record RetriageBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Severity severity,

            @Schema(example = "A second region is affected") @Nullable String reason)
            implements CommandBody {
        @Override
        public Command command() {
            return new Command.Retriage(
                    present(severity, "/severity", "the severity, S1 to S4"), BodyValues.text(reason));
        }
    }

    @Schema(name = "Pause")
    record PauseBody(
            @Schema(description = "A reason that the playbook accepts", example = "waiting-on-customer") @Nullable String reason,

            @Schema(example = "Waiting for their log files") @Nullable String note)
            implements CommandBody {
        @Override
        public Command command() {
            return new Command.Pause(BodyValues.text(reason), BodyValues.text(note));
        }
    }

    @Schema(name = "Resumption")
    record ResumptionBody(
            @Schema(example = "The log files came") @Nullable String note) implements CommandBody {
        @Override
        public Command command() {
            return new Command.Resume(BodyValues.text(note));
        }
    }

    @Schema(name = "Note")
    record NoteBody(
            @Schema(description = "Whether the customer may read it", example = "false") @Nullable Boolean shared,

            @Schema(example = "The leak is in the connection pool") @Nullable String text)
            implements CommandBody {
        @Override
        public Command command() {
            return new Command.AddNote(requireNonNullElse(shared, false), BodyValues.text(text));
        }
    }

    @Schema(name = "CustomerUpdate")
    record CustomerUpdateBody(
            @Schema(example = "The service is back; we are watching it") @Nullable String text,

            @Schema(description = "email, portal or helpdesk; email unless said", example = "email") @Nullable String channel)
            implements CommandBody {
        @Override
        public Command command() {
            return new Command.SendUpdate(
                    BodyValues.text(text), BodyValues.text(channel).isEmpty() ? "email" : BodyValues.text(channel));
        }
    }

    @Schema(name = "DecisionRequest")
    record DecisionRequestBody(
            @Schema(example = "Roll back to 4.2?") @Nullable String question,

            @Schema(example = "[\"roll back\", \"fix forward\"]") @Nullable List<String> options,

            @Schema(description = "A person's id or a duty", example = "vp-engineering") @Nullable String of)
            implements CommandBody {
        @Override
        public Command command() {
            return new Command.AskDecision(
                    BodyValues.text(question), BodyValues.all(options, "options"), BodyValues.text(of));
        }
    }

    @Schema(name = "DecisionMade")
    record DecisionBody(
            @Schema(
                    description = "The id of the decision that waits; empty for one that nobody asked for",
                    example = "D1")
            @Nullable String decision,

            @Schema(description = "What was decided, when nobody had asked", example = "") @Nullable String question,

            @Schema(example = "roll back") @Nullable String choice,

            @Schema(example = "A fix would take longer than the promise") @Nullable String rationale)
            implements CommandBody {
        @Override
        public Command command() {
            if (!BodyValues.text(decision).isEmpty()
                    && !BodyValues.text(question).isEmpty()) {
                throw ProblemException.unprocessable(
                        "The question is that of decision " + BodyValues.text(decision)
                                + ". Give the decision that waits, or the question that nobody had asked.",
                        ProblemError.at("/question", "goes without a decision"));
            }
            return new Command.Decide(
                    BodyValues.text(decision),
                    BodyValues.text(question),
                    BodyValues.text(choice),
                    BodyValues.text(rationale));
        }
    }

    @Schema(name = "Workaround")
    record WorkaroundBody(
            @Schema(example = "Use the batch endpoint") @Nullable String text) implements CommandBody {
        @Override
        public Command command() {
            return new Command.RecordWorkaround(BodyValues.text(text));
        }
    }

    @Schema(name = "RootCause")
    record RootCauseBody(
            @Schema(example = "A pool that never returned connections") @Nullable String text) implements CommandBody {
        @Override
        public Command command() {
            return new Command.RecordRootCause(BodyValues.text(text));
        }
    }

    @Schema(name = "Plan")
    record PlanBody(
            @Nullable List<PlanStepBody> steps,

            @Schema(description = "What we do if it does not work", example = "Move them to the second cluster")
            @Nullable String contingency)
            implements CommandBody {
        @Override
        public Command command() {
            List<PlanStep> open = new ArrayList<>();
            for (PlanStepBody step : BodyValues.all(steps, "steps")) {
                open.add(step.open(open.size() + 1));
            }
            return new Command.SetPlan(open, BodyValues.text(contingency));
        }
    }

    @Schema(name = "StepValidation")
    record StepValidationBody(
            @Schema(
                    description = "The step's id; in the API the address names it, so it can be left out",
                    example = "1")
            @Nullable String step,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true") @Nullable Boolean passed,

            @Schema(example = "An hour without a waiting connection") @Nullable String evidence)
            implements CommandBody {
        @Override
        public Command command() {
            return new Command.ValidateStep(
                    BodyValues.text(step),
                    present(passed, "/passed", "whether it passed, true or false"),
                    BodyValues.text(evidence));
        }
    }

    @Schema(name = "PromiseMove")
    record PromiseMoveBody(
            @Schema(example = "resolve") @Nullable String target,

            @Schema(example = "2026-03-07T12:00:00+01:00") @Nullable Instant due,

            @Schema(example = "Agreed with the customer on the phone") @Nullable String reason)
            implements CommandBody {
        @Override
        public Command command() {
            return new Command.MovePromise(
                    BodyValues.text(target), present(due, "/due", "the new date"), BodyValues.text(reason));
        }
    }

    @Schema(name = "TargetWaiver")
    record TargetWaiverBody(
            @Schema(example = "plan") @Nullable String target,

            @Schema(example = "The fix is already out") @Nullable String reason)
            implements CommandBody {
        @Override
        public Command command() {
            return new Command.WaiveTarget(BodyValues.text(target), BodyValues.text(reason));
        }
    }

    @Schema(name = "CriterionConfirmation")
    record CriterionConfirmationBody(
            @Schema(example = "customer-confirms") @Nullable String criterion,

            @Schema(example = "Jana wrote that it works") @Nullable String evidence)
            implements CommandBody {
        @Override
        public Command command() {
            return new Command.ConfirmCriterion(BodyValues.text(criterion), BodyValues.text(evidence));
        }
    }

    @Schema(name = "CriterionWaiver")
    record CriterionWaiverBody(
            @Schema(example = "cause-known") @Nullable String criterion,

            @Schema(example = "The product is withdrawn") @Nullable String reason)
            implements CommandBody {
        @Override
        public Command command() {
            return new Command.WaiveCriterion(BodyValues.text(criterion), BodyValues.text(reason));
        }
    }

    @Schema(name = "Resolution")
    record ResolutionBody(
            @Schema(example = "The limit is raised everywhere") @Nullable String summary) implements CommandBody {
        @Override
        public Command command() {
            return new Command.Resolve(BodyValues.text(summary));
        }
    }

    @Schema(name = "Reopening")
    record ReopeningBody(
            @Schema(example = "It came back after the restart") @Nullable String reason) implements CommandBody {
        @Override
        public Command command() {
            return new Command.Reopen(BodyValues.text(reason));
        }
    }

    @Schema(name = "Closing")
    record ClosingBody(
            @Schema(example = "Confirmed by the customer") @Nullable String note) implements CommandBody {
        @Override
        public Command command() {
            return new Command.Close(BodyValues.text(note));
        }
    }

    @Schema(name = "Merge")
    record MergeBody(@Schema(example = "ESC-1007") @Nullable String into) implements CommandBody {
        @Override
        public Command command() {
            return new Command.Merge(BodyValues.text(into));
        }
    }
}
