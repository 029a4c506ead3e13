package dev.bellrope.app.directory;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.AtWork;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.DispatcherServlet;

/** The controllers as Spring MVC serves them; who may call them is not the directory's matter. */
class DirectoryApiTest {
    private static RunningApp app;
    private static MockMvc http;

    @BeforeAll
    static void start() {
        app = RunningApp.with(SettableClock.at("2026-03-06T15:30:00Z")).share();
        http = MockMvcBuilders.webAppContextSetup(
                        Objects.requireNonNull(app.get(DispatcherServlet.class).getWebApplicationContext()))
                .build();
        AtWork.as("test");
    }

    @AfterAll
    static void stop() {
        SecurityContextHolder.clearContext();
        app.close();
    }

    private static ResultActions putJson(String path, String body) throws Exception {
        return http.perform(
                put("/api/v1" + path).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    @Test
    void upsertsByExternalIdAndAnswersWithTheRevision() throws Exception {
        String body = "{\"name\": \"Acme\", \"facts\": {\"lifetime_value\": 250000, \"renewal\": \"2027-01-31\"}}";
        putJson("/accounts/acme", body)
                .andExpect(status().isCreated())
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.id").value("acme"))
                .andExpect(jsonPath("$.facts.lifetime_value").value(250000))
                .andExpect(jsonPath("$.revision").value(1))
                .andExpect(jsonPath("$.changedAt").value("2026-03-06T15:30:00Z"));
        putJson("/accounts/acme", body).andExpect(status().isOk()).andExpect(header().string("ETag", "\"1\""));
        http.perform(get("/api/v1/accounts/acme"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Acme"));
        http.perform(put("/api/v1/accounts/acme")
                        .header("If-Match", "\"7\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Other\"}"))
                .andExpect(status().isPreconditionFailed());
        putJson("/accounts/acme/contacts/jana", "{\"name\": \"Jana\", \"zone\": \"Europe/Prague\"}")
                .andExpect(status().isCreated());
        http.perform(get("/api/v1/accounts/acme/contacts"))
                .andExpect(jsonPath("$.items[0].id").value("jana"))
                .andExpect(jsonPath("$.next").doesNotExist());
    }

    @Test
    void pagesWithAfterAndLimit() throws Exception {
        for (String id : new String[] {"p1", "p2", "p3"}) {
            putJson("/accounts/" + id, "{\"name\": \"Paged " + id + "\"}").andExpect(status().isCreated());
        }
        http.perform(get("/api/v1/accounts?search=paged&limit=2"))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.next").value("p2"));
        http.perform(get("/api/v1/accounts?search=paged&limit=2&after=p2"))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value("p3"))
                .andExpect(jsonPath("$.next").doesNotExist());
        http.perform(get("/api/v1/accounts?limit=501"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].parameter").value("limit"))
                .andExpect(jsonPath("$.errors[0].detail").value("Accepted: a whole number from 1 to 500."));
    }

    @Test
    void pagesAliasesByBothPartsOfTheirKey() throws Exception {
        putJson("/accounts/aliased", "{\"name\": \"Aliased\"}");
        for (String alias : new String[] {"Group/One", "Group/Two"}) {
            putJson("/aliases", "{\"source\": \"gitlab\", \"alias\": \"" + alias + "\", \"account\": \"aliased\"}")
                    .andExpect(status().isCreated());
        }
        http.perform(get("/api/v1/aliases?limit=1"))
                .andExpect(jsonPath("$.items[0].alias").value("Group/One"))
                .andExpect(jsonPath("$.next").value("gitlab/group/one"));
        http.perform(get("/api/v1/aliases?limit=1&after=gitlab/group/one"))
                .andExpect(jsonPath("$.items[0].alias").value("Group/Two"));
        http.perform(delete("/api/v1/aliases?source=gitlab&alias=GROUP/ONE")).andExpect(status().isNoContent());
        http.perform(delete("/api/v1/aliases?source=gitlab&alias=GROUP/ONE")).andExpect(status().isNotFound());
    }

    @Test
    void keepsPeopleWithTheirCalendarTeamAndAbsencesAndRefusesToRemoveWhatIsUsed() throws Exception {
        putJson(
                        "/calendars/prague",
                        "{\"zone\": \"Europe/Prague\", \"hours\": \"mon-fri 09:00-17:00\", \"country\": \"CZ\"}")
                .andExpect(status().isCreated());
        http.perform(
                        put("/api/v1/calendars/prague/icalendar")
                                .contentType("text/calendar")
                                .content(
                                        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260501\r\nEND:VEVENT\r\nEND:VCALENDAR"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").value(2));
        putJson("/teams/platform", "{\"name\": \"Platform\", \"calendar\": \"prague\"}")
                .andExpect(status().isCreated());
        putJson(
                        "/people/ana",
                        "{\"name\": \"Ana\", \"team\": \"platform\", \"skills\": [\"postgresql\"], \"seniority\": 4}")
                .andExpect(status().isCreated());
        putJson("/people/ana/absences/easter", "{\"from\": \"2026-04-03\", \"until\": \"2026-04-06\"}")
                .andExpect(status().isCreated());
        http.perform(delete("/api/v1/teams/platform"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("person ana")));
        http.perform(delete("/api/v1/people/ana")).andExpect(status().isNoContent());
        http.perform(get("/api/v1/people/ana/absences/easter")).andExpect(status().isNotFound());
        http.perform(delete("/api/v1/teams/platform")).andExpect(status().isNoContent());
    }

    @Test
    void takesACalendarFileInItsCharacterSetAndUpToTwoMebibytes() throws Exception {
        putJson("/calendars/office", "{\"zone\": \"Europe/Prague\", \"hours\": \"mon-fri 09:00-17:00\"}")
                .andExpect(status().isCreated());
        String file =
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260106\r\nSUMMARY:Drei K\u00f6nige\r\n%sEND:VEVENT\r\nEND:VCALENDAR";
        byte[] western = file.formatted("").getBytes(StandardCharsets.ISO_8859_1);
        for (String type : List.of("text/calendar", "text/calendar;charset=ISO-8859-1")) {
            http.perform(put("/api/v1/calendars/office/icalendar")
                            .contentType(type)
                            .content(western))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.icalendar").value(containsString("Drei K\u00f6nige")));
        }
        String note = "X-NOTE:" + "x".repeat(60) + "\r\n";
        http.perform(put("/api/v1/calendars/office/icalendar")
                        .contentType("text/calendar")
                        .content(file.formatted(note.repeat(15_000))))
                .andExpect(status().isOk());
        http.perform(put("/api/v1/calendars/office/icalendar")
                        .contentType("text/calendar")
                        .content(file.formatted(note.repeat(35_000))))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("is longer than the 2097152 letters that fit")));
    }

    @Test
    void saysEachThingThatIsWrong() throws Exception {
        putJson("/people/zoe", "{\"email\": \"zoe@\", \"seniority\": 9, \"skills\": [\"a\\u0000b\"]}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors.length()").value(4))
                .andExpect(jsonPath("$.more").doesNotExist());
        putJson("/accounts/nulls", "{\"name\": \"N\", \"facts\": {\"renewal\": null}}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/facts/renewal"));
        putJson("/people/no such id", "{\"name\": \"N\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].parameter").value("id"));
        http.perform(post("/api/v1/directory/imports/accounts")
                        .contentType("text/csv")
                        .content("id,name,plan\nx,,gold\n"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].line").value(2))
                .andExpect(jsonPath("$.errors[0].column").value("name"))
                .andExpect(jsonPath("$.errors[0].pointer").doesNotExist());
        http.perform(get("/api/v1/accounts").param("search", "a\0b")).andExpect(status().isOk());
        http.perform(get("/api/v1/accounts/{id}", "a\0b")).andExpect(status().isNotFound());
    }

    @Test
    void isDescribedByOpenApi() throws Exception {
        String path = app.get(Environment.class).getProperty("springdoc.api-docs.path", "/v3/api-docs");
        http.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/api/v1/accounts/{id}")))
                .andExpect(content().string(containsString("The support plan's name in the playbook")));
    }

    @Test
    void importsAndExportsFiles() throws Exception {
        byte[] file = "id,name\nf1,=1+1\n".getBytes(StandardCharsets.UTF_8);
        http.perform(post("/api/v1/directory/imports/accounts?check=true")
                        .contentType("text/csv")
                        .content(file))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.created").value(1));
        http.perform(get("/api/v1/accounts/f1")).andExpect(status().isNotFound());
        http.perform(post("/api/v1/directory/imports/accounts")
                        .contentType("text/csv")
                        .content(file))
                .andExpect(status().isOk());
        http.perform(get("/api/v1/directory/exports/accounts.csv"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/csv"))
                .andExpect(content().string(containsString("f1,'=1+1")));
        http.perform(post("/api/v1/directory/imports/acounts")
                        .contentType("text/csv")
                        .content(file))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("accepted are accounts, contacts")));
    }
}
