package dev.bellrope.core.playbook;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.account.ValueRubric;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole policy as one immutable value. Everything named here was resolved when the playbook was read: a calendar
 * that a target names exists, the matrix has no holes, and every condition was type-checked.
 *
 * @param name the playbook's name, {@code baseline}
 * @param version its version, chosen by whoever reads it, {@code baseline@3}
 * @param purpose one sentence
 * @param owner who answers for it
 * @param calendars by name; {@code always} is always among them
 * @param rubric how to score what an account is worth
 * @param plans support plans by name: what the helpdesk promises on tickets
 * @param matrix severity from impact and urgency
 * @param tiers response tiers, strongest first; the last one always holds
 * @param issueTypes the catalogue of issue types, in order; the first match counts
 * @param triggers in order
 * @param ladder the ladder of levels, from the first to the top
 * @param targets the promises of an escalation, by name
 * @param targetCalendars the calendar that targets are counted in, by severity; {@code owner} and {@code account} mean
 *     the calendar of that person or account rather than one of {@code calendars}
 * @param routes in order; the first match counts
 * @param communication who informs whom, who approves, and how often
 * @param guardrails what automation may not do
 * @param exit when an escalation ends
 * @param permissions who may do what
 * @param exceptions approved, expiring deviations
 */
public record Playbook(
        String name,
        String version,
        String purpose,
        String owner,
        Map<String, WorkingCalendar> calendars,
        ValueRubric rubric,
        Map<String, SupportPlan> plans,
        SeverityMatrix matrix,
        List<ResponseTier> tiers,
        List<IssueType> issueTypes,
        List<Trigger> triggers,
        Ladder ladder,
        Map<String, TargetRule> targets,
        Map<Severity, String> targetCalendars,
        List<Route> routes,
        Communication communication,
        Guardrails guardrails,
        Exit exit,
        Permissions permissions,
        List<PolicyException> exceptions) {
    public Playbook {
        calendars = Map.copyOf(calendars);
        plans = Map.copyOf(plans);
        tiers = List.copyOf(tiers);
        issueTypes = List.copyOf(issueTypes);
        triggers = List.copyOf(triggers);
        routes = List.copyOf(routes);
        targetCalendars = Map.copyOf(targetCalendars);
        exceptions = List.copyOf(exceptions);
        targets = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(targets));
    }

    /** Returns the calendar with this name, or round the clock if there is none. */
    public WorkingCalendar calendar(String calendarName) {
        WorkingCalendar found = calendars.get(calendarName);
        return found == null ? WorkingCalendar.always() : found;
    }

    /**
     * The time that a target allows.
     *
     * @param span how long
     * @param exception the exception that grants it; null for the playbook's own rule
     */
    public record Budget(Span span, @Nullable PolicyException exception) {}

    /** Finds the budget of a target for a severity, an account and an instant; empty if nothing is promised. */
    public Optional<Budget> findBudget(String target, Severity severity, Account account, Instant at) {
        for (PolicyException exception : exceptions) {
            Span span = exception.targets().getOrDefault(target, Map.of()).get(severity);
            if (span != null && exception.isFor(account, at)) {
                return Optional.of(new Budget(span, exception));
            }
        }
        TargetRule rule = targets.get(target);
        return rule == null ? Optional.empty() : rule.findBudget(severity).map(span -> new Budget(span, null));
    }

    /** Finds the trigger with this name. */
    public Optional<Trigger> findTrigger(String triggerName) {
        return triggers.stream()
                .filter(trigger -> trigger.name().equals(triggerName))
                .findFirst();
    }

    /** Finds the route with this name. */
    public Optional<Route> findRoute(String routeName) {
        return routes.stream().filter(route -> route.name().equals(routeName)).findFirst();
    }

    /** Finds the issue type with this name. */
    public Optional<IssueType> findIssueType(String typeName) {
        return issueTypes.stream().filter(type -> type.name().equals(typeName)).findFirst();
    }

    /** Finds the support plan with this name. */
    public Optional<SupportPlan> findPlan(String planName) {
        return Optional.ofNullable(plans.get(planName));
    }

    /** Returns whether whoever holds this role may do something by it: by a permission, or by approving messages. */
    public boolean isEntitling(String role) {
        return permissions.roles().values().stream().anyMatch(entitled -> entitled.contains(role))
                || communication.approval().containsValue(role);
    }
}
