package dev.bellrope.app.playbooks;

import dev.bellrope.app.access.Audit;
import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import dev.bellrope.core.playbook.yaml.ProblemReport;
import dev.bellrope.core.routing.Person;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes playbooks for users whom the playbook in force permits, and for administrators; recorded in the audit
 * trail.
 */
@Component
public class PlaybookPublication {
    private final Playbooks playbooks;
    private final Directory directory;
    private final Audit audit;

    PlaybookPublication(Playbooks playbooks, Directory directory, Audit audit) {
        this.playbooks = playbooks;
        this.directory = directory;
        this.audit = audit;
    }

    public boolean isPermitted(CurrentUser who) {
        Set<String> duties =
                directory.findPerson(who.personId()).map(Person::duties).orElse(Set.of());
        return who.isAdministrator()
                || playbooks
                        .inForce()
                        .permissions()
                        .allow(Permissions.PUBLISH, who.actor(duties).roles());
    }

    /**
     * Publishes a playbook.
     *
     * @throws ProblemException when the user is not permitted to, or the text has problems
     */
    @Transactional
    public Playbooks.PlaybookVersion publish(String text, String note, CurrentUser who) {
        if (!isPermitted(who)) {
            throw ProblemException.forbidden("The playbook in force lets "
                    + playbooks.inForce().permissions().words(Permissions.PUBLISH)
                    + " publish another one, and administrators; you are "
                    + who.role().word() + ".");
        }
        PlaybookReader.PlaybookResult reading = playbooks.check(text);
        if (!reading.problems().isEmpty()) {
            throw ProblemException.unprocessable("The playbook has " + ProblemReport.count(reading.problems()) + ".")
                    .with("problems", reading.problems());
        }
        Playbooks.PlaybookVersion version = playbooks.publish(text, who.name(), note);
        audit.record("playbook published", version.version(), Map.of("note", note));
        return version;
    }
}
