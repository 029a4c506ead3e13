package dev.bellrope.app.access;

import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.UuidV7;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in. */
@Component
@Transactional
public class Users {
    private static final Pattern SIGN_IN_NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,100}@[^@\\s]{1,150}");
    private static final int LONGEST_NAME = 100;

    private final UserTable table;
    private final Passwords passwords;
    private final Audit audit;
    private final Clock clock;

    Users(UserTable table, Passwords passwords, Audit audit, Clock clock) {
        this.table = table;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A user to add.
     *
     * @param personId the user's person in the directory; may be empty
     */
    public record NewUser(String signInName, String name, String email, String personId, Role role) {
        public NewUser {
            signInName = signInName.strip().toLowerCase(Locale.ROOT);
            name = name.strip();
            email = email.strip();
            personId = personId.strip();
        }
    }

    /**
     * Adds a user, who cannot sign in before choosing a password.
     *
     * @throws ProblemException when a value is not acceptable or the name is taken
     */
    public User add(NewUser wanted) {
        return add(wanted, Optional.empty());
    }

    /** Adds a user with a password: the first administrator, and the people of a demo or a test. */
    public User addWithPassword(NewUser wanted, String password) {
        checkPassword(password, wanted.signInName());
        return add(wanted, Optional.of(passwords.hash(password)));
    }

    private User add(NewUser wanted, Optional<String> hash) {
        check(wanted);
        if (table.findByName(wanted.signInName()).isPresent()) {
            throw ProblemException.conflict("The sign-in name " + wanted.signInName() + " is taken.")
                    .with(ProblemError.at("/signInName", "is taken"));
        }
        User user = new User(
                UuidV7.next(clock),
                wanted.signInName(),
                wanted.name(),
                wanted.email(),
                wanted.personId(),
                wanted.role(),
                hash,
                ZoneOffset.UTC,
                clock.instant(),
                Optional.empty(),
                Optional.empty());
        table.insert(user, Access.find().map(CurrentUser::name).orElse("Bellrope"));
        audit.record("user added", user.signInName(), Map.of("role", user.role().word(), "name", user.name()));
        return user;
    }

    private static void check(NewUser wanted) {
        if (!SIGN_IN_NAME.matcher(wanted.signInName()).matches()) {
            throw refused("signInName", "The sign-in name needs 2 to 100 letters a-z, digits or . _ @ + -");
        }
        if (wanted.name().isEmpty() || wanted.name().length() > LONGEST_NAME) {
            throw refused("name", "The name needs 1 to " + LONGEST_NAME + " characters.");
        }
        if (!EMAIL.matcher(wanted.email()).matches()) {
            throw refused("email", "The e-mail address must look like ana@example.com.");
        }
        checkPersonId(wanted.personId());
    }

    private static void checkPersonId(String personId) {
        if (personId.length() > LONGEST_NAME) {
            throw refused("personId", "The person id may have at most " + LONGEST_NAME + " characters.");
        }
    }

    private static ProblemException refused(String field, String detail) {
        return ProblemException.unprocessable(detail, ProblemError.at("/" + field, detail));
    }

    private static void checkPassword(String password, String signInName) {
        Passwords.refuse(password, signInName).ifPresent(why -> {
            throw refused("password", why);
        });
    }

    @Transactional(readOnly = true)
    public List<User> list() {
        return table.list();
    }

    @Transactional(readOnly = true)
    public Optional<User> find(UUID id) {
        return table.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<User> findByName(String signInName) {
        return table.findByName(signInName.strip().toLowerCase(Locale.ROOT));
    }

    /** Returns whether there is no user, and keeps others from adding the first one until the transaction ends. */
    boolean isEmptyForGood() {
        table.lock();
        return table.isEmpty();
    }

    public boolean isEmpty() {
        return table.isEmpty();
    }

    /** Sets a password that the user has chosen. */
    public void choosePassword(User user, String password) {
        checkPassword(password, user.signInName());
        table.setPassword(user.id(), passwords.hash(password));
        audit.record("password set", user.signInName(), Map.of());
    }

    /**
     * Sets the zone in which times are shown to a user, as their browser reports it, and returns the user; ignores
     * unknown zones.
     */
    public User readingTimesIn(String zone, User user) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            return user;
        }
        table.setZone(user.id(), ZoneId.of(zone));
        return get(user.id());
    }

    /**
     * Changes a user's person in the directory (or to none) and their role; both take effect at once.
     *
     * @throws ProblemException when there is no such user, a value is not acceptable, or the user changes their own
     *     role
     */
    public User change(UUID id, String personId, Role role) {
        User before = get(id);
        String person = personId.strip();
        checkPersonId(person);
        if (role != before.role() && Access.current().id().equals(id.toString())) {
            throw ProblemException.conflict("You cannot change your own role; another administrator can.")
                    .with(ProblemError.at("/role", "is your own"));
        }
        table.change(id, person, role);
        audit.record(
                "user changed",
                before.signInName(),
                Map.of(
                        "person", person,
                        "person before", before.personId(),
                        "role", role.word(),
                        "role before", before.role().word()));
        return get(id);
    }

    /** Disables a user: they cannot sign in any more, and their sessions end. */
    public void disable(UUID id) {
        User user = get(id);
        CurrentUser by = Access.current();
        if (by.id().equals(id.toString())) {
            throw ProblemException.conflict("You cannot disable yourself; another administrator can.");
        }
        table.disable(id, clock.instant(), by.name());
        audit.record("user disabled", user.signInName(), Map.of());
    }

    public void enable(UUID id) {
        User user = get(id);
        table.enable(id);
        audit.record("user enabled", user.signInName(), Map.of());
    }

    private User get(UUID id) {
        return table.find(id).orElseThrow(() -> ProblemException.notFound("There is no user " + id + "."));
    }
}
