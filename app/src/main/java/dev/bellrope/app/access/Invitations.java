package dev.bellrope.app.access;

import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.web.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets people choose their own password, so that nobody ever types, sends or knows another's. */
@Component
@Transactional
public class Invitations {
    private final Users users;
    private final OneTimeLinks links;
    private final Audit audit;
    private final Settings settings;

    Invitations(Users users, OneTimeLinks links, Audit audit, Settings settings) {
        this.users = users;
        this.links = links;
        this.audit = audit;
        this.settings = settings;
    }

    /** Issues a link with which a user sets a first or a forgotten password; it is shown once. */
    public String invite(UUID id) {
        User user = users.find(id).orElseThrow(() -> ProblemException.notFound("There is no user " + id + "."));
        audit.record("invited", user.signInName(), Map.of());
        return settings.baseUrl() + "/invitation?token=" + links.issueInvitation(id);
    }

    public Optional<User> find(String token) {
        return links.findInvited(token).flatMap(users::find).filter(user -> !user.isDisabled());
    }

    /**
     * Sets the password.
     *
     * @throws ProblemException when the link is not valid or the password is not acceptable; a valid link then stays
     *     valid
     */
    public User accept(String token, String password) {
        User user = find(token).orElseThrow(() -> ProblemException.conflict("This link is used or too old."));
        users.choosePassword(user, password);
        if (!links.spend(OneTimeLinks.INVITATION, token)) {
            throw ProblemException.conflict("This link is used or too old.");
        }
        return users.find(user.id()).orElseThrow();
    }
}
