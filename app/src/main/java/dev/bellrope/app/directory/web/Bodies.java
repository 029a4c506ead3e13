package dev.bellrope.app.directory.web;

import static java.util.Objects.requireNonNullElse;

import dev.bellrope.app.directory.entry.BadInput;
import dev.bellrope.app.directory.entry.Entry.AbsenceEntry;
import dev.bellrope.app.directory.entry.Entry.AccountEntry;
import dev.bellrope.app.directory.entry.Entry.AliasEntry;
import dev.bellrope.app.directory.entry.Entry.CalendarEntry;
import dev.bellrope.app.directory.entry.Entry.ContactEntry;
import dev.bellrope.app.directory.entry.Entry.PersonEntry;
import dev.bellrope.app.directory.entry.Entry.TeamEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JSON bodies of PUT requests; what is left out is empty. */
final class Bodies {
    private Bodies() {}

    record AccountBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Acme Industries", maxLength = 200) @Nullable String name,

            @Schema(description = "The support plan's name in the playbook", example = "gold") @Nullable String plan,

            @Schema(example = "EU") @Nullable String region,

            @Schema(
                    description = "What is known for the value rubric and for conditions; leave out what is not known",
                    example = "{\"lifetime_value\": 250000, \"strategic_importance\": 4, \"renewal\": \"2027-01-31\"}")
            @Nullable Map<String, Object> facts,

            @Schema(description = "Our people for it: role to person id", example = "{\"csm\": \"ana\"}") @Nullable Map<String, String> people) {
        AccountEntry entry(String id) {
            return new AccountEntry(
                    id,
                    text(name),
                    text(plan),
                    text(region),
                    requireNonNullElse(facts, Map.of()),
                    texts("people", people));
        }
    }

    record ContactBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Jana Dvorak") @Nullable String name,

            @Schema(example = "jana@acme.example") @Nullable String email,
            @Schema(example = "email") @Nullable String channel,

            @Schema(description = "A BCP 47 tag", example = "cs") @Nullable String language,

            @Schema(description = "The zone that times are told in", example = "Europe/Prague") @Nullable String zone,

            @Schema(description = "The lowest is told first", example = "1", defaultValue = "1") @Nullable Integer position) {
        ContactEntry entry(String account, String id) {
            return new ContactEntry(
                    account,
                    id,
                    text(name),
                    text(email),
                    text(channel),
                    text(language),
                    text(zone),
                    requireNonNullElse(position, 1));
        }
    }

    record AliasBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Who calls it so", example = "zendesk")
            @Nullable String source,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The customer's name, label or project there",
                    example = "Acme Ltd.")
            @Nullable String alias,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The account's id", example = "acme")
            @Nullable String account) {
        AliasEntry entry() {
            return new AliasEntry(text(source), text(alias), text(account));
        }
    }

    record CalendarBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Europe/Prague") @Nullable String zone,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "24x7, or days and their hours",
                    example = "mon-fri 08:00-12:00 13:00-17:00; sat 09:00-12:00")
            @Nullable String hours,

            @Schema(description = "Whose public holidays it keeps", example = "CZ") @Nullable String country,

            @Schema(description = "A part of that country", example = "") @Nullable String region,

            @Schema(description = "More days it is closed", example = "[\"2026-12-31 Stocktaking\", \"*-12-24\"]")
            @Nullable List<String> holidays,

            @Schema(description = "Holidays on which it is open", example = "[\"2026-11-17\"]") @Nullable List<String> worked,

            @Schema(
                    description = "Other hours on single dates, whatever the week and the holidays say",
                    example = "[\"2026-12-24 08:00-12:00\", \"*-12-31 08:00-11:00 12:00-14:00\"]")
            @Nullable List<String> specialHours,

            @Schema(description = "An iCalendar file of holidays", example = "") @Nullable String icalendar) {
        CalendarEntry entry(String id) {
            return new CalendarEntry(
                    id,
                    text(zone),
                    text(hours),
                    text(country),
                    text(region),
                    list("holidays", holidays),
                    list("worked", worked),
                    list("specialHours", specialHours),
                    text(icalendar));
        }
    }

    record TeamBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Platform") @Nullable String name,

            @Schema(description = "The hours of those of its people who have none of their own", example = "prague")
            @Nullable String calendar) {
        TeamEntry entry(String id) {
            return new TeamEntry(id, text(name), text(calendar));
        }
    }

    record PersonBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Ana Novak") @Nullable String name,

            @Schema(example = "ana@example.com") @Nullable String email,
            @Schema(example = "platform") @Nullable String team,
            @Schema(example = "engineering") @Nullable String function,

            @Schema(description = "What they hold for the whole company", example = "[\"escalation-manager\"]")
            @Nullable List<String> duties,

            @Schema(example = "[\"postgresql\"]") @Nullable List<String> skills,

            @Schema(description = "1 (new) to 5 (most senior)", example = "4", defaultValue = "1") @Nullable Integer seniority,

            @Schema(description = "Their hours; empty for their team's", example = "") @Nullable String calendar,

            @Schema(description = "Who stands in", example = "ben") @Nullable String backup) {
        PersonEntry entry(String id) {
            return new PersonEntry(
                    id,
                    text(name),
                    text(email),
                    text(team),
                    text(function),
                    list("duties", duties),
                    list("skills", skills),
                    requireNonNullElse(seniority, 1),
                    text(calendar),
                    text(backup));
        }
    }

    record AbsenceBody(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description =
                            "The first day, local time or instant away; days and local times are of the person's zone",
                    example = "2026-12-24")
            @Nullable String from,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The last day away, or the first local time or instant back",
                    example = "2027-01-02")
            @Nullable String until,

            @Schema(example = "holiday") @Nullable String reason) {
        AbsenceEntry entry(String person, String id) {
            return new AbsenceEntry(person, id, text(from), text(until), text(reason));
        }
    }

    private static String text(@Nullable String text) {
        return requireNonNullElse(text, "");
    }

    private static List<String> list(String field, @Nullable List<String> list) {
        if (list == null) {
            return List.of();
        }
        if (list.stream().anyMatch(Objects::isNull)) {
            throw BadInput.of(field, "null", "is no text");
        }
        return list;
    }

    private static Map<String, String> texts(String field, @Nullable Map<String, String> texts) {
        if (texts == null) {
            return Map.of();
        }
        if (texts.values().stream().anyMatch(Objects::isNull)) {
            throw BadInput.of(field, "null", "is no text; leave out what is not known");
        }
        return texts;
    }
}
