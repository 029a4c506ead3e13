package dev.bellrope.app.intake;

import dev.bellrope.core.signal.Signal;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** Stands in where no other module hears signals or knows accounts: everything is kept and waits. */
@Configuration(proxyBeanMethods = false)
class Unwired {
    @Bean
    @Fallback
    SignalHandler nobody() {
        return (Signal signal) -> HandledSignal.ignored("Kept; nothing here listens to signals.");
    }

    @Bean
    @Fallback
    AccountAliases noAccounts() {
        return new AccountAliases() {
            @Override
            public Optional<String> find(String source, String key) {
                return Optional.empty();
            }

            @Override
            public boolean isAccount(String account) {
                return false;
            }

            @Override
            public void add(String source, String key, String account) {
                throw new IllegalStateException("there is no directory of accounts");
            }
        };
    }
}
