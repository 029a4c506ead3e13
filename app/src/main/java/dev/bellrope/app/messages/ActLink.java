package dev.bellrope.app.messages;

import java.util.Map;

/**
 * Builds the end of a message's link: the form on the escalation's page that the message asks its reader to fill in,
 * which the page then opens.
 */
final class ActLink {
    private ActLink() {}

    /** Returns a fragment such as {@code #act-updates}; empty if the message asks for nothing. */
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
