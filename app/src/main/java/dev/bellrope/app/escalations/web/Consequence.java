package dev.bellrope.app.escalations.web;

import static dev.bellrope.app.web.Texts.text;

import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Act;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.TargetRule;
import java.util.List;
import java.util.function.Predicate;

/** What an act will do beyond what is asked for, in one sentence, to be read before the button; from the state and the playbook. */
final class Consequence {
    private Consequence() {}

    /** Empty for an act that changes little. */
    static String of(Picture picture, Act act) {
        Escalation e = picture.state();
        return switch (act) {
            case SEND_UPDATE -> update(picture);
            case RAISE_LEVEL ->
                picture.playbook()
                        .ladder()
                        .findAbove(e.level())
                        .map(Consequence::raise)
                        .orElse("");
            case RESOLVE -> resolution(picture);
            case CLOSE -> closing(picture);
            case MERGE -> text("consequence.merge", e.key());
            case DECLINE -> text("consequence.declination");
            case PAUSE -> pause(picture);
            case WAIVE_TARGET -> text("consequence.target-waivers");
            case WAIVE_CRITERION -> text("consequence.criterion-waivers");
            case RETRIAGE -> text("consequence.retriage");
            case DE_ESCALATE -> deEscalation(picture);
            case REOPEN -> text("consequence.reopening");
            case HAND_OFF -> text("consequence.handoffs");
            case MOVE_PROMISE -> text("consequence.promise-moves");
            default -> "";
        };
    }

    private static String update(Picture picture) {
        String approver = picture.playbook()
                .communication()
                .approval()
                .getOrDefault(picture.state().severity(), "");
        return approver.isEmpty() || picture.viewer().roles().contains(approver)
                ? text("consequence.updates")
                : text("consequence.updates.approval", approver.replace('-', ' '));
    }

    private static String raise(Ladder.Level above) {
        return above.people().isEmpty()
                ? text("consequence.level-raises", above.id(), above.name())
                : text(
                        "consequence.level-raises.people",
                        above.id(),
                        above.name(),
                        String.join(", ", above.people()).replace('-', ' '));
    }

    private static String resolution(Picture picture) {
        List<String> ending = open(picture.state(), clock -> !afterResolution(picture.playbook(), clock));
        Span watch = picture.playbook().exit().watchFor(picture.state().severity());
        boolean watched = picture.playbook().exit().automaticClose() && !watch.isZero();
        return (ending.isEmpty()
                        ? text("consequence.resolution")
                        : text("consequence.resolution.promises", String.join(", ", ending)))
                + (watched ? " " + text("consequence.resolution.watch", watch.toString()) : "");
    }

    private static boolean afterResolution(Playbook playbook, TargetClock clock) {
        TargetRule rule = playbook.targets().get(clock.target());
        return rule != null && rule.starts() == TargetRule.Start.ON_RESOLVE;
    }

    private static String closing(Picture picture) {
        List<String> open = picture.criteria().stream()
                .filter(Predicate.not(Picture.Criterion::isHolding))
                .map(criterion -> criterion.name().replace('-', ' '))
                .toList();
        return open.isEmpty() ? text("consequence.closing") : text("consequence.closing.open", String.join(", ", open));
    }

    private static String pause(Picture picture) {
        List<String> standing = open(picture.state(), clock -> {
            TargetRule rule = picture.playbook().targets().get(clock.target());
            return rule != null && !rule.pausesWhile().isEmpty();
        });
        return standing.isEmpty()
                ? text("consequence.pause.nothing")
                : text("consequence.pause", String.join(", ", standing));
    }

    private static String deEscalation(Picture picture) {
        Escalation e = picture.state();
        Exit exit = picture.playbook().exit();
        return e.status() == Status.ACTIVE
                ? picture.playbook()
                        .ladder()
                        .findBelow(e.level())
                        .map(below -> text("consequence.de-escalation", below.id(), below.name()))
                        .orElse("")
                : text(
                        "consequence.de-escalation.watch",
                        exit.watchFor(e.severity()).toString());
    }

    private static List<String> open(Escalation e, Predicate<TargetClock> which) {
        return e.clocks().values().stream()
                .filter(TargetClock::isOpen)
                .filter(which)
                .map(TargetClock::target)
                .toList();
    }
}
