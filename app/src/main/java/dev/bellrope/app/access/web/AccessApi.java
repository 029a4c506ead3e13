package dev.bellrope.app.access.web;

import dev.bellrope.app.access.Audit;
import dev.bellrope.app.access.Invitations;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Tokens;
import dev.bellrope.app.access.User;
import dev.bellrope.app.access.Users;
import dev.bellrope.app.web.Paging;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Serves users, tokens and the audit trail as JSON; no answer contains a password or its hash. */
@Tag(name = "Access")
@RestController
@RequestMapping("/api/v1")
class AccessApi {
    private final Users users;
    private final Invitations invitations;
    private final Tokens tokens;
    private final Audit audit;

    AccessApi(Users users, Invitations invitations, Tokens tokens, Audit audit) {
        this.users = users;
        this.invitations = invitations;
        this.tokens = tokens;
        this.audit = audit;
    }

    @Schema(name = "NewUser")
    record UserBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "eva") @Nullable String signInName,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Eva Horak") @Nullable String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "eva@example.com") @Nullable String email,

            @Schema(description = "Who they are in the directory; empty for nobody", example = "eva") @Nullable String personId,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "manager",
                    allowableValues = {"agent", "manager", "executive", "administrator"})
            @Nullable String role) {}

    @Schema(name = "UserChange")
    record ChangeBody(
            @Schema(description = "Who they are in the directory; empty for nobody", example = "eva") @Nullable String personId,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "manager",
                    allowableValues = {"agent", "manager", "executive", "administrator"})
            @Nullable String role) {}

    /** A user who may sign in. */
    @Schema(name = "User")
    record UserJson(
            UUID id,
            String signInName,
            String name,
            String email,
            String personId,
            String role,
            Instant createdAt,
            Optional<Instant> disabledAt) {
        static UserJson of(User user) {
            return new UserJson(
                    user.id(),
                    user.signInName(),
                    user.name(),
                    user.email(),
                    user.personId(),
                    user.role().word(),
                    user.createdAt(),
                    user.disabledAt());
        }
    }

    /** A user with their invitation link, which is in this answer only. */
    @Schema(name = "InvitedUser")
    record InvitationJson(
            UserJson user,

            @Schema(description = "The link with which they choose their password; it admits once, within 7 days")
            String invitation) {}

    @Schema(name = "NewToken")
    record TokenBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Helpdesk") @Nullable String name,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "agent",
                    allowableValues = {"agent", "manager", "executive", "administrator"})
            @Nullable String role,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[\"read\", \"signals:write\"]") @Nullable List<String> scopes,

            @Schema(description = "Until when it is accepted; absent: without an end", example = "2027-03-06T15:30:00Z")
            @Nullable Instant expiresAt) {}

    /** A new token, which is in this answer only. */
    @Schema(name = "IssuedToken")
    record IssuedTokenJson(@Schema(example = "brt_...") String token) {}

    /** A token without its secret. */
    @Schema(name = "Token")
    record TokenJson(
            UUID id,
            String name,
            String role,
            Set<String> scopes,
            String ending,
            Instant createdAt,
            String createdBy,
            Optional<Instant> expiresAt,
            Optional<Instant> lastUsedAt,
            Optional<Instant> revokedAt) {
        static TokenJson of(Tokens.Token token) {
            return new TokenJson(
                    token.id(),
                    token.name(),
                    token.role().word(),
                    token.scopes().stream().map(Scope::word).collect(Collectors.toSet()),
                    token.ending(),
                    token.createdAt(),
                    token.createdBy(),
                    token.expiresAt(),
                    token.lastUsedAt(),
                    token.revokedAt());
        }
    }

    @Operation(operationId = "listUsers", summary = "Everybody who may sign in, and who might before")
    @GetMapping("/users")
    List<UserJson> users() {
        return users.list().stream().map(UserJson::of).toList();
    }

    @Operation(
            operationId = "addUser",
            summary = "Adds somebody, and gives the link with which they choose their password")
    @PostMapping("/users")
    @ResponseStatus(HttpStatus.CREATED)
    InvitationJson add(@RequestBody UserBody body) {
        User added = users.add(new Users.NewUser(
                text(body.signInName()),
                text(body.name()),
                text(body.email()),
                text(body.personId()),
                known("role", body.role(), Role::of)));
        return new InvitationJson(UserJson.of(added), invitations.invite(added.id()));
    }

    @Operation(
            operationId = "changeUser",
            summary = "Makes them another person of the directory, and gives them a role")
    @PutMapping("/users/{id}")
    UserJson change(@PathVariable UUID id, @RequestBody ChangeBody body) {
        return UserJson.of(users.change(id, text(body.personId()), known("role", body.role(), Role::of)));
    }

    @Operation(
            operationId = "inviteUser",
            summary = "Gives a new link with which they choose their password; the one before is void")
    @PostMapping("/users/{id}/invitation")
    InvitationJson invite(@PathVariable UUID id) {
        String invitation = invitations.invite(id);
        return new InvitationJson(UserJson.of(users.find(id).orElseThrow()), invitation);
    }

    @Operation(operationId = "disableUser", summary = "They cannot sign in any more, and what they have open is closed")
    @PostMapping("/users/{id}/disabling")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(@PathVariable UUID id) {
        users.disable(id);
    }

    @Operation(operationId = "enableUser", summary = "They can sign in again, with the password of before")
    @PostMapping("/users/{id}/enabling")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(@PathVariable UUID id) {
        users.enable(id);
    }

    @Operation(operationId = "listTokens", summary = "All tokens, without what makes them one")
    @GetMapping("/tokens")
    List<TokenJson> tokens() {
        return tokens.list().stream().map(TokenJson::of).toList();
    }

    @Operation(operationId = "issueToken", summary = "Issues a token, which is shown in this answer only")
    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedTokenJson issue(@RequestBody TokenBody body) {
        List<String> scopes = body.scopes() == null ? List.of() : body.scopes();
        return new IssuedTokenJson(tokens.issue(
                text(body.name()),
                known("role", body.role(), Role::of),
                scopes.stream().map(word -> known("scopes", word, Scope::of)).collect(Collectors.toSet()),
                Optional.ofNullable(body.expiresAt())));
    }

    @Operation(operationId = "revokeToken", summary = "The token is refused from now on")
    @PostMapping("/tokens/{id}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        tokens.revoke(id);
    }

    @Operation(operationId = "listAuditEntries", summary = "A page of the audit trail, the newest first")
    @GetMapping("/audit")
    Paging.ListPage<Audit.AuditEntry> audit(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String subject,
            Paging paging) {
        return paging.page(
                audit.list(new Audit.AuditFilter(actor, act, subject), before(paging.after()), paging.rows()),
                entry -> String.valueOf(entry.entryId()));
    }

    private static long before(Optional<String> after) {
        try {
            return after.map(Long::parseLong).orElse(Long.MAX_VALUE);
        } catch (NumberFormatException none) {
            throw ProblemException.badRequest(
                    "The parameter after is wrong.",
                    ProblemError.in("after", "Accepted: the value out of the link \"next\" of the page before."));
        }
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    private static <T> T known(String field, @Nullable String word, Function<String, T> reading) {
        try {
            return reading.apply(text(word));
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.unprocessable(
                    "There is " + unknown.getMessage() + ".",
                    ProblemError.at("/" + field, String.valueOf(unknown.getMessage())));
        }
    }
}
