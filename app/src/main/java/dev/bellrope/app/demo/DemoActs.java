package dev.bellrope.app.demo;

import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.playbook.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Translates the words of stories into commands. */
final class DemoActs {
    private DemoActs() {}

    /** Returns the command that a word stands for. */
    static Command command(String word, List<String> says, Escalation e) {
        return switch (word) {
            case "accept" -> new Command.Accept(says.getFirst());
            case "decline" -> new Command.Decline(says.getFirst());
            case "acknowledge" -> new Command.Acknowledge();
            case "assign" -> new Command.Assign(says.get(0), says.get(1), says.get(2));
            case "hand-off" -> new Command.HandOff(says.get(0), says.get(1), says.get(2), says.get(3));
            case "take" -> new Command.AcceptHandoff();
            case "decline-handoff" -> new Command.DeclineHandoff(says.getFirst());
            case "raise" -> new Command.RaiseLevel(says.getFirst());
            case "step-back" -> new Command.DeEscalate(says.getFirst());
            case "retriage" -> new Command.Retriage(Severity.valueOf(says.get(0)), says.get(1));
            case "pause" -> new Command.Pause(says.get(0), says.get(1));
            case "resume" -> new Command.Resume(says.getFirst());
            case "note" -> new Command.AddNote(false, says.getFirst());
            case "share" -> new Command.AddNote(true, says.getFirst());
            case "update" -> new Command.SendUpdate(says.getFirst(), "email");
            case "ask" -> new Command.AskDecision(says.get(1), says.subList(2, says.size()), says.get(0));
            case "answer" -> new Command.Decide(asked(e), "", says.get(0), says.get(1));
            case "decide" -> new Command.Decide("", says.get(0), says.get(1), says.get(2));
            case "workaround" -> new Command.RecordWorkaround(says.getFirst());
            case "cause" -> new Command.RecordRootCause(says.getFirst());
            case "plan" -> new Command.SetPlan(plan(says), "We go back to the last release that worked.");
            case "passed" -> new Command.ValidateStep(says.get(0), true, says.get(1));
            case "failed" -> new Command.ValidateStep(says.get(0), false, says.get(1));
            case "move" -> new Command.MovePromise(says.get(0), moved(e, says.get(0), says.get(1)), says.get(2));
            case "waive" -> new Command.WaiveTarget(says.get(0), says.get(1));
            case "confirm" -> new Command.ConfirmCriterion(says.get(0), says.get(1));
            case "resolve" -> new Command.Resolve(says.getFirst());
            case "reopen" -> new Command.Reopen(says.getFirst());
            case "close" -> new Command.Close(says.getFirst());
            default -> throw new IllegalArgumentException("no story knows how to " + word);
        };
    }

    private static String asked(Escalation e) {
        return e.questions().keySet().stream().findFirst().orElse("none");
    }

    private static Instant moved(Escalation e, String target, String by) {
        return Objects.requireNonNull(e.clocks().get(target), target).due().plus(Story.span(by));
    }

    /** Parses the steps of a plan; each text is {@code what is done => how we will know}. */
    static List<PlanStep> plan(List<String> texts) {
        List<PlanStep> steps = new ArrayList<>();
        for (String text : texts) {
            String[] parts = text.split(" => ", 2);
            steps.add(PlanStep.open(
                    String.valueOf(steps.size() + 1), parts[0], "", null, parts.length < 2 ? "" : parts[1]));
        }
        return steps;
    }
}
