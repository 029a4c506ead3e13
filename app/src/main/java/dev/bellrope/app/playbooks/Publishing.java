package dev.bellrope.app.playbooks;

import dev.bellrope.app.access.Audit;
import dev.bellrope.app.access.SignedIn;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.PlaybookReader;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a playbook in force on somebody's word: whoever the one in force lets publish, and administrators; written down in the audit. */
@Component
public class Publishing {
    private final Playbooks playbooks;
    private final Directory directory;
    private final Audit audit;

    Publishing(Playbooks playbooks, Directory directory, Audit audit) {
        this.playbooks = playbooks;
        this.directory = directory;
        this.audit = audit;
    }

    public boolean isPermitted(SignedIn who) {
        Set<String> publishers = playbooks.inForce().permissions().rolesFor(Permissions.PUBLISH);
        return who.isAdministrator()
                || publishers.contains(who.role().word())
                || directory
                        .findPerson(who.personId())
                        .map(person -> person.duties().stream().anyMatch(publishers::contains))
                        .orElse(false);
    }

    /**
     * Publishes.
     *
     * @throws ProblemException when they may not, or when the text has problems
     */
    @Transactional
    public Playbooks.Version publish(String text, String note, SignedIn who) {
        if (!isPermitted(who)) {
            throw ProblemException.forbidden("The playbook in force lets "
                    + String.join(
                            ", ",
                            playbooks.inForce().permissions().rolesFor(Permissions.PUBLISH).stream()
                                    .sorted()
                                    .toList())
                    + " publish another one, and administrators; you are "
                    + who.role().word() + ".");
        }
        PlaybookReader.Reading reading = playbooks.check(text);
        if (!reading.problems().isEmpty()) {
            throw ProblemException.unprocessable(
                            "The playbook has " + reading.problems().size() + " problems.")
                    .with("problems", reading.problems());
        }
        Playbooks.Version version = playbooks.publish(text, who.name(), note);
        audit.record("playbook published", version.version(), Map.of("note", note));
        return version;
    }
}
