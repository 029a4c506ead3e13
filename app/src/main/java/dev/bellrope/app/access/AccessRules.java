package dev.bellrope.app.access;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Says who may call which address, in one table: the first matching row decides, and an address without one is refused.
 */
final class AccessRules {
    private AccessRules() {}

    /** What an address requires. */
    sealed interface AccessNeed {
        /** Nothing. */
        record NoNeed() implements AccessNeed {}

        /** A caller with a scope: a token, or a person who has signed in. */
        record ScopeNeed(Scope scope) implements AccessNeed {}

        /** A person who has signed in. */
        record PersonNeed() implements AccessNeed {}

        /** A person who has signed in, with a role that includes a scope. */
        record PersonScopeNeed(Scope scope) implements AccessNeed {}

        /** A person who has signed in as an administrator. */
        record AdministratorNeed() implements AccessNeed {}
    }

    /**
     * A row of the table.
     *
     * @param methods the methods; empty for all
     */
    record AccessRule(List<HttpMethod> methods, List<String> paths, AccessNeed need) {
        private boolean fits(HttpMethod method, PathContainer path) {
            return (methods.isEmpty() || methods.contains(method))
                    && paths.stream()
                            .map(PathPatternParser.defaultInstance::parse)
                            .anyMatch(pattern -> pattern.matches(path));
        }
    }

    static final List<AccessRule> TABLE = List.of(
            all(
                    new AccessNeed.NoNeed(),
                    "/sign-in",
                    "/language",
                    "/demo-sign-in",
                    "/first-administrator",
                    "/invitation",
                    "/error",
                    "/assets/**",
                    "/webjars/**",
                    "/favicon.svg",
                    "/favicon.ico",
                    "/schema/**",
                    "/actuator/health/**",
                    "/api/v1/openapi.json/**"),
            all(new AccessNeed.ScopeNeed(Scope.READ), "/actuator/**"),
            all(
                    new AccessNeed.ScopeNeed(Scope.ADMIN),
                    "/api/v1/users/**",
                    "/api/v1/tokens/**",
                    "/api/v1/audit/**",
                    "/api/v1/webhook-subscriptions/**",
                    "/api/v1/suppressed-addresses/**",
                    "/api/v1/intake-rules/**",
                    "/api/v1/intake-secrets/**"),
            read(new AccessNeed.ScopeNeed(Scope.READ), "/api/v1/**"),
            // To say which account a source means is up to the people who act, not to the program that sends.
            all(
                    new AccessNeed.ScopeNeed(Scope.ESCALATIONS_WRITE),
                    "/api/v1/signals/*/mapping",
                    "/api/v1/signals/*/retry"),
            all(new AccessNeed.ScopeNeed(Scope.SIGNALS_WRITE), "/api/v1/signals/**", "/api/v1/webhooks/**"),
            all(
                    new AccessNeed.ScopeNeed(Scope.ESCALATIONS_WRITE),
                    "/api/v1/escalations/**",
                    "/api/v1/tickets/**",
                    "/api/v1/tasks/**",
                    "/api/v1/reviews/**",
                    "/api/v1/messages/**",
                    "/api/v1/inbox/**",
                    "/api/v1/dead-letters/**",
                    "/api/v1/playbook/**",
                    "/api/v1/what-if/**"),
            all(
                    new AccessNeed.ScopeNeed(Scope.DIRECTORY_WRITE),
                    "/api/v1/accounts/**",
                    "/api/v1/contacts/**",
                    "/api/v1/people/**",
                    "/api/v1/absences/**",
                    "/api/v1/aliases/**",
                    "/api/v1/teams/**",
                    "/api/v1/rosters/**",
                    "/api/v1/calendars/**",
                    "/api/v1/directory/**"),
            all(new AccessNeed.ScopeNeed(Scope.ADMIN), "/api/**"),
            all(
                    new AccessNeed.AdministratorNeed(),
                    "/settings/users/**",
                    "/settings/tokens/**",
                    "/settings/audit/**",
                    "/settings/channels/**",
                    "/settings/intake/**"),
            read(new AccessNeed.PersonNeed(), "/settings/**"),
            all(new AccessNeed.PersonScopeNeed(Scope.DIRECTORY_WRITE), "/settings/**", "/people/absences/**"),
            all(new AccessNeed.PersonNeed(), "/**"));

    /** Returns what a call requires; the path may be a template, such as {@code /api/v1/users/{id}}. */
    static AccessNeed of(HttpMethod method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return TABLE.stream()
                .filter(rule -> rule.fits(method, parsed))
                .findFirst()
                .orElseThrow()
                .need();
    }

    private static AccessRule all(AccessNeed need, String... paths) {
        return new AccessRule(List.of(), List.of(paths), need);
    }

    private static AccessRule read(AccessNeed need, String... paths) {
        return new AccessRule(List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS), List.of(paths), need);
    }
}
