package dev.bellrope.app.playbooks;

import dev.bellrope.app.directory.safeguard.EntitlingDuties;
import org.springframework.stereotype.Component;

/** The duties that the playbook in force gives permissions to. */
@Component
class PlaybookDuties implements EntitlingDuties {
    private final Playbooks playbooks;

    PlaybookDuties(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    @Override
    public boolean isEntitling(String duty) {
        return playbooks.inForce().isEntitling(duty);
    }
}
