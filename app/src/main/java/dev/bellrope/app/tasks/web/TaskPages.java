package dev.bellrope.app.tasks.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.tasks.TaskFilter;
import dev.bellrope.app.tasks.Tasks;
import dev.bellrope.app.web.Flash;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.Texts;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.task.Task;
import dev.bellrope.core.task.TaskCommand;
import dev.bellrope.core.task.TaskDue;
import dev.bellrope.core.task.TaskStatus;
import dev.bellrope.core.task.TaskTopic;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
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
     */
    @GetMapping("/tasks")
    ModelAndView list(@RequestParam(defaultValue = "open") String status, VisibleAccounts visible) {
        return list(TaskStatus.find(status).orElse(TaskStatus.OPEN), visible, "");
    }

    private ModelAndView list(TaskStatus status, VisibleAccounts visible, String problem) {
        ModelAndView page = new ModelAndView("tasks/tasks");
        page.addObject(
                "tasks",
                status == TaskStatus.OPEN
                        ? tasks.listOpen(visible, MOST)
                        : tasks.list(TaskFilter.of(status), visible, Long.MAX_VALUE, MOST));
        page.addObject("status", status);
        page.addObject("names", directory.names());
        page.addObject("now", clock.instant());
        page.addObject("problem", problem);
        return page;
    }

    @PostMapping("/tasks")
    Object open(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String escalation,
            CurrentUser who,
            VisibleAccounts visible,
            RedirectAttributes redirect) {
        try {
            TaskTopic topic = acts.topic(escalation.isBlank() ? "" : TaskTopic.ESCALATION, escalation.strip(), visible);
            TaskDue by = dueAt(due, who);
            Task opened = acts.open(
                    who,
                    key -> new TaskCommand.OpenTask(
                            key, "", title, note, topic, owner, by, "", WARN, CLIMBS_TO, CLIMBS_EVERY));
            redirect.addFlashAttribute(Flash.NAME, Flash.good(Texts.text("tasks.opened", opened.key())));
            return "redirect:/tasks/" + opened.key();
        } catch (ProblemException problem) {
            ModelAndView page = list(TaskStatus.OPEN, visible, problem.detail());
            page.setStatus(problem.status());
            return page;
        }
    }

    @GetMapping("/tasks/{key:TASK-[0-9]+}")
    ModelAndView show(@PathVariable String key, VisibleAccounts visible) {
        return page(key, visible, "");
    }

    private ModelAndView page(String key, VisibleAccounts visible, String problem) {
        Task task = acts.get(key, visible);
        ModelAndView page = new ModelAndView("tasks/task");
        page.addObject("task", task);
        page.addObject(
                "lines",
                tasks.history(key).stream()
                        .map(one -> TaskLine.of(one, this::name))
                        .toList());
        page.addObject("names", directory.names());
        page.addObject("now", clock.instant());
        page.addObject("problem", problem);
        return page;
    }

    /**
     * @param slug the act, as in the API's address
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
            CurrentUser who,
            VisibleAccounts visible,
            RedirectAttributes redirect) {
        try {
            acts.act(
                    key,
                    who,
                    visible,
                    switch (slug) {
                        case "completion" -> new TaskCommand.CompleteTask(evidence);
                        case "assignment" -> new TaskCommand.AssignTask(person, reason);
                        case "cancellation" -> new TaskCommand.CancelTask(reason);
                        case "due-date" -> new TaskCommand.MoveTask(dueAt(due, who), reason);
                        case "reopening" -> new TaskCommand.ReopenTask(dueAt(due, who), reason);
                        default -> throw ProblemException.notFound("There is no form " + slug + ".");
                    });
        } catch (ProblemException problem) {
            if (problem.status() == HttpStatus.NOT_FOUND) {
                throw problem;
            }
            ModelAndView page = page(key, visible, problem.detail());
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

    private String name(String person) {
        return directory.names().getOrDefault(person, person);
    }
}
