package dev.bellrope.core.task;

import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.task.TaskDecision.TaskRefused;
import org.jspecify.annotations.Nullable;

/**
 * The guards of the acts on tasks: each returns the refusal that follows from who asks and from the state of the task,
 * whatever the command says, or null if there is none. {@link TaskDecider} asks them before it carries out a command,
 * {@link TaskOffers} before anybody asks for it, so what is offered is what is not refused.
 */
final class TaskGuards {
    private TaskGuards() {}

    static @Nullable TaskRefused againstOpening(TaskContext context) {
        if (context.mayDo(Permissions.RESPOND) || context.mayDo(Permissions.ASSIGN)) {
            return null;
        }
        return permission(
                context,
                "open a task",
                "the playbook lets "
                        + context.situation.playbook().permissions().words(Permissions.RESPOND));
    }

    static @Nullable TaskRefused against(TaskContext context, TaskAct act) {
        Task task = context.now();
        if (!TaskAct.allowedIn(task.status()).contains(act)) {
            return new TaskRefused(
                    Decision.RefusalKind.STATE,
                    task.key() + " is " + task.status().word() + when(act),
                    "",
                    TaskAct.allowedIn(task.status()));
        }
        return switch (act) {
            case COMPLETE -> againstCompleting(context);
            case ASSIGN ->
                mayTake(context) || mayGive(context)
                        ? null
                        : notFor(context, "give it to somebody", "its owner, whoever opened it");
            case MOVE -> againstDoingWithout(context, "move its date");
            case CANCEL -> againstDoingWithout(context, "cancel it");
            case REOPEN ->
                context.isOwner() || context.isGuardian()
                        ? null
                        : notFor(context, "reopen it", "its owner, whoever opened it");
        };
    }

    private static @Nullable TaskRefused againstCompleting(TaskContext context) {
        if (!context.isOwner() && !context.hasClimbedToActor() && !context.mayDo(Permissions.ASSIGN)) {
            return notFor(context, "say that it is done", "its owner");
        }
        Actor actor = context.situation.actor();
        return context.now().isExcluded(actor.id())
                ? TaskRefused.of(
                        Decision.RefusalKind.PERMISSION,
                        tookPart(actor.name(), context.now().topic())
                                + ", so somebody who did not says that it is done")
                : null;
    }

    /**
     * Refuses to cancel a task or to move its date. The playbook requires a review, and says by when, so both are for
     * those whom it lets waive.
     */
    private static @Nullable TaskRefused againstDoingWithout(TaskContext context, String what) {
        if (!context.now().origin().equals(Task.REVIEW)) {
            return context.isGuardian() ? null : notFor(context, what, "whoever opened it");
        }
        return context.mayDo(Permissions.WAIVE)
                ? null
                : permission(
                        context,
                        what,
                        "the playbook requires this review, and lets "
                                + context.situation.playbook().permissions().words(Permissions.WAIVE) + " waive");
    }

    /** Returns what stands against giving it to a person, where it may be given to somebody. */
    static @Nullable TaskRefused againstNaming(TaskContext context, Person person) {
        if (context.now().isExcluded(person.id())) {
            return againstGivingTo("person", person.name(), context.now().topic());
        }
        if (person.isAbsent(context.at)) {
            return TaskRefused.content("person", person.name() + " is absent now");
        }
        return mayGive(context) || person.id().equals(context.situation.actor().id())
                ? null
                : notFor(context, "give it to somebody else", "whoever opened it");
    }

    static TaskRefused againstGivingTo(String field, String name, TaskTopic topic) {
        return TaskRefused.content(field, tookPart(name, topic) + ", so it must go to somebody who did not");
    }

    private static String tookPart(String name, TaskTopic topic) {
        return name + " took part in " + topic.key();
    }

    /** Whoever responds to escalations may take what nobody owes. */
    private static boolean mayTake(TaskContext context) {
        Actor actor = context.situation.actor();
        return context.now().owner().isEmpty()
                && context.mayDo(Permissions.RESPOND)
                && context.situation.roster().find(actor.id()).isPresent();
    }

    private static boolean mayGive(TaskContext context) {
        return context.isOwner() || context.isGuardian();
    }

    private static String when(TaskAct act) {
        return switch (act) {
            case COMPLETE -> "; it can be done while it is open";
            case ASSIGN -> "; it can be given to somebody while it is open";
            case MOVE -> "; its date can be moved while it is open";
            case CANCEL -> "; it can be cancelled while it is open";
            case REOPEN -> "; it can be reopened once it is over";
        };
    }

    /** @param others who may, besides those whom it climbed to and those who assign work */
    private static TaskRefused notFor(TaskContext context, String what, String others) {
        return permission(
                context,
                what,
                "this is for " + others + ", whom it climbed to, and whom the playbook lets assign: "
                        + context.situation.playbook().permissions().words(Permissions.ASSIGN));
    }

    private static TaskRefused permission(TaskContext context, String what, String who) {
        return TaskRefused.of(
                Decision.RefusalKind.PERMISSION, context.situation.actor().name() + " may not " + what + "; " + who);
    }
}
