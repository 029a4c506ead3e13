package dev.bellrope.app.tasks.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.tasks.LoadedTask;
import dev.bellrope.app.tasks.TaskFilter;
import dev.bellrope.app.tasks.Tasks;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.Texts;
import dev.bellrope.app.web.revision.EntityTags;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.task.Task;
import dev.bellrope.core.task.TaskAct;
import dev.bellrope.core.task.TaskCommand;
import dev.bellrope.core.task.TaskDue;
import dev.bellrope.core.task.TaskStatus;
import dev.bellrope.core.task.TaskTopic;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of tasks, and the page of one task. */
@Controller
class TaskPages {
    private static final int MOST = 200;
    private static final String OPENING = "open";
    private static final int WARN = 50;
    private static final List<String> CLIMBS_TO = List.of("escalation-manager");
    private static final Span CLIMBS_EVERY = Span.parse("1d");

    private final Tasks tasks;
    private final TaskActs acts;
    private final Directory directory;
    private final Clock clock;

    TaskPages(Tasks tasks, TaskActs acts, Directory directory, Clock clock) {
        this.tasks = tasks;
        this.acts = acts;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param status the status of the tasks to show; open ones if the word is unknown
     * @param about what a task that is opened here is about, unless something else is typed
     */
    @GetMapping("/tasks")
    ModelAndView list(
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(defaultValue = "") String about,
            CurrentUser who,
            VisibleAccounts visible) {
        return list(
                TaskStatus.find(status).orElse(TaskStatus.OPEN),
                who,
                visible,
                new TaskInput(OPENING, Map.of("about", about)),
                "");
    }

    private ModelAndView list(
            TaskStatus status, CurrentUser who, VisibleAccounts visible, TaskInput typed, String problem) {
        ModelAndView page = new ModelAndView("tasks/tasks");
        page.addObject(
                "tasks",
                status == TaskStatus.OPEN
                        ? tasks.listOpen(visible, MOST)
                        : tasks.list(TaskFilter.of(status), visible, Long.MAX_VALUE, MOST).stream()
                                .map(LoadedTask::state)
                                .toList());
        page.addObject("status", status);
        page.addObject("names", directory.names());
        page.addObject("now", clock.instant());
        page.addObject("mayOpen", acts.mayOpen(who));
        page.addObject("typed", typed);
        page.addObject("problem", problem);
        return page;
    }

    /**
     * @param about the key of an escalation or the id of an account; empty: the title says all
     */
    @PostMapping("/tasks")
    Object open(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String about,
            CurrentUser who,
            VisibleAccounts visible,
            RedirectAttributes redirect) {
        try {
            TaskTopic topic = topic(about.strip(), visible);
            TaskDue by = dueAt(due, who);
            Task opened = acts.open(
                            who,
                            key -> new TaskCommand.OpenTask(
                                    key, "", title, note, topic, owner, by, "", WARN, CLIMBS_TO, CLIMBS_EVERY))
                    .state();
            redirect.addFlashAttribute(Flash.NAME, Flash.good(Texts.text("tasks.opened", opened.key())));
            return "redirect:/tasks/" + opened.key();
        } catch (ProblemException problem) {
            ModelAndView page = list(
                    TaskStatus.OPEN,
                    who,
                    visible,
                    new TaskInput(
                            OPENING, Map.of("title", title, "note", note, "owner", owner, "due", due, "about", about)),
                    problem.detail());
            page.setStatus(problem.status());
            return page;
        }
    }

    private TaskTopic topic(String about, VisibleAccounts visible) {
        String kind = about.isEmpty() ? "" : about.matches("ESC-[0-9]+") ? TaskTopic.ESCALATION : TaskTopic.ACCOUNT;
        try {
            return acts.topic(kind, about, visible);
        } catch (ProblemException unknown) {
            throw ProblemException.unprocessable(Texts.text("tasks.about.wrong", about));
        }
    }

    @GetMapping("/tasks/{key:TASK-[0-9]+}")
    ModelAndView show(@PathVariable String key, CurrentUser who, VisibleAccounts visible) {
        return page(key, who, visible, TaskInput.NOTHING, "");
    }

    private ModelAndView page(String key, CurrentUser who, VisibleAccounts visible, TaskInput typed, String problem) {
        TaskView task = acts.get(key, who, visible);
        TaskWords words = TaskWords.forPage(who.zone(), directory.names());
        ModelAndView page = new ModelAndView("tasks/task");
        page.addObject("view", task);
        page.addObject("lines", tasks.history(key, 0).stream().map(words::line).toList());
        page.addObject(
                "climbsTo", task.state().climbsTo().stream().map(words::name).toList());
        page.addObject("names", directory.names());
        page.addObject("now", clock.instant());
        page.addObject("typed", typed);
        page.addObject("problem", problem);
        return page;
    }

    /**
     * @param slug the act, as in the API's address
     * @param seen the number of the newest event on the page of the form; empty: it does not matter
     */
    @PostMapping("/tasks/{key:TASK-[0-9]+}/{slug}")
    Object act(
            @PathVariable String key,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String seen,
            CurrentUser who,
            VisibleAccounts visible,
            RedirectAttributes redirect) {
        TaskAct act = TaskAct.find(slug).orElseThrow(() -> ProblemException.notFound("There is no form " + slug + "."));
        try {
            acts.act(
                    key,
                    who,
                    visible,
                    switch (act) {
                        case COMPLETE -> new TaskCommand.CompleteTask(evidence);
                        case ASSIGN -> new TaskCommand.AssignTask(person, reason);
                        case MOVE -> new TaskCommand.MoveTask(dueAt(due, who), reason);
                        case CANCEL -> new TaskCommand.CancelTask(reason);
                        case REOPEN -> new TaskCommand.ReopenTask(dueAt(due, who), reason);
                    },
                    acts.seenWhileWriting(key, EntityTags.seen(seen)));
        } catch (ProblemException problem) {
            if (problem.status() == HttpStatus.NOT_FOUND) {
                throw problem;
            }
            ModelAndView page = page(
                    key,
                    who,
                    visible,
                    new TaskInput(slug, Map.of("evidence", evidence, "person", person, "reason", reason, "due", due)),
                    problem.detail());
            page.setStatus(problem.status());
            return page;
        }
        redirect.addFlashAttribute(Flash.NAME, Flash.good(Texts.text("tasks.did." + slug, key)));
        return back.equals("desk") ? "redirect:/" : "redirect:/tasks/" + key;
    }

    /** Reads a due date as the browser sends it, in the user's zone. */
    private static TaskDue dueAt(String due, CurrentUser who) {
        try {
            return new TaskDue.DueAt(LocalDateTime.parse(due).atZone(who.zone()).toInstant());
        } catch (DateTimeException wrong) {
            throw ProblemException.unprocessable(Texts.text("tasks.due.wrong"));
        }
    }
}
