package dev.bellrope.app.tasks.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.tasks.LoadedTask;
import dev.bellrope.app.tasks.NoSuchTask;
import dev.bellrope.app.tasks.StaleTask;
import dev.bellrope.app.tasks.TaskDenied;
import dev.bellrope.app.tasks.TaskHappening;
import dev.bellrope.app.tasks.Tasks;
import dev.bellrope.app.tasks.TopicLookup;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.revision.MeanwhileEvent;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.task.TaskAct;
import dev.bellrope.core.task.TaskCommand;
import dev.bellrope.core.task.TaskDecision;
import dev.bellrope.core.task.TaskOffers;
import dev.bellrope.core.task.TaskSituation;
import dev.bellrope.core.task.TaskTopic;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Carries out commands on tasks for both the API and the console; turns refusals into problems. */
@Component
class TaskActs {
    private final Tasks tasks;
    private final Directory directory;
    private final List<TopicLookup> topics;

    TaskActs(Tasks tasks, Directory directory, List<TopicLookup> topics) {
        this.tasks = tasks;
        this.directory = directory;
        this.topics = topics.stream()
                .sorted(Comparator.comparing(TopicLookup::kind).reversed())
                .toList();
    }

    TaskView get(String key, CurrentUser who, VisibleAccounts visible) {
        return view(
                tasks.find(key, visible).orElseThrow(() -> ProblemException.notFound("There is no task " + key + ".")),
                who);
    }

    TaskView view(LoadedTask task, CurrentUser who) {
        return views(List.of(task), who).getFirst();
    }

    List<TaskView> views(List<LoadedTask> found, CurrentUser who) {
        TaskSituation situation = tasks.situation(actor(who));
        return found.stream().map(task -> TaskView.of(task, situation, who)).toList();
    }

    boolean mayOpen(CurrentUser who) {
        return TaskOffers.mayOpen(tasks.situation(actor(who)));
    }

    TaskView open(CurrentUser who, Tasks.OpeningTask command) {
        return view(guarded(who, () -> tasks.open(actor(who), command)), who);
    }

    /**
     * @param seen the number of the newest event that the caller has seen; empty: whatever has happened since
     */
    TaskView act(String key, CurrentUser who, VisibleAccounts visible, TaskCommand command, OptionalLong seen) {
        return view(guarded(who, () -> tasks.act(key, actor(who), command, visible, seen)), who);
    }

    /**
     * Returns what somebody has seen who took a while to write: the newest event, if since then only clocks moved on.
     */
    OptionalLong seenWhileWriting(String key, OptionalLong seen) {
        List<TaskHappening> since = seen.isEmpty() ? List.of() : tasks.history(key, seen.getAsLong());
        return !since.isEmpty() && since.stream().allMatch(one -> one.actor().equals(Actor.SYSTEM.id()))
                ? OptionalLong.of(since.getLast().sequence())
                : seen;
    }

    /**
     * Returns the topic of a task, as a caller names it.
     *
     * @throws ProblemException when there is no such thing, or it may not be seen
     */
    TaskTopic topic(String kind, String key, VisibleAccounts visible) {
        if (kind.isEmpty() && key.isEmpty()) {
            return TaskTopic.NONE;
        }
        TopicLookup lookup = topics.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> ProblemException.unprocessable(
                        kind.isEmpty()
                                ? "What kind of thing \"" + key + "\" is must be said."
                                : "A task cannot be about \"" + kind + "\".",
                        ProblemError.at(
                                "/about/kind",
                                "accepted: "
                                        + topics.stream().map(TopicLookup::kind).collect(Collectors.joining(", "))
                                        + "; or no \"about\" at all")));
        if (!lookup.has(key, visible)) {
            throw ProblemException.unprocessable(
                    key.isEmpty()
                            ? "Which " + kind + " the task is about must be said."
                            : "There is no " + kind + " " + key + ".",
                    ProblemError.at("/about/key", "accepted: " + lookup.example()));
        }
        return new TaskTopic(kind, key);
    }

    private Actor actor(CurrentUser who) {
        return who.actor(
                directory.findPerson(who.personId()).map(Person::duties).orElse(Set.of()));
    }

    private LoadedTask guarded(CurrentUser who, Supplier<LoadedTask> doing) {
        try {
            return doing.get();
        } catch (TaskDenied denied) {
            throw problem(denied);
        } catch (StaleTask overtaken) {
            throw overtaken(overtaken, who);
        } catch (NoSuchTask missing) {
            throw ProblemException.notFound(ProblemException.sentence(String.valueOf(missing.getMessage())));
        }
    }

    private static ProblemException problem(TaskDenied denied) {
        TaskDecision.TaskRefused refusal = denied.refusal();
        ProblemException problem = ProblemException.refused(refusal.kind(), refusal.why());
        if (refusal.kind() == Decision.RefusalKind.STATE) {
            return problem.with(
                    "allowed", refusal.allowed().stream().map(TaskAct::word).toList());
        }
        return refusal.field().isEmpty()
                ? problem
                : problem.with(ProblemError.at("/" + refusal.field(), refusal.why()));
    }

    private ProblemException overtaken(StaleTask overtaken, CurrentUser who) {
        TaskWords words = TaskWords.english(who.zone(), directory.names());
        return MeanwhileEvent.problem(
                String.valueOf(overtaken.getMessage()),
                overtaken.since().stream()
                        .map(happening -> new MeanwhileEvent(
                                happening.sequence(),
                                happening.at(),
                                happening.type(),
                                happening.actorName(),
                                happening.actorName() + ", " + words.when(happening.at()) + ": "
                                        + words.line(happening).text()))
                        .toList());
    }
}
