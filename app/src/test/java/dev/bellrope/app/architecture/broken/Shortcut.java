package dev.bellrope.app.architecture.broken;

import dev.bellrope.core.escalation.Alarm;
import dev.bellrope.core.escalation.Alarms;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.playbook.Playbook;
import java.util.List;

/** Works out by itself what a step would arm. */
class Shortcut {
    List<Alarm> armed(Escalation escalation, Playbook playbook) {
        return Alarms.of(escalation, playbook);
    }
}
