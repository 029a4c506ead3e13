package dev.bellrope.app.access;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may call which address, in one table: the first row that fits decides, and what fits none is refused. */
final class Rules {
    private Rules() {}

    /** What an address asks for. */
    sealed interface Need {
        /** Nothing. */
        record Nothing() implements Need {}

        /** Somebody with that scope: a token, or a person who has signed in. */
        record Having(Scope scope) implements Need {}

        /** A person who has signed in. */
        record Person() implements Need {}

        /** A person who has signed in, in whose role that scope is. */
        record PersonHaving(Scope scope) implements Need {}

        /** A person who has signed in as an administrator. */
        record Administrator() implements Need {}
    }

    /**
     * A row.
     *
     * @param methods none: all
     */
    record Rule(List<HttpMethod> methods, List<String> paths, Need need) {
        private boolean fits(HttpMethod method, PathContainer path) {
            return (methods.isEmpty() || methods.contains(method))
                    && paths.stream()
                            .map(PathPatternParser.defaultInstance::parse)
                            .anyMatch(pattern -> pattern.matches(path));
        }
    }

    static final List<Rule> TABLE = List.of(
            all(
                    new Need.Nothing(),
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
            all(new Need.Having(Scope.READ), "/actuator/**"),
            all(
                    new Need.Having(Scope.ADMIN),
                    "/api/v1/users/**",
                    "/api/v1/tokens/**",
                    "/api/v1/audit/**",
                    "/api/v1/webhook-subscriptions/**",
                    "/api/v1/suppressed-addresses/**",
                    "/api/v1/intake-rules/**",
                    "/api/v1/intake-secrets/**"),
            read(new Need.Having(Scope.READ), "/api/v1/**"),
            // Saying which account a source means is for whoever acts, not for the program that sends.
            all(new Need.Having(Scope.ESCALATIONS_WRITE), "/api/v1/signals/*/mapping", "/api/v1/signals/*/retry"),
            all(new Need.Having(Scope.SIGNALS_WRITE), "/api/v1/signals/**", "/api/v1/webhooks/**"),
            all(
                    new Need.Having(Scope.ESCALATIONS_WRITE),
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
                    new Need.Having(Scope.DIRECTORY_WRITE),
                    "/api/v1/accounts/**",
                    "/api/v1/contacts/**",
                    "/api/v1/people/**",
                    "/api/v1/absences/**",
                    "/api/v1/aliases/**",
                    "/api/v1/teams/**",
                    "/api/v1/rosters/**",
                    "/api/v1/calendars/**",
                    "/api/v1/directory/**"),
            all(new Need.Having(Scope.ADMIN), "/api/**"),
            all(
                    new Need.Administrator(),
                    "/settings/users/**",
                    "/settings/tokens/**",
                    "/settings/audit/**",
                    "/settings/channels/**",
                    "/settings/intake/**"),
            read(new Need.Person(), "/settings/**"),
            all(new Need.PersonHaving(Scope.DIRECTORY_WRITE), "/settings/**", "/people/absences/**"),
            all(new Need.Person(), "/**"));

    /** What that call asks for; the path may be a template, such as {@code /api/v1/users/{id}}. */
    static Need of(HttpMethod method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return TABLE.stream()
                .filter(rule -> rule.fits(method, parsed))
                .findFirst()
                .orElseThrow()
                .need();
    }

    private static Rule all(Need need, String... paths) {
        return new Rule(List.of(), List.of(paths), need);
    }

    private static Rule read(Need need, String... paths) {
        return new Rule(List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS), List.of(paths), need);
    }
}
