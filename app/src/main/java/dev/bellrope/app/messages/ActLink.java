package dev.bellrope.app.messages;

import java.util.Map;

/** Which form of an escalation's page a message asks its reader for, as the end of its link; the page opens it. */
final class ActLink {
    private ActLink() {}

    /** {@code #act-updates}; empty where nothing is asked for. */
    static String of(String template, Map<String, String> facts) {
        String form = switch (template) {
            case "assigned" -> "acknowledgement";
            case "request" -> "acceptance";
            case "handoff" -> "handoff-acceptance";
            case "approval", "decision" -> "decisions";
            case "customer" -> "updates";
            case "warned", "missed" -> ofTarget(facts.getOrDefault("target", ""));
            default -> "";
        };
        return form.isEmpty() ? "" : "#act-" + form;
    }

    private static String ofTarget(String target) {
        return switch (target) {
            case "acknowledge" -> "acknowledgement";
            case "update" -> "updates";
            case "plan" -> "plan";
            case "root-cause" -> "root-cause";
            case "resolve" -> "resolution";
            default -> "";
        };
    }
}
