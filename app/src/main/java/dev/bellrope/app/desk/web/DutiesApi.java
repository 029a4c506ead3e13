package dev.bellrope.app.desk.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.User;
import dev.bellrope.app.access.Users;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.acts.Duty;
import dev.bellrope.app.escalations.acts.EscalationViews;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.routing.Person;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lists what somebody owes, as their desk shows it. */
@Tag(name = "People")
@RestController
class DutiesApi {
    private final DutyList dutyList;
    private final EscalationViews views;
    private final Directory directory;
    private final Users users;

    DutiesApi(DutyList dutyList, EscalationViews views, Directory directory, Users users) {
        this.dutyList = dutyList;
        this.views = views;
        this.directory = directory;
        this.users = users;
    }

    /**
     * Something that is owed.
     *
     * @param path the address that does it
     */
    @Schema(name = "Duty")
    record DutyAnswer(
            @Schema(description = "Of the escalation or the task", example = "ESC-1042")
            String key,

            String title,
            String what,
            Optional<Instant> due,

            @Schema(example = "/api/v1/escalations/ESC-1042/updates")
            String path) {
        static DutyAnswer of(OwedItem owed, String person) {
            return owed.task()
                    .map(task -> new DutyAnswer(
                            task.key(),
                            task.title(),
                            task.title(),
                            owed.due(),
                            "/api/v1/tasks/" + task.key() + (task.isExcluded(person) ? "/assignment" : "/completion")))
                    .orElseGet(() -> within(owed.duty().orElseThrow(), owed.due()));
        }

        private static DutyAnswer within(Duty duty, Optional<Instant> due) {
            return new DutyAnswer(
                    duty.picture().state().key(), duty.picture().state().title(), duty.what(), due, duty.path());
        }
    }

    @Operation(
            operationId = "listDuties",
            summary = "What a person owes, within escalations and as tasks, what is due first first")
    @GetMapping("/api/v1/people/{person}/duties")
    List<DutyAnswer> list(@PathVariable String person, VisibleAccounts visible) {
        Person found = directory
                .findPerson(person)
                .orElseThrow(() -> ProblemException.notFound("There is no person " + person + "."));
        CurrentUser who = asSignedIn(found);
        return dutyList.of(views.of(dutyList.concerning(who, visible), who), who, visible).stream()
                .map(owed -> DutyAnswer.of(owed, found.id()))
                .toList();
    }

    /** Returns the user as whom they would sign in; somebody without a user may do what an agent may. */
    private CurrentUser asSignedIn(Person person) {
        Role role = users.list().stream()
                .filter(user -> user.personId().equals(person.id()))
                .filter(user -> user.disabledAt().isEmpty())
                .map(User::role)
                .findFirst()
                .orElse(Role.AGENT);
        return new CurrentUser(
                person.id(),
                person.name(),
                role,
                Set.of(),
                person.id(),
                person.calendar().zone(),
                false);
    }
}
