package dev.bellrope.app.messages;

import dev.bellrope.app.escalations.Following;
import dev.bellrope.app.escalations.Happening;
import dev.bellrope.app.messages.kafka.EventFeed;
import dev.bellrope.app.messages.webhook.Webhooks;
import dev.bellrope.app.traces.Trace;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Journal;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
    public void follow(List<Decided> decisions) {
        List<Messages.ToSay> toSay = new ArrayList<>();
        List<Webhooks.Happened> happened = new ArrayList<>();
        List<EventFeed.Entry> published = new ArrayList<>();
        for (Decided decided : decisions) {
            decided.messages()
                    .forEach(message -> toSay.add(new Messages.ToSay(message, decided.playbook(), decided.trace())));
            for (Happening happening : decided.happenings()) {
                Webhooks.Happened told = told(decided.after(), happening);
                happened.add(told);
                published.add(new EventFeed.Entry(told.kind(), told.escalation(), happening, told.data()));
            }
            if (decided.after().status().isOver()) {
                // What is said by then is written, so that it is among what is cancelled.
                messages.enqueue(toSay);
                toSay.clear();
                messages.cancel(decided.after().key());
            }
        }
        messages.enqueue(toSay);
        messages.publish(happened);
        feed.publish(published);
    }

    private static Webhooks.Happened told(Escalation after, Happening happening) {
        Journal.Line line = JOURNAL.line(happening.event());
        return new Webhooks.Happened(
                "escalation." + line.what().replace(' ', '-'),
                after.key(),
                Map.of(
                        "account", after.account(),
                        "severity", after.severity().name(),
                        "status", after.status().word(),
                        "level", after.level(),
                        "sequence", happening.sequence(),
                        "at", happening.at().toString(),
                        "text", line.text(),
                        "trace", happening.trace().map(Trace::id).orElse("")));
    }
}
