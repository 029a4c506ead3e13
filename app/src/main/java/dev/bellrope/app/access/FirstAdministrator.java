package dev.bellrope.app.access;

import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.web.ProblemException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the person who starts Bellrope, and can read its output, become the first administrator. There is no default
 * password.
 */
@Component
public class FirstAdministrator {
    private final Users users;
    private final OneTimeLinks links;
    private final Settings settings;
    private final Environment environment;
    private final ObjectProvider<DemoSignIns> demo;

    FirstAdministrator(
            Users users,
            OneTimeLinks links,
            Settings settings,
            Environment environment,
            ObjectProvider<DemoSignIns> demo) {
        this.users = users;
        this.links = links;
        this.settings = settings;
        this.environment = environment;
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        // A demo adds its own people in a moment.
        if (users.isEmpty() && demo.getIfAvailable() == null) {
            System.out.printf(
                    "%nNobody can sign in yet. Open this link within 24 hours to become the administrator:%n%n    %s%n%n",
                    link());
        }
    }

    /** Issues a new link; earlier ones stay valid, since other nodes may have printed them. */
    String link() {
        // With port 0, the port that was really bound.
        String address = settings.port() == 0
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : settings.baseUrl().toString();
        return address + "/first-administrator?token=" + links.issueFirstAdministrator();
    }

    public boolean admits(String token) {
        return users.isEmpty() && links.admits(OneTimeLinks.FIRST_ADMINISTRATOR, token);
    }

    /**
     * Makes the first administrator.
     *
     * @throws ProblemException when somebody was faster, the link is no longer valid, or a value is not acceptable
     */
    @Transactional
    public User become(String token, Users.NewUser wanted, String password) {
        if (!users.isEmptyForGood() || !links.spend(OneTimeLinks.FIRST_ADMINISTRATOR, token)) {
            throw ProblemException.conflict("This link is used, too old, or no longer needed.");
        }
        return users.addWithPassword(wanted, password);
    }
}
