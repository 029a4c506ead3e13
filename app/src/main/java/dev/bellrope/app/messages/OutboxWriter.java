package dev.bellrope.app.messages;

import dev.bellrope.app.escalations.DecisionListener;
import dev.bellrope.app.messages.events.PublishedEvent;
import dev.bellrope.app.messages.kafka.EventFeed;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the messages and events that follow from a decision, in the transaction of the decision. */
@Component
class OutboxWriter implements DecisionListener {
    private final Messages messages;
    private final EventFeed feed;

    OutboxWriter(Messages messages, EventFeed feed) {
        this.messages = messages;
        this.feed = feed;
    }

    @Override
    public void follow(List<DecisionRecord> decisions) {
        List<Messages.MessageRequest> toSay = new ArrayList<>();
        List<PublishedEvent> events = new ArrayList<>();
        for (DecisionRecord decided : decisions) {
            decided.messages()
                    .forEach(message ->
                            toSay.add(new Messages.MessageRequest(message, decided.playbook(), decided.trace())));
            decided.happenings().forEach(happening -> events.add(PublishedEvent.of(decided.after(), happening)));
            if (decided.after().status().isOver()) {
                // Messages so far are written first, so that they are among those cancelled.
                messages.enqueue(toSay);
                toSay.clear();
                messages.cancel(decided.after().key());
            }
        }
        messages.enqueue(toSay);
        messages.publish(events);
        feed.publish(events);
    }
}
