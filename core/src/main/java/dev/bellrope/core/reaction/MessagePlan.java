package dev.bellrope.core.reaction;

import dev.bellrope.core.account.Contact;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Situation;
import dev.bellrope.core.message.Message;
import dev.bellrope.core.message.Recipient;
import dev.bellrope.core.playbook.TargetRule;
import dev.bellrope.core.routing.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the messages that follow from one decision. Nobody is told of their own acts. */
final class MessagePlan {
    private final Escalation escalation;
    private final Situation situation;
    private final List<Message> messages = new ArrayList<>();
    private long sequence;

    MessagePlan(Escalation escalation, Situation situation) {
        this.escalation = escalation;
        this.situation = situation;
    }

    Escalation escalation() {
        return escalation;
    }

    Situation situation() {
        return situation;
    }

    void about(long eventSequence) {
        sequence = eventSequence;
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    /** Returns everybody who has this id, this duty, or this role in the escalation. */
    Set<String> holders(String role) {
        Set<String> found = new LinkedHashSet<>();
        Optional.ofNullable(escalation.people().get(role)).ifPresent(found::add);
        for (Person person : situation.roster().people()) {
            if (person.id().equals(role) || person.duties().contains(role)) {
                found.add(person.id());
            }
        }
        return found;
    }

    /** Returns the name of whoever holds a role in this escalation; empty if nobody does. */
    String nameOf(String role) {
        return Optional.ofNullable(escalation.people().get(role))
                .map(this::name)
                .orElse("");
    }

    MessageDraft colleagues(Collection<String> people, String template, String because) {
        List<Recipient> to = new ArrayList<>();
        new LinkedHashSet<>(people)
                .stream()
                        .filter(person -> !person.equals(situation.actor().id()))
                        .forEach(person -> to.add(new Recipient.Colleague(person)));
        return new MessageDraft(to, Message.EMAIL, template, because);
    }

    /** Drafts a message to the account's first contact; it has no recipient if there is no contact. */
    MessageDraft customer(String template, String because) {
        Optional<Contact> contact = situation.account().findFirstContact();
        List<Recipient> to = contact.<List<Recipient>>map(found ->
                        List.of(new Recipient.Customer(situation.account().id(), found.id())))
                .orElse(List.of());
        String channel = contact.map(MessagePlan::channelOf).orElse(Message.EMAIL);
        return new MessageDraft(to, channel, template, because)
                .with("contact", contact.map(Contact::name).orElse(""));
    }

    /** A message in preparation. */
    final class MessageDraft {
        private final List<Recipient> to;
        private final String channel;
        private final String template;
        private final String because;
        private final Map<String, String> facts = new LinkedHashMap<>();

        private MessageDraft(List<Recipient> to, String channel, String template, String because) {
            this.to = to;
            this.channel = channel;
            this.template = template;
            this.because = because;
            facts.put("key", escalation.key());
            facts.put("title", escalation.title());
            facts.put("account", escalation.accountName());
            facts.put("impact", escalation.impactNote());
            facts.put("severity", escalation.severity().name());
            facts.put("tier", escalation.assessment().tier());
            facts.put("level", escalation.level());
            facts.put("status", escalation.status().word());
            facts.put(
                    "owner", escalation.findOwner().map(MessagePlan.this::name).orElse(""));
            facts.put("workaround", escalation.workaround());
            escalation
                    .findOpenClock(TargetRule.UPDATE)
                    .filter(clock -> !clock.isPaused())
                    .ifPresent(clock -> facts.put("next_update", clock.due().toString()));
        }

        MessageDraft with(String name, String value) {
            facts.put(name, value);
            return this;
        }

        MessageDraft withDue(String target) {
            Optional.ofNullable(escalation.clocks().get(target))
                    .filter(TargetClock::isOpen)
                    .ifPresent(clock -> facts.put("due", clock.due().toString()));
            return this;
        }

        void send() {
            for (Recipient recipient : to) {
                messages.add(new Message(
                        escalation.key() + ":" + sequence + ":" + template + ":" + recipient.word(),
                        escalation.key(),
                        recipient,
                        channel,
                        template,
                        facts,
                        escalation.severity(),
                        because,
                        situation.at()));
            }
        }
    }

    /** Returns the channel that a contact prefers. */
    private static String channelOf(Contact contact) {
        return contact.channel().isEmpty() ? Message.EMAIL : contact.channel();
    }

    private String name(String person) {
        return situation.roster().find(person).map(Person::name).orElse(person);
    }
}
