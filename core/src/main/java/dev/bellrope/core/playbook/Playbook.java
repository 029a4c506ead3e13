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
 * The whole policy as one immutable value. Everything named here was resolved when it was read: a calendar named by a
 * target exists, a matrix has no holes, every condition was type-checked.
 *
 * @param name the playbook's name, {@code baseline}
 * @param version which version of it this is; given by whoever reads it, {@code baseline@3}
 * @param purpose one sentence
 * @param owner who answers for it
 * @param calendars by name; {@code always} is always among them
 * @param rubric what an account is worth
 * @param plans support plans by name: what the helpdesk promised on tickets
 * @param matrix severity from impact and urgency
 * @param tiers response tiers, strongest first; the last one always holds
 * @param issueTypes the catalogue of issue types, in order; the first that matches counts
 * @param triggers in order
 * @param ladder the levels, weakest first
 * @param targets the promises of an escalation, by name
 * @param targetCalendars in which calendar targets are counted, by severity; {@code owner} and {@code account} name
 *     the calendar of that person or account rather than one of {@code calendars}
 * @param routes in order; the first that matches counts
 * @param communication who tells whom, how often, through what
 * @param guardrails what automation may not do
 * @param exit when it ends
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

    /** The calendar of that name, or round the clock where there is none. */
    public WorkingCalendar calendar(String calendarName) {
        WorkingCalendar found = calendars.get(calendarName);
        return found == null ? WorkingCalendar.always() : found;
    }

    /**
     * What is promised.
     *
     * @param span how long
     * @param exception the exception that says so; null for the playbook's own rule
     */
    public record Budget(Span span, @Nullable PolicyException exception) {}

    /** What a severity is promised for an account at an instant, where it is promised anything. */
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

    /** The trigger of that name. */
    public Optional<Trigger> findTrigger(String triggerName) {
        return triggers.stream()
                .filter(trigger -> trigger.name().equals(triggerName))
                .findFirst();
    }

    /** The issue type of that name. */
    public Optional<IssueType> findIssueType(String typeName) {
        return issueTypes.stream().filter(type -> type.name().equals(typeName)).findFirst();
    }

    /** The support plan of that name. */
    public Optional<SupportPlan> findPlan(String planName) {
        return Optional.ofNullable(plans.get(planName));
    }
}
