package dev.bellrope.app.intake;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.directory.Entries;
import dev.bellrope.app.directory.entry.BadInput;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.foresight.PastSignals;
import dev.bellrope.app.web.OwnTransactions;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects the intake to what handles signals and to what knows which account a source means. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    @Bean
    SignalHandler signalHandler(Escalations escalations) {
        return signals -> escalations.hear(signals).stream()
                .map(IntakeConfiguration::handled)
                .toList();
    }

    private static HandledSignal handled(List<String> did) {
        return did.isEmpty()
                ? HandledSignal.ignored("No trigger fires, and no escalation is concerned.")
                : new HandledSignal(SignalState.HANDLED, did);
    }

    @Bean
    PastSignals pastSignals(SignalTable signals) {
        return (from, visible, most) -> signals.listSince(from, visible, most).stream()
                .map(HeardSignal::signal)
                .toList();
    }

    /** Each signal is stored once by its source and id, whatever becomes of the others of its request. */
    @Bean
    OwnTransactions intakeTransactions() {
        return new OwnTransactions(List.of("/api/v1/signals", "/api/v1/webhooks"));
    }

    @Bean
    AccountAliases accountAliases(Directory directory, Entries entries) {
        return new AccountAliases() {
            @Override
            public Map<Directory.Name, String> find(Set<Directory.Name> names) {
                return directory.mapNames(names);
            }

            @Override
            public boolean isAccount(String account) {
                return directory.findAccount(account).isPresent();
            }

            @Override
            public void add(String source, String key, String account) {
                try {
                    entries.put(new Entry.AliasEntry(source, key, account), OptionalLong.empty(), "intake");
                } catch (BadInput unkept) {
                    throw SignalRefused.at(
                            "/account", "What the source calls the account cannot be kept: " + unkept.getMessage());
                }
            }
        };
    }
}
