package dev.bellrope.app.access;

import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.UuidV7;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tokens for programs that call the API; each is an actor with a name, a role and scopes of its own. */
@Component
public class Tokens {
    /** The prefix of every token, which lets secret scanners find leaked ones. */
    public static final String PREFIX = "brt_";

    private static final int LONGEST_NAME = 100;

    /** Longer than any token: what a caller sends is not hashed beyond this. */
    private static final int LONGEST_SECRET = 100;

    /** The last use is recorded no more often than this. */
    private static final Duration USE_NOTED = Duration.ofMinutes(1);

    private final TokenTable table;
    private final Audit audit;
    private final Clock clock;

    Tokens(TokenTable table, Audit audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The stored part of a token.
     *
     * @param ending its last four characters, by which people recognise it
     * @param lastUsedAt when it was last used, to about a minute
     */
    public record Token(
            UUID id,
            String name,
            Role role,
            Set<Scope> scopes,
            String ending,
            Instant createdAt,
            String createdBy,
            Optional<Instant> expiresAt,
            Optional<Instant> lastUsedAt,
            Optional<Instant> revokedAt) {
        public boolean isUsable(Instant now) {
            return revokedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
        }

        CurrentUser signedIn() {
            return new CurrentUser(id.toString(), name, role, scopes, "", ZoneOffset.UTC, true);
        }
    }

    /**
     * Makes a token.
     *
     * @return the token itself, which is shown only this once
     */
    public String issue(String name, Role role, Set<Scope> scopes, Optional<Instant> expiresAt) {
        String said = name.strip();
        if (said.isEmpty() || said.length() > LONGEST_NAME) {
            throw refused("name", "The name needs 1 to " + LONGEST_NAME + " characters.");
        }
        if (scopes.isEmpty()) {
            throw refused("scopes", "A token needs at least one scope.");
        }
        if (expiresAt.isPresent() && !expiresAt.get().isAfter(clock.instant())) {
            throw refused("expiresAt", "The end lies in the past.");
        }
        String secret = PREFIX + Secrets.next();
        Token token = new Token(
                UuidV7.next(clock),
                said,
                role,
                new TreeSet<>(scopes),
                secret.substring(secret.length() - 4),
                clock.instant(),
                Access.find().map(CurrentUser::name).orElse("Bellrope"),
                expiresAt,
                Optional.empty(),
                Optional.empty());
        table.insert(token, Secrets.hash(secret));
        audit.record(
                "token issued",
                said,
                Map.of(
                        "role",
                        role.word(),
                        "scopes",
                        token.scopes().stream().map(Scope::word).toList()));
        return secret;
    }

    private static ProblemException refused(String field, String detail) {
        return ProblemException.unprocessable(detail, ProblemError.at("/" + field, detail));
    }

    /** Finds the usable token with a secret, and records its use. */
    Optional<Token> use(String secret) {
        if (!secret.startsWith(PREFIX) || secret.length() > LONGEST_SECRET) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Token> token = table.find(Secrets.hash(secret)).filter(found -> found.isUsable(now));
        token.filter(found -> found.lastUsedAt().isEmpty()
                        || found.lastUsedAt().get().plus(USE_NOTED).isBefore(now))
                .ifPresent(found -> table.noteUse(found.id(), now));
        return token;
    }

    public List<Token> list() {
        return table.list();
    }

    /** Revokes a token, which is refused from now on. */
    public void revoke(UUID id) {
        Token token = table.find(id).orElseThrow(() -> ProblemException.notFound("There is no token " + id + "."));
        table.revoke(id, clock.instant(), Access.current().name());
        audit.record("token revoked", token.name(), Map.of());
    }
}
