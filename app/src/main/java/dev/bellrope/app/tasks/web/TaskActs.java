package dev.bellrope.app.tasks.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.tasks.NoSuchTask;
import dev.bellrope.app.tasks.TaskDenied;
import dev.bellrope.app.tasks.Tasks;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.task.Task;
import dev.bellrope.core.task.TaskCommand;
import dev.bellrope.core.task.TaskTopic;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Carries out commands on tasks for both the API and the console; turns refusals into problems. */
@Component
class TaskActs {
    private static final String ESCALATION_KEY = "ESC-[0-9]{1,15}";

    private final Tasks tasks;
    private final Directory directory;

    TaskActs(Tasks tasks, Directory directory) {
        this.tasks = tasks;
        this.directory = directory;
    }

    Task get(String key, VisibleAccounts visible) {
        return tasks.find(key, visible).orElseThrow(() -> ProblemException.notFound("There is no task " + key + "."));
    }

    Task open(CurrentUser who, Tasks.OpeningTask command) {
        return guarded(() -> tasks.open(actor(who), command));
    }

    Task act(String key, CurrentUser who, VisibleAccounts visible, TaskCommand command) {
        return guarded(() -> tasks.act(key, actor(who), command, visible));
    }

    /** Returns the topic of a task, as a caller names it. */
    TaskTopic topic(String kind, String key, VisibleAccounts visible) {
        boolean known = switch (kind) {
            case "" -> key.isEmpty();
            case TaskTopic.ESCALATION -> key.matches(ESCALATION_KEY);
            case TaskTopic.ACCOUNT ->
                visible.has(key) && directory.findAccount(key).isPresent();
            default -> false;
        };
        if (!known) {
            throw ProblemException.unprocessable(
                    "A task cannot be about \"" + (kind + " " + key).strip() + "\".",
                    ProblemError.in(
                            "about",
                            "accepted: an escalation with its key such as ESC-1042, an account with its id, or nothing"));
        }
        return new TaskTopic(kind, key);
    }

    private Actor actor(CurrentUser who) {
        return who.actor(
                directory.findPerson(who.actor().id()).map(Person::duties).orElse(Set.of()));
    }

    private static Task guarded(Supplier<Task> doing) {
        try {
            return doing.get();
        } catch (TaskDenied denied) {
            throw ProblemException.refused(
                    denied.refusal().kind(), denied.refusal().why());
        } catch (NoSuchTask missing) {
            throw ProblemException.notFound(ProblemException.sentence(String.valueOf(missing.getMessage())));
        }
    }
}
