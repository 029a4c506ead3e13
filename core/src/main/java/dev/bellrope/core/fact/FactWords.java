package dev.bellrope.core.fact;

import java.util.List;
import java.util.Map;

/** The words for facts in sentences. */
final class FactWords {
    /** The facts whose words cannot be derived from their names. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("band", "the account's value band"),
            Map.entry("score", "the account's value score"),
            Map.entry("issue_type", "the issue type"),
            Map.entry("severity", "the severity"),
            Map.entry("impact", "the impact"),
            Map.entry("urgency", "the urgency"),
            Map.entry("tier", "the response tier"),
            Map.entry("climbed_to", "the highest level that it reached"),
            Map.entry("now", "now"),
            Map.entry("signal.kind", "the signal"),
            Map.entry("signal.at", "the signal"),
            Map.entry("signal.data", "what the signal says"),
            Map.entry("ticket.messages", "the number of messages on the ticket"),
            Map.entry("ticket.opened_at", "the ticket's opening"),
            Map.entry("ticket.last_reply_at", "the last reply on the ticket"),
            Map.entry("account.plan", "the account's support plan"),
            Map.entry("target.name", "the promise"),
            Map.entry("target.percent", "the percentage of the promise that is used up"),
            Map.entry("escalation.status", "its status"),
            Map.entry("escalation.trigger", "its trigger"),
            Map.entry("escalation.issue_type", "its issue type"),
            Map.entry("escalation.level", "its level"),
            Map.entry("escalation.climbed_to", "the highest level that it reached"),
            Map.entry("escalation.tickets", "the number of its tickets"));

    /** The facts that count how often something happened. */
    private static final Map<String, String> COUNTS = Map.of(
            "ticket.missed_count", "a promise on the ticket was missed",
            "ticket.reopened", "the ticket was reopened",
            "target.missed_count", "the promise was missed",
            "escalation.climbs", "it climbed",
            "escalation.reassigned", "it was reassigned",
            "escalation.reopened", "it was reopened");

    /** The words for lower and higher ranks; the first word of a ranking has the lowest rank. */
    private static final Map<String, Ranks> RANKS = Map.of(
            "severity", new Ranks("worse", "milder"),
            "band", new Ranks("higher", "lower"),
            "tier", new Ranks("stronger", "weaker"));

    private static final Ranks LEVELS = new Ranks("lower", "higher");

    private FactWords() {}

    /** The words for the two directions of a ranking: {@code worse} and {@code milder}. */
    record Ranks(String low, String high) {}

    /** Returns the words for a fact. */
    static String of(List<String> path) {
        String name = String.join(".", path);
        String known = NAMES.get(name);
        if (known != null) {
            return known;
        }
        if (path.size() == 1) {
            return "the " + plain(path.getFirst());
        }
        int from = name.startsWith("signal.data.") ? 2 : 1;
        String owner = path.getFirst().equals("escalation") ? "its " : "the " + path.getFirst() + "'s ";
        return owner + plain(String.join(" ", path.subList(from, path.size())).replaceFirst("_at$", ""));
    }

    /** Returns what a fact counts; empty if it does not count anything. */
    static String counted(List<String> path) {
        return COUNTS.getOrDefault(String.join(".", path), "");
    }

    static Ranks ranks(List<String> path) {
        return RANKS.getOrDefault(path.getLast(), LEVELS);
    }

    /** Turns a name from the playbook into words: {@code business_stopped} into {@code business stopped}. */
    static String plain(String name) {
        return name.replace('_', ' ');
    }
}
