package dev.bellrope.app.escalations.web;

import static dev.bellrope.app.escalations.web.Given.present;
import static java.util.Objects.requireNonNullElse;

import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.playbook.Severity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of what can be asked of an escalation; a text that is left out is empty. */
sealed interface Asked {
    /** The same as the core understands it. */
    Command command();

    record Acceptance(
            @Schema(example = "We take it") @Nullable String note) implements Asked {
        @Override
        public Command command() {
            return new Command.Accept(Given.text(note));
        }
    }

    record Declination(
            @Schema(example = "A known limitation; the workaround is documented") @Nullable String reason) implements Asked {
        @Override
        public Command command() {
            return new Command.Decline(Given.text(reason));
        }
    }

    record Acknowledgement() implements Asked {
        @Override
        public Command command() {
            return new Command.Acknowledge();
        }
    }

    record RoleAssignment(
            @Schema(example = "owner") @Nullable String role,

            @Schema(description = "A person's id; empty to let the router choose", example = "ana") @Nullable String person,

            @Schema(example = "knows the platform") @Nullable String reason)
            implements Asked {
        @Override
        public Command command() {
            return new Command.Assign(Given.text(role), Given.text(person), Given.text(reason));
        }
    }

    record HandoffOffer(
            @Schema(example = "bob") @Nullable String to,

            @Schema(example = "The fix is deployed to half of the nodes") @Nullable String situation,

            @Schema(example = "An update at 18:00") @Nullable String openPromises,

            @Schema(example = "Deploy the other half") @Nullable String nextAction)
            implements Asked {
        @Override
        public Command command() {
            return new Command.HandOff(
                    Given.text(to), Given.text(situation), Given.text(openPromises), Given.text(nextAction));
        }
    }

    record HandoffAcceptance() implements Asked {
        @Override
        public Command command() {
            return new Command.AcceptHandoff();
        }
    }

    record HandoffDeclination(
            @Schema(example = "On a plane until 20:00") @Nullable String reason) implements Asked {
        @Override
        public Command command() {
            return new Command.DeclineHandoff(Given.text(reason));
        }
    }

    record LevelRaise(
            @Schema(example = "We need the database specialists") @Nullable String reason) implements Asked {
        @Override
        public Command command() {
            return new Command.RaiseLevel(Given.text(reason));
        }
    }

    record DeEscalation(
            @Schema(example = "Stable for two hours") @Nullable String reason) implements Asked {
        @Override
        public Command command() {
            return new Command.DeEscalate(Given.text(reason));
        }
    }

    record Retriage(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Severity severity,

            @Schema(example = "A second region is affected") @Nullable String reason)
            implements Asked {
        @Override
        public Command command() {
            return new Command.Retriage(present(severity, "the severity, S1 to S4"), Given.text(reason));
        }
    }

    record Pause(
            @Schema(description = "A reason that the playbook accepts", example = "waiting-on-customer") @Nullable String reason,

            @Schema(example = "Waiting for their log files") @Nullable String note)
            implements Asked {
        @Override
        public Command command() {
            return new Command.Pause(Given.text(reason), Given.text(note));
        }
    }

    record Resumption(
            @Schema(example = "The log files came") @Nullable String note) implements Asked {
        @Override
        public Command command() {
            return new Command.Resume(Given.text(note));
        }
    }

    record Note(
            @Schema(description = "Whether the customer may read it", example = "false") @Nullable Boolean shared,

            @Schema(example = "The leak is in the connection pool") @Nullable String text)
            implements Asked {
        @Override
        public Command command() {
            return new Command.AddNote(requireNonNullElse(shared, false), Given.text(text));
        }
    }

    record CustomerUpdate(
            @Schema(example = "The service is back; we are watching it") @Nullable String text,

            @Schema(description = "email, portal or helpdesk; email unless said", example = "email") @Nullable String channel)
            implements Asked {
        @Override
        public Command command() {
            return new Command.SendUpdate(
                    Given.text(text), Given.text(channel).isEmpty() ? "email" : Given.text(channel));
        }
    }

    record DecisionRequest(
            @Schema(example = "Roll back to 4.2?") @Nullable String question,

            @Schema(example = "[\"roll back\", \"fix forward\"]") @Nullable List<String> options,

            @Schema(description = "A person's id or a duty", example = "vp-engineering") @Nullable String of)
            implements Asked {
        @Override
        public Command command() {
            return new Command.AskDecision(Given.text(question), Given.all(options, "options"), Given.text(of));
        }
    }

    record DecisionMade(
            @Schema(
                    description = "The id of the decision that waits; empty for one that nobody asked for",
                    example = "D1")
            @Nullable String decision,

            @Schema(description = "What was decided, when nobody had asked", example = "") @Nullable String question,

            @Schema(example = "roll back") @Nullable String choice,

            @Schema(example = "A fix would take longer than the promise") @Nullable String rationale)
            implements Asked {
        @Override
        public Command command() {
            return new Command.Decide(
                    Given.text(decision), Given.text(question), Given.text(choice), Given.text(rationale));
        }
    }

    record Workaround(
            @Schema(example = "Use the batch endpoint") @Nullable String text) implements Asked {
        @Override
        public Command command() {
            return new Command.RecordWorkaround(Given.text(text));
        }
    }

    record RootCause(
            @Schema(example = "A pool that never returned connections") @Nullable String text) implements Asked {
        @Override
        public Command command() {
            return new Command.RecordRootCause(Given.text(text));
        }
    }

    record Plan(
            @Nullable List<StepOfPlan> steps,

            @Schema(description = "What we do if it does not work", example = "Move them to the second cluster")
            @Nullable String contingency)
            implements Asked {
        @Override
        public Command command() {
            List<PlanStep> open = new ArrayList<>();
            for (StepOfPlan step : Given.all(steps, "steps")) {
                open.add(step.open(open.size() + 1));
            }
            return new Command.SetPlan(open, Given.text(contingency));
        }
    }

    record StepValidation(
            @Schema(description = "The step's id; in the API the address names it", example = "1") @Nullable String step,

            @Schema(example = "true") boolean passed,

            @Schema(example = "An hour without a waiting connection") @Nullable String evidence)
            implements Asked {
        @Override
        public Command command() {
            return new Command.ValidateStep(Given.text(step), passed, Given.text(evidence));
        }
    }

    record PromiseMove(
            @Schema(example = "resolve") @Nullable String target,

            @Schema(example = "2026-03-07T12:00:00+01:00") @Nullable Instant due,

            @Schema(example = "Agreed with the customer on the phone") @Nullable String reason)
            implements Asked {
        @Override
        public Command command() {
            return new Command.MovePromise(Given.text(target), present(due, "the new date"), Given.text(reason));
        }
    }

    record TargetWaiver(
            @Schema(example = "plan") @Nullable String target,

            @Schema(example = "The fix is already out") @Nullable String reason)
            implements Asked {
        @Override
        public Command command() {
            return new Command.WaiveTarget(Given.text(target), Given.text(reason));
        }
    }

    record CriterionConfirmation(
            @Schema(example = "customer-confirms") @Nullable String criterion,

            @Schema(example = "Jana wrote that it works") @Nullable String evidence)
            implements Asked {
        @Override
        public Command command() {
            return new Command.ConfirmCriterion(Given.text(criterion), Given.text(evidence));
        }
    }

    record CriterionWaiver(
            @Schema(example = "cause-known") @Nullable String criterion,

            @Schema(example = "The product is withdrawn") @Nullable String reason)
            implements Asked {
        @Override
        public Command command() {
            return new Command.WaiveCriterion(Given.text(criterion), Given.text(reason));
        }
    }

    record Resolution(
            @Schema(example = "The limit is raised everywhere") @Nullable String summary) implements Asked {
        @Override
        public Command command() {
            return new Command.Resolve(Given.text(summary));
        }
    }

    record Reopening(
            @Schema(example = "It came back after the restart") @Nullable String reason) implements Asked {
        @Override
        public Command command() {
            return new Command.Reopen(Given.text(reason));
        }
    }

    record Closing(
            @Schema(example = "Confirmed by the customer") @Nullable String note) implements Asked {
        @Override
        public Command command() {
            return new Command.Close(Given.text(note));
        }
    }

    record Merge(@Schema(example = "ESC-1007") @Nullable String into) implements Asked {
        @Override
        public Command command() {
            return new Command.Merge(Given.text(into));
        }
    }
}
