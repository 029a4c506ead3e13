package dev.bellrope.app.access;

import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.web.ProblemResponses;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Configures Spring Security: {@link AccessRules}, sign-in, sessions and headers. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableJdbcHttpSession(
        tableName = "http_session",
        maxInactiveIntervalInSeconds = SecurityConfiguration.IDLE_SECONDS,
        cleanupCron = "0 */10 * * * *")
class SecurityConfiguration {
    /** The session ends after a working day without a click. */
    static final int IDLE_SECONDS = 12 * 60 * 60;

    /** Only files may contain scripts and styles; nothing inline in a page is run or applied. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            AuthenticationManager people,
            SessionUsers sessions,
            SignInOutcome outcome,
            AccessDenials refusals,
            Tokens tokens,
            ProblemResponses problems,
            Settings settings) {
        return http.authorizeHttpRequests(SecurityConfiguration::authorize)
                .authenticationManager(people)
                .securityContext(context -> context.securityContextRepository(sessions))
                .addFilterAfter(new BearerTokens(tokens, problems), SecurityContextHolderFilter.class)
                .csrf(csrf -> csrf.ignoringRequestMatchers(BearerTokens::isShown))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(headers -> headers(headers, isHttps(settings)))
                .build();
    }

    /**
     * Measuring each filter would cost a signal more than the filters themselves; the request as a whole is measured.
     */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    AuthenticationManager people(PasswordSignIn passwords) {
        return new ProviderManager(passwords);
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll();
        for (AccessRules.AccessRule rule : AccessRules.TABLE) {
            String[] paths = rule.paths().toArray(String[]::new);
            List<HttpMethod> methods = rule.methods();
            if (methods.isEmpty()) {
                apply(requests.requestMatchers(paths), rule.need());
            } else {
                methods.forEach(method -> apply(requests.requestMatchers(method, paths), rule.need()));
            }
        }
        requests.anyRequest().denyAll();
    }

    private static void apply(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizedUrl addresses, AccessRules.AccessNeed need) {
        switch (need) {
            case AccessRules.AccessNeed.NoNeed() -> addresses.permitAll();
            case AccessRules.AccessNeed.ScopeNeed(Scope scope) -> addresses.hasAuthority("SCOPE_" + scope.word());
            case AccessRules.AccessNeed.PersonNeed() -> addresses.hasAuthority("PERSON");
            case AccessRules.AccessNeed.PersonScopeNeed(Scope scope) ->
                addresses.access(AuthorizationManagers.allOf(
                        AuthorityAuthorizationManager.hasAuthority("PERSON"),
                        AuthorityAuthorizationManager.hasAuthority("SCOPE_" + scope.word())));
            case AccessRules.AccessNeed.AdministratorNeed() ->
                addresses.hasAuthority("ROLE_" + Role.ADMINISTRATOR.word());
        }
    }

    private static boolean isHttps(Settings settings) {
        return "https".equals(settings.baseUrl().getScheme());
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, boolean https) {
        if (https) {
            // A proxy may fail to say that it received the request by https.
            headers.httpStrictTransportSecurity(strict -> strict.requestMatcher(AnyRequestMatcher.INSTANCE));
        }
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
    }

    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        // PostgreSQL cannot store a NUL, and nobody types one.
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
        return firewall;
    }

    /**
     * A request that the firewall rejects passes no filter, so the headers are written here. The exception goes on to
     * where all unreadable requests are answered, with its reason.
     */
    @Bean
    RequestRejectedHandler rejected(ObjectProvider<SecurityFilterChain> security) {
        return (request, response, thrown) -> {
            Filter headers = security.getObject().getFilters().stream()
                    .filter(HeaderWriterFilter.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            try {
                headers.doFilter(request, response, (asked, answer) -> {
                    throw thrown;
                });
            } catch (ServletException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        };
    }

    @Bean
    CookieSerializer cookie(Settings settings) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("BELLROPE_SESSION");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax"); // links in e-mails must find the session
        if (isHttps(settings)) {
            cookie.setUseSecureCookie(true); // otherwise secure if the request is
        }
        return cookie;
    }
}
