package dev.bellrope.core.escalation;

/** The explicit words of commands, never derived from class names. */
final class Words {
    private Words() {}

    static String of(Command command) {
        return switch (command) {
            case Command.Request ignored -> "request";
            case Command.Open ignored -> "open";
            case Command.Accept ignored -> "accept";
            case Command.Decline ignored -> "decline";
            case Command.Acknowledge ignored -> "acknowledge";
            case Command.Assign ignored -> "assign";
            case Command.HandOff ignored -> "hand-off";
            case Command.AcceptHandoff ignored -> "accept-handoff";
            case Command.DeclineHandoff ignored -> "decline-handoff";
            case Command.RaiseLevel ignored -> "raise-level";
            case Command.DeEscalate ignored -> "de-escalate";
            case Command.Retriage ignored -> "retriage";
            case Command.Reassess ignored -> "reassess";
            case Command.Pause ignored -> "pause";
            case Command.Resume ignored -> "resume";
            case Command.AddNote ignored -> "add-note";
            case Command.AttachFile ignored -> "attach-file";
            case Command.SendUpdate ignored -> "send-update";
            case Command.AskDecision ignored -> "ask-decision";
            case Command.Decide ignored -> "decide";
            case Command.RecordWorkaround ignored -> "record-workaround";
            case Command.RecordRootCause ignored -> "record-root-cause";
            case Command.SetPlan ignored -> "set-plan";
            case Command.ValidateStep ignored -> "validate-step";
            case Command.MovePromise ignored -> "move-promise";
            case Command.WaiveTarget ignored -> "waive-target";
            case Command.ConfirmCriterion ignored -> "confirm-criterion";
            case Command.WaiveCriterion ignored -> "waive-criterion";
            case Command.Resolve ignored -> "resolve";
            case Command.Reopen ignored -> "reopen";
            case Command.Close ignored -> "close";
            case Command.Merge ignored -> "merge";
            case Command.Absorb ignored -> "absorb";
            case Command.AttachTicket ignored -> "attach-ticket";
            case Command.SeeTicket ignored -> "see-ticket";
            case Command.HearCustomer ignored -> "hear-customer";
            case Command.Strike ignored -> "strike";
        };
    }
}
