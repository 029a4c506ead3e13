package dev.bellrope.core.playbook.reader;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.fact.Expression;
import dev.bellrope.core.fact.Nearest;
import dev.bellrope.core.playbook.Communication;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Guardrails;
import dev.bellrope.core.playbook.HeardAct;
import dev.bellrope.core.playbook.MessageTemplate;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.PolicyException;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.playbook.yaml.PlaybookSection;
import dev.bellrope.core.playbook.yaml.YamlValue;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the rules of conduct: communication, guardrails, the exit, permissions and exceptions. */
final class ConductReader {
    private static final Pattern SILENCE = Pattern.compile("customer-confirms-or-(\\S+)-silence");
    private static final String CRITERIA =
            "cause-known, fix-validated, customer-confirms-or-48h-silence, promises-answered, tickets-done, or"
                    + " { name: ..., confirms: a sentence }";

    private final DeclaredNames names;
    private final Conditions conditions;

    ConductReader(DeclaredNames names, Conditions conditions) {
        this.names = names;
        this.conditions = conditions;
    }

    Communication communication(PlaybookSection section) {
        PlaybookSection customer = section.get("customer").section(PlaybookKeys.CUSTOMER);
        Map<Severity, String> approval = new EnumMap<>(Severity.class);
        Span within = Span.ZERO;
        if (customer.has("approval")) {
            PlaybookSection approvals = customer.get("approval").section(PlaybookKeys.APPROVAL);
            approval.putAll(ResponseReader.bySeverity(approvals, item -> item.word("role or duty", names.permitted())));
            within = approvals.find("within").map(YamlValue::someSpan).orElse(JudgementReader.USUAL_ANSWER);
        }
        PlaybookSection executives = section.get("executives").section(PlaybookKeys.EXECUTIVES);
        Map<Severity, Span> cadence = executives
                .find("cadence")
                .map(item -> ResponseReader.bySeverity(item.section(PlaybookKeys.SPANS), YamlValue::someSpan))
                .orElse(Map.of());
        return new Communication(
                by(customer, "communications"),
                approval,
                within,
                by(executives, "facilitator"),
                cadence,
                templates(section),
                countsAs(section));
    }

    private String by(PlaybookSection section, String usual) {
        return section.find("by")
                .map(item -> item.word("role or duty", names.rolesAndDuties()))
                .orElse(usual);
    }

    private static Map<String, MessageTemplate> templates(PlaybookSection section) {
        Map<String, MessageTemplate> templates = new LinkedHashMap<>();
        PlaybookSection fallback = section.fallback();
        if (fallback != null) {
            templates.putAll(templates(fallback));
        }
        YamlValue written = section.entries().get("templates");
        if (written != null) {
            written.named().entries().forEach((name, item) -> {
                if (!DeclaredNames.TEMPLATES.contains(name)) {
                    item.keyProblem(
                            "'" + name + "' is no message that is ever sent",
                            Nearest.hint(name, DeclaredNames.TEMPLATES));
                }
                PlaybookSection template = item.section(PlaybookKeys.TEMPLATE);
                templates.put(
                        name,
                        new MessageTemplate(
                                name,
                                template.get("subject").text(),
                                template.get("body").text()));
            });
        }
        return templates;
    }

    private static Map<String, Set<HeardAct>> countsAs(PlaybookSection section) {
        Map<String, Set<HeardAct>> countsAs = new LinkedHashMap<>();
        section.find("counts-as")
                .ifPresent(item -> item.named().entries().forEach((kind, acts) -> {
                    if (kind.startsWith("ticket.") && !DeclaredNames.TICKET_KINDS.contains(kind)) {
                        acts.keyProblem(
                                "'" + kind + "' is nothing that is ever heard of a ticket",
                                Nearest.hint(kind, DeclaredNames.TICKET_KINDS));
                    }
                    countsAs.put(
                            kind,
                            acts.words("act", DeclaredNames.ACTS).stream()
                                    .map(HeardAct::of)
                                    .collect(Collectors.toCollection(LinkedHashSet::new)));
                }));
        return countsAs;
    }

    Guardrails guardrails(PlaybookSection section) {
        PlaybookSection automatic = section.get("automatic-messages").section(PlaybookKeys.AUTOMATIC_MESSAGES);
        LocalTime from = LocalTime.MIDNIGHT;
        LocalTime until = LocalTime.MIDNIGHT;
        Set<Severity> except = new LinkedHashSet<>();
        if (section.find("quiet-hours").isPresent()) {
            PlaybookSection quiet = section.get("quiet-hours").section(PlaybookKeys.QUIET_HOURS);
            from = quiet.get("from").time();
            until = quiet.get("until").time();
            quiet.find("except").map(YamlValue::items).orElse(List.of()).forEach(item -> except.add(item.severity()));
        }
        Map<ValueBand, Span> waits = new EnumMap<>(ValueBand.class);
        section.find("longest-wait").ifPresent(item -> {
            PlaybookSection longest = item.section(PlaybookKeys.WAITS);
            for (ValueBand band : ValueBand.values()) {
                if (longest.has(band.word())) {
                    waits.put(band, longest.get(band.word()).someSpan());
                }
            }
        });
        return new Guardrails(
                limit(automatic, "per-escalation-hour"),
                limit(automatic, "per-person-hour"),
                limit(automatic, "digest-above"),
                from,
                until,
                except,
                new LinkedHashSet<>(section.find("never-automatic")
                        .map(item -> item.words("act that automation could do", DeclaredNames.NEVER_AUTOMATIC))
                        .orElse(List.of())),
                limit(section, "openings-per-hour"),
                waits);
    }

    private static int limit(PlaybookSection section, String key) {
        return section.find(key).map(item -> item.whole(0, 10_000)).orElse(0);
    }

    Exit exit(PlaybookSection section, Guardrails guardrails) {
        List<Exit.ExitCriterion> criteria = new ArrayList<>();
        for (YamlValue item : section.get("criteria").items()) {
            Exit.ExitCriterion criterion = criterion(item);
            if (criterion != null) {
                criteria.add(criterion);
            }
        }
        boolean automatic =
                section.find("automatic-close").map(YamlValue::truth).orElse(false);
        if (automatic && guardrails.neverAutomatic().contains("closing")) {
            section.get("automatic-close")
                    .problem("guardrails say that closing is never automatic, and this says that it is", "false");
        }
        Map<Severity, Span> watch = section.find("watch")
                .map(item -> item.isMap()
                        ? ResponseReader.bySeverity(item.section(PlaybookKeys.SPANS), YamlValue::span)
                        : item.isText("none") ? Map.<Severity, Span>of() : ResponseReader.every(item.span()))
                .orElse(Map.of());
        return new Exit(
                criteria,
                watch,
                automatic,
                section.find("reopening").map(ValueReader::reopening).orElse(SupportPlan.ReopeningRule.CONTINUE),
                section.find("review")
                        .map(item -> review(item.section(PlaybookKeys.REVIEW)))
                        .orElse(null));
    }

    /** Reads the review; null if the playbook does not say which escalations need one. */
    private Exit.@Nullable Review review(PlaybookSection review) {
        @Nullable Expression required = review.find("required-when")
                .map(item -> conditions.read(item, Conditions.ConditionScope.REVIEW))
                .orElse(null);
        Span due = review.find("due").map(YamlValue::someSpan).orElse(Span.parse("5d"));
        String calendar = review.find("calendar")
                .map(item -> item.word("calendar", names.calendars()))
                .orElse("always");
        int warn = review.find("warn").map(YamlValue::percent).orElse(50);
        List<String> climbsTo = review.find("climbs-to")
                .map(item -> item.words("role or duty", names.rolesAndDuties()))
                .orElse(List.of("sponsor", "escalation-manager"));
        Span climbsEvery = review.find("climbs-every").map(YamlValue::someSpan).orElse(Span.parse("1d"));
        return required == null
                ? null
                : new Exit.Review(
                        required,
                        due,
                        review.find("led-by")
                                .map(item ->
                                        item.word("role, duty or " + Exit.Review.SOMEONE_UNINVOLVED, names.leads()))
                                .orElse(Exit.Review.SOMEONE_UNINVOLVED),
                        calendar,
                        warn,
                        climbsTo,
                        climbsEvery);
    }

    private static Span silence(String text) {
        Span span = Span.parse(text);
        if (span.isZero()) {
            throw new IllegalArgumentException("no silence at all confirms nothing; " + CRITERIA);
        }
        return span;
    }

    private static Exit.@Nullable ExitCriterion criterion(YamlValue item) {
        if (item.isMap()) {
            PlaybookSection confirmed = item.section(PlaybookKeys.CONFIRMED);
            return new Exit.ExitCriterion(
                    confirmed.get("name").text(), confirmed.get("confirms").text(), new Exit.Check.Confirmed());
        }
        String text = item.text();
        Matcher silence = SILENCE.matcher(text);
        if (silence.matches()) {
            Span span = item.parsed(ignored -> silence(silence.group(1)), Span.ZERO);
            return new Exit.ExitCriterion(
                    text, "the customer confirms, or says nothing for " + span, new Exit.Check.CustomerConfirms(span));
        }
        return switch (text) {
            case "cause-known" ->
                new Exit.ExitCriterion(text, "the root cause is recorded", new Exit.Check.CauseKnown());
            case "fix-validated" ->
                new Exit.ExitCriterion(text, "every step of the plan is validated", new Exit.Check.FixValidated());
            case "promises-answered" ->
                new Exit.ExitCriterion(
                        text, "nothing is owed and no decision is open", new Exit.Check.PromisesAnswered());
            case "tickets-done" ->
                new Exit.ExitCriterion(text, "every ticket that it covers is done", new Exit.Check.TicketsDone());
            default -> {
                if (!text.isEmpty()) {
                    item.problem(
                            "'" + text + "' is no exit criterion",
                            Nearest.to(
                                            text,
                                            List.of(
                                                    "cause-known",
                                                    "fix-validated",
                                                    "promises-answered",
                                                    "tickets-done"))
                                    .map(near -> "did you mean '" + near + "'? " + CRITERIA)
                                    .orElse(CRITERIA));
                }
                yield null;
            }
        };
    }

    Permissions permissions(PlaybookSection section) {
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        PlaybookSection fallback = section.fallback();
        if (fallback != null) {
            roles.putAll(permissions(fallback).roles());
        }
        section.entries().forEach((act, item) -> {
            if (!DeclaredNames.PERMITTED.contains(act)) {
                item.keyProblem(
                        "'" + act + "' is nothing that can be permitted", Nearest.hint(act, DeclaredNames.PERMITTED));
            }
            roles.put(act, new LinkedHashSet<>(item.words("role or duty", names.permitted())));
        });
        return new Permissions(roles);
    }

    List<PolicyException> exceptions(PlaybookSection section) {
        List<PolicyException> exceptions = new ArrayList<>();
        section.entries().forEach((name, item) -> {
            PlaybookSection exception = item.section(PlaybookKeys.EXCEPTION);
            if (!exception.has("account") && !exception.has("region") && item.isMap()) {
                item.keyProblem("an exception is for an account or a region", "account: acme, or region: EU");
            }
            if (!exception.has("targets") && !exception.has("tier") && item.isMap()) {
                item.keyProblem("the exception changes nothing", "targets: { acknowledge: { S1: 5m } }, or tier: T1");
            }
            Map<String, Map<Severity, Span>> targets = new LinkedHashMap<>();
            exception
                    .find("targets")
                    .ifPresent(found -> found.named().entries().forEach((target, spans) -> {
                        if (!DeclaredNames.TARGETS.contains(target)) {
                            spans.keyProblem(
                                    "'" + target + "' is no target", Nearest.hint(target, DeclaredNames.TARGETS));
                        }
                        targets.put(
                                target,
                                ResponseReader.bySeverity(spans.section(PlaybookKeys.SPANS), YamlValue::someSpan));
                    }));
            exceptions.add(new PolicyException(
                    name,
                    exception.text("account", ""),
                    exception.text("region", ""),
                    exception.get("because").text(),
                    exception.get("approved-by").text(),
                    exception.get("until").date(),
                    targets,
                    exception
                            .find("tier")
                            .map(tier -> tier.word("tier", names.tiers()))
                            .orElse("")));
        });
        return exceptions;
    }
}
