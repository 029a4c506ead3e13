package dev.bellrope.app.messages;

import dev.bellrope.app.escalations.Following;
import dev.bellrope.app.escalations.Happening;
import dev.bellrope.app.messages.kafka.EventFeed;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Journal;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.playbook.Playbook;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts what follows from a decision into the outbox, in the transaction of the decision. */
@Component
class Telling implements Following {
    private static final Journal JOURNAL = new Journal(ZoneOffset.UTC, id -> id);

    private final Messages messages;
    private final EventFeed feed;

    Telling(Messages messages, EventFeed feed) {
        this.messages = messages;
        this.feed = feed;
    }

    @Override
    public void follow(Escalation after, List<Happening> happenings, List<Message> following, Playbook playbook) {
        messages.enqueue(following, playbook);
        if (after.status().isOver()) {
            messages.cancel(after.key());
        }
        for (Happening happening : happenings) {
            Journal.Line line = JOURNAL.line(happening.event());
            String kind = "escalation." + line.what().replace(' ', '-');
            Map<String, ?> data = Map.of(
                    "account", after.account(),
                    "severity", after.severity().name(),
                    "status", after.status().word(),
                    "level", after.level(),
                    "sequence", happening.sequence(),
                    "at", happening.at().toString(),
                    "text", line.text());
            messages.publish(kind, after.key(), data);
            feed.publish(kind, after.key(), happening, data);
        }
    }
}
