package dev.bellrope.app.messages;

import dev.bellrope.app.messages.rounds.Rounds;
import dev.bellrope.app.messages.smtp.Envelope;
import dev.bellrope.app.messages.smtp.MailTransports;
import dev.bellrope.app.settings.Settings;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The threads that send, and what they send with. */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {
    @Bean
    Texts texts(Settings settings) {
        return new Texts(settings.baseUrl());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Rounds mailRounds(
            Settings settings,
            @Value("${bellrope.mail.from:}") String from,
            Checkpoint checkpoint,
            OutboxTable outbox,
            JdbcClient client,
            Clock clock) {
        MailRound round = new MailRound(
                checkpoint,
                outbox,
                MailTransports.of(settings.smtpUrl(), Envelope.of(settings, from), client, clock),
                clock);
        return new Rounds("mail", round::run);
    }

    /** Until the directory says where people are reached, nobody is known, and mails become dead letters that say so. */
    @Bean
    @ConditionalOnMissingBean
    Addresses addresses() {
        return recipient -> Optional.empty();
    }
}
