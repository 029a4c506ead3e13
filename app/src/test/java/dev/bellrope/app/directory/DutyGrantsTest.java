package dev.bellrope.app.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Audit;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.directory.entry.Entry.PersonEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gets more power by writing it into the directory, and whatever is written there leaves a trace. */
class DutyGrantsTest {
    private static final String HEADER = "id,name,email,team,function,duties,skills,seniority,calendar,backup\n";

    private RunningApp app;
    private Visitor manager;
    private Visitor administrator;

    @BeforeEach
    void start() {
        app = RunningApp.with(SettableClock.at("2026-03-06T15:30:00Z")).share();
        SmallCompany.moveInto(app);
        manager = Visitor.signedIn(app, Role.MANAGER, "eva");
        administrator = Visitor.signedIn(app, Role.ADMINISTRATOR, "vic");
    }

    @AfterEach
    void stop() {
        manager.close();
        administrator.close();
        app.close();
    }

    private static HttpResponse<String> put(Visitor who, String person, String duties) {
        return who.call(
                "PUT",
                "/api/v1/people/" + person,
                "{\"name\": \"Somebody\", \"team\": \"office\", \"duties\": [" + duties + "]}",
                "X-CSRF-TOKEN",
                who.csrf());
    }

    private static HttpResponse<String> file(Visitor who, String rows) {
        return who.send(
                "POST",
                "/api/v1/directory/imports/people",
                BodyPublishers.ofString(HEADER + rows),
                "Content-Type",
                "text/csv",
                "X-CSRF-TOKEN",
                who.csrf());
    }

    private static HttpResponse<String> form(Visitor who, String person, String duties) {
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "id",
                person,
                "name",
                "Somebody",
                "team",
                "office",
                "duties",
                duties,
                "seniority",
                "3",
                "revision",
                "1"));
        return who.submit("/settings/directory/people/entry", typed);
    }

    private List<String> duties(String person) {
        return app.get(Entries.class)
                .<PersonEntry>get(EntryKind.PEOPLE, List.of(person), VisibleAccounts.ALL)
                .entry()
                .duties();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "manager", "executive", "administrator", "Administrator", "EXECUTIVE"})
    void theWordOfARoleIsADutyForNobodyByAnyDoor(String word) {
        for (HttpResponse<String> answer : List.of(
                put(administrator, "ana", '"' + word + '"'),
                file(administrator, "ana,Ana,,office,," + word + ",,3,,\n"),
                form(administrator, "ana", word))) {
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
            assertThat(answer.body()).contains("is a role of users and no duty");
        }
        assertThat(duties("ana")).isEmpty();
    }

    @Test
    void aRoleOfUsersIsNoRoleOfAnAccountsPeopleEither() {
        HttpResponse<String> answer = administrator.call(
                "PUT",
                "/api/v1/accounts/tiny",
                "{\"name\": \"Tiny\", \"people\": {\"executive\": \"ana\"}}",
                "X-CSRF-TOKEN",
                administrator.csrf());
        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(answer.body()).contains("is a role of users; name it differently");
    }

    @Test
    void aDutyThatCarriesPermissionsIsGivenByAnAdministratorOnly() {
        for (HttpResponse<String> answer : List.of(
                put(manager, "ana", "\"escalation-manager\""),
                put(manager, "nobody-yet", "\"escalation-manager\""),
                form(manager, "ana", "escalation-manager"))) {
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
            assertThat(answer.body()).contains("only an administrator gives it");
        }
        assertThat(duties("ana")).isEmpty();
        assertThat(put(manager, "ana", "\"on-call\"").statusCode()).isEqualTo(200);
        assertThat(put(administrator, "ana", "\"escalation-manager\"").statusCode())
                .isEqualTo(200);
        assertThat(duties("ana")).containsExactly("escalation-manager");
        assertThat(put(manager, "ana", "\"escalation-manager\", \"on-call\"").statusCode())
                .as("who has it keeps it, whoever writes the rest")
                .isEqualTo(200);
    }

    @Test
    void nobodyChangesTheirOwnDuties() {
        for (HttpResponse<String> answer : List.of(
                put(manager, "eva", "\"escalation-manager\", \"on-call\""),
                file(administrator, "vic,Vic,,office,,on-call,,3,,\n"),
                form(manager, "eva", "escalation-manager\non-call"),
                put(administrator, "vic", "\"escalation-manager\""))) {
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
            assertThat(answer.body()).contains("nobody changes their own");
        }
        assertThat(put(manager, "eva", "\"escalation-manager\"").statusCode())
                .as("the rest of one's own entry may be written")
                .isEqualTo(200);
    }

    @Test
    void aManagerPublishesNoPlaybookByWhatTheDirectorySays() {
        put(manager, "eva", "\"administrator\", \"executive\"");
        HttpResponse<String> published = manager.send(
                "POST",
                "/api/v1/playbook/versions",
                BodyPublishers.ofString("name: mine"),
                "Content-Type",
                "text/yaml",
                "X-CSRF-TOKEN",
                manager.csrf());
        assertThat(published.statusCode()).as(published.body()).isEqualTo(403);
    }

    @Test
    void everyChangeIsInTheAuditWithWhatWasBeforeAndAfter() {
        put(administrator, "new", "\"on-call\"");
        put(administrator, "new", "\"escalation-manager\"");
        put(administrator, "new", "\"escalation-manager\"");
        file(administrator, "new,Somebody else,,office,,escalation-manager,,3,,\n");
        administrator.call("DELETE", "/api/v1/people/new", "", "X-CSRF-TOKEN", administrator.csrf());
        List<Audit.AuditEntry> recorded = app.get(Audit.class)
                .list(new Audit.AuditFilter("", "", "new"), Long.MAX_VALUE, 100)
                .reversed();
        assertThat(recorded)
                .extracting(Audit.AuditEntry::act)
                .containsExactly("person created", "person changed", "person changed", "person removed");
        assertThat(recorded.get(0).actor()).startsWith("Test administrator");
        assertThat(recorded.get(1).detail())
                .contains("\"before\": {\"duties\": [\"on-call\"]}")
                .contains("\"after\": {\"duties\": [\"escalation-manager\"]}");
        assertThat(recorded.get(2).detail()).contains("\"name\": \"Somebody else\"");
        assertThat(recorded.get(3).detail()).contains("\"after\": {}").contains("\"name\": \"Somebody else\"");
    }
}
