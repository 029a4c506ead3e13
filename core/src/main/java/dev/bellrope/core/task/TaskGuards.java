package dev.bellrope.core.task;

import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Decision;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.routing.Person;
import dev.bellrope.core.task.TaskDecision.TaskRefused;
import org.jspecify.annotations.Nullable;

/**
 * What stands against an act on a task, whatever its command says: who asks, and how things stand. {@link TaskDecider} asks here
 * before it carries out a command, and {@link TaskOffers} before anybody asks for it, so that the two cannot differ. Null: nothing.
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
            case COMPLETE ->
                context.isOwner() || context.hasClimbedToActor() || context.mayDo(Permissions.ASSIGN)
                        ? null
                        : notFor(context, "say that it is done", "its owner");
            case ASSIGN ->
                mayTake(context) || mayGive(context)
                        ? null
                        : notFor(context, "give it to somebody", "its owner, whoever opened it");
            case MOVE -> context.isGuardian() ? null : notFor(context, "move its date", "whoever opened it");
            case CANCEL -> context.isGuardian() ? null : notFor(context, "cancel it", "whoever opened it");
            case REOPEN ->
                context.isOwner() || context.isGuardian()
                        ? null
                        : notFor(context, "reopen it", "its owner, whoever opened it");
        };
    }

    /** What stands against giving it to that person, where it may be given to somebody. */
    static @Nullable TaskRefused againstNaming(TaskContext context, Person person) {
        if (person.isAbsent(context.at)) {
            return TaskRefused.content("person", person.name() + " is absent now");
        }
        return mayGive(context) || person.id().equals(context.situation.actor().id())
                ? null
                : notFor(context, "give it to somebody else", "whoever opened it");
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
