package dev.bellrope.app.intake;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.CurrentUserAuthentication;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.core.signal.Signal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is around the intake, written by hand; only the tests of the intake ask for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(HandWrittenWorld.SETTING)
class HandWrittenWorld {
    static final String SETTING = "test.intake";

    /** A signal of this kind is more than the handler can take, until it is healed. */
    static final String POISON = "test.poison";

    final List<Signal> handed = new CopyOnWriteArrayList<>();
    final Map<String, String> aliases = new ConcurrentHashMap<>();
    volatile boolean healed;

    @Bean
    @Primary
    SignalHandler recording() {
        return signals -> signals.stream().map(one -> handle(one.it())).toList();
    }

    private HandledSignal handle(Signal signal) {
        if (signal.kind().equals(POISON) && !healed) {
            throw new IllegalArgumentException("cannot take " + signal.id());
        }
        // As with a real one, what is rolled back was not done.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                handed.add(signal);
            }
        });
        return HandledSignal.handled("Heard " + signal.kind() + " of " + signal.account() + ".");
    }

    @Bean
    @Primary
    AccountAliases accounts() {
        return new AccountAliases() {
            @Override
            public Map<Directory.Name, String> find(Set<Directory.Name> names) {
                Map<Directory.Name, String> found = new HashMap<>();
                for (Directory.Name name : names) {
                    String alias = aliases.get(name.source() + " " + name.name());
                    if (isAccount(name.name()) || alias != null) {
                        found.put(name, isAccount(name.name()) ? name.name() : alias);
                    }
                }
                return found;
            }

            @Override
            public boolean isAccount(String account) {
                return account.equals("ACME") || account.equals("GLOBEX");
            }

            @Override
            public void add(String source, String key, String account) {
                aliases.put(source + " " + key, account);
            }
        };
    }

    /** Who may call what, and may see whose accounts, is another module's subject: whoever calls is a program. */
    @Bean
    @Order(0)
    SecurityFilterChain everybody(HttpSecurity http) {
        return http.securityMatcher("/api/v1/**", "/signals/**", "/signals")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .anonymous(nobody -> nobody.authenticationFilter(new AnyProgram()))
                .build();
    }

    private static final class AnyProgram extends AnonymousAuthenticationFilter {
        private static final CurrentUser PROGRAM = new CurrentUser(
                "test", "A program", Role.ADMINISTRATOR, EnumSet.allOf(Scope.class), "", ZoneOffset.UTC, true);

        AnyProgram() {
            super("test");
        }

        @Override
        protected Authentication createAuthentication(HttpServletRequest request) {
            return new CurrentUserAuthentication(PROGRAM);
        }
    }
}
