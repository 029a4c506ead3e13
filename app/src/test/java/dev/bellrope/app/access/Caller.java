package dev.bellrope.app.access;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who tries an address.
 *
 * @param csrf sent with what changes something; empty: nothing is sent
 */
record Caller(Visitor visitor, String csrf) implements AutoCloseable {
    static Caller stranger(RunningApp app) {
        return withForms(Visitor.stranger(app));
    }

    static Caller signedIn(RunningApp app, Role role) {
        return withForms(Visitor.signedIn(app, role));
    }

    private static Caller withForms(Visitor visitor) {
        return new Caller(visitor, visitor.csrf());
    }

    /** An administrator, made to send something by a page of another site. */
    static Caller forged(RunningApp app) {
        return new Caller(Visitor.signedIn(app, Role.ADMINISTRATOR), "");
    }

    static Caller withToken(RunningApp app, Set<Scope> scopes) {
        return program(app, app.get(Tokens.class).issue("test program", Role.AGENT, scopes, Optional.empty()));
    }

    /** Programs that show what is no token, or none any more. */
    static Map<String, Caller> withVoidTokens(RunningApp app, SettableClock clock) {
        Tokens tokens = app.get(Tokens.class);
        Set<Scope> all = EnumSet.allOf(Scope.class);
        String revoked = tokens.issue("revoked", Role.ADMINISTRATOR, all, Optional.empty());
        tokens.list().forEach(token -> app.get(TokenTable.class).revoke(token.id(), clock.instant(), "test"));
        Instant soon = clock.instant().plusSeconds(1);
        String expired = tokens.issue("expired", Role.ADMINISTRATOR, all, Optional.of(soon));
        clock.advance(Duration.ofSeconds(1));
        Users.NewUser invited = new Users.NewUser("invited", "Invited", "i@example.com", "", Role.ADMINISTRATOR);
        String invitation = app.get(OneTimeLinks.class)
                .issueInvitation(app.get(Users.class)
                        .addWithPassword(invited, Visitor.PASSWORD)
                        .id());
        return Map.of(
                "revoked", program(app, revoked),
                "expired", program(app, expired),
                "of another installation", program(app, Tokens.PREFIX + Secrets.next()),
                "an invitation", program(app, invitation));
    }

    private static Caller program(RunningApp app, String token) {
        return new Caller(Visitor.withToken(app, token), "");
    }

    /** What they get, with an empty form or an empty object for what changes something. */
    HttpResponse<String> ask(Address address) {
        if (!address.changes()) {
            return visitor.get(address.sample());
        }
        boolean api = address.isApi();
        List<String> headers = new ArrayList<>(
                List.of("Content-Type", api ? "application/json" : "application/x-www-form-urlencoded"));
        if (!csrf.isEmpty()) {
            headers.addAll(List.of("X-CSRF-TOKEN", csrf));
        }
        return visitor.send(
                address.method(),
                address.sample(),
                BodyPublishers.ofString(api ? "{}" : ""),
                headers.toArray(String[]::new));
    }

    @Override
    public void close() {
        visitor.close();
    }
}
