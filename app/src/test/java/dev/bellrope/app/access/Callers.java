package dev.bellrope.app.access;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.AccessTable.Need;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Everybody who tries every address, and what each is to get there. */
final class Callers implements AutoCloseable {
    static final String SIGNED_OUT = "signed out";
    static final String TOKEN_WITH = "token with it";
    static final String TOKEN_WITHOUT = "token without it";
    static final String EVERY_SCOPE = "token with every scope";
    static final String NO_TOKEN = "an invalid token";

    private final Caller stranger;
    private final Caller forged;
    private final Caller everyScope;
    private final Map<Role, Caller> roles = new EnumMap<>(Role.class);
    private final Map<Scope, Caller> only = new EnumMap<>(Scope.class);
    private final Map<Scope, Caller> allBut = new EnumMap<>(Scope.class);
    private final Map<String, Caller> voidTokens;

    Callers(RunningApp app, SettableClock clock) {
        voidTokens = Caller.withVoidTokens(app, clock);
        stranger = Caller.stranger(app);
        forged = Caller.forged(app);
        everyScope = Caller.withToken(app, EnumSet.allOf(Scope.class));
        for (Role role : Role.values()) {
            roles.put(role, Caller.signedIn(app, role));
        }
        for (Scope scope : Scope.values()) {
            only.put(scope, Caller.withToken(app, EnumSet.of(scope)));
            allBut.put(scope, Caller.withToken(app, EnumSet.complementOf(EnumSet.of(scope))));
        }
    }

    /** What somebody is to get. */
    enum Expected {
        LET_IN,
        SIGN_IN,
        UNAUTHORIZED,
        FORBIDDEN;

        boolean fits(String got) {
            return switch (this) {
                case LET_IN -> !Set.of("sign-in", "401", "403").contains(got) && !got.startsWith("5");
                case SIGN_IN -> got.equals("sign-in");
                case UNAUTHORIZED -> got.equals("401");
                case FORBIDDEN -> got.equals("403");
            };
        }
    }

    /** What somebody got. */
    record Try(String name, Expected expected, String got) {}

    List<Try> tries(Address address, Need need) {
        List<Try> tries = new ArrayList<>();
        tries.add(one(SIGNED_OUT, stranger, address, signedOut(address, need)));
        roles.forEach((role, caller) ->
                tries.add(one(role.word(), caller, address, need.admits(role) ? Expected.LET_IN : Expected.FORBIDDEN)));
        tries.add(one(
                "an administrator's browser on a page of another site",
                forged,
                address,
                address.changes() ? Expected.FORBIDDEN : Expected.LET_IN));
        Optional<Scope> scope = need.scope();
        if (scope.isPresent()) {
            tries.add(one(TOKEN_WITH, of(only, scope.get()), address, Expected.LET_IN));
            tries.add(one(TOKEN_WITHOUT, of(allBut, scope.get()), address, Expected.FORBIDDEN));
        } else {
            tries.add(one(
                    EVERY_SCOPE,
                    everyScope,
                    address,
                    address.isApi() ? signedOut(address, need) : onPages(address, need)));
        }
        voidTokens.forEach((kind, caller) -> tries.add(one(
                NO_TOKEN + ": " + kind,
                caller,
                address,
                address.isApi() ? Expected.UNAUTHORIZED : onPages(address, need))));
        return tries;
    }

    private static Expected signedOut(Address address, Need need) {
        if (need.equals(Need.EVERYBODY)) {
            return Expected.LET_IN;
        }
        return address.isApi() ? Expected.UNAUTHORIZED : Expected.SIGN_IN;
    }

    /** Pages do not look at tokens; whoever sends one has no form of ours. */
    private static Expected onPages(Address address, Need need) {
        return address.changes() ? Expected.FORBIDDEN : signedOut(address, need);
    }

    private static Try one(String name, Caller caller, Address address, Expected expected) {
        HttpResponse<String> answer = caller.ask(address);
        boolean toSignIn = answer.headers()
                .firstValue("Location")
                .filter("/sign-in"::equals)
                .isPresent();
        return new Try(name, expected, toSignIn ? "sign-in" : Integer.toString(answer.statusCode()));
    }

    private static Caller of(Map<Scope, Caller> callers, Scope scope) {
        return Objects.requireNonNull(callers.get(scope));
    }

    @Override
    public void close() {
        List.of(
                        List.of(stranger, forged, everyScope),
                        roles.values(),
                        only.values(),
                        allBut.values(),
                        voidTokens.values())
                .forEach(some -> some.forEach(Caller::close));
    }
}
