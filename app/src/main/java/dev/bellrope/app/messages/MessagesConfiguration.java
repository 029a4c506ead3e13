package dev.bellrope.app.messages;

import dev.bellrope.app.messages.kafka.EventFeed;
import dev.bellrope.app.messages.polling.Poller;
import dev.bellrope.app.messages.smtp.Envelope;
import dev.bellrope.app.messages.smtp.MailTransports;
import dev.bellrope.app.messages.webhook.PublicAddress;
import dev.bellrope.app.messages.webhook.WebhookSender;
import dev.bellrope.app.messages.webhook.Webhooks;
import dev.bellrope.app.settings.Settings;
import dev.bellrope.app.traces.Traces;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The threads that send messages, and what they need. */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {
    private static final Duration WEBHOOK_TIMEOUT = Duration.ofSeconds(10);

    @Bean
    MessageTexts texts(Settings settings) {
        return new MessageTexts(settings.baseUrl());
    }

    @Bean
    MailChannel mailChannel(
            Settings settings, @Value("${bellrope.mail.from:}") String from, JdbcClient client, Clock clock) {
        Envelope envelope = Envelope.of(settings, from);
        return new MailChannel(
                settings.smtpUrl(), envelope, MailTransports.of(settings.smtpUrl(), envelope, client, clock));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Poller mailRounds(MailChannel channel, OutboxGate gate, OutboxTable outbox, Traces traces, Clock clock) {
        MailSender round = new MailSender(gate, outbox, channel.transport(), traces, clock);
        return new Poller("mail", round::run);
    }

    @Bean
    PublicAddress publicAddress(@Value("${bellrope.webhooks.allow-private:false}") String allowPrivate) {
        return new PublicAddress(Boolean.parseBoolean(allowPrivate.strip()));
    }

    @Bean(destroyMethod = "close")
    WebhookSender webhookRound(JdbcClient client, PublicAddress guard, Clock clock) {
        return new WebhookSender(client, guard, WEBHOOK_TIMEOUT, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Poller webhookRounds(WebhookSender round) {
        return new Poller("webhooks", round::run);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    EventFeed eventFeed(Settings settings, JdbcClient client, Clock clock) {
        return new EventFeed(settings, client, clock);
    }

    @Bean
    Webhooks webhooks(
            Settings settings,
            JdbcClient client,
            PublicAddress guard,
            @Qualifier("webhookRounds") Poller poller,
            Clock clock) {
        return new Webhooks(client, settings.baseUrl(), guard, poller, clock);
    }
}
