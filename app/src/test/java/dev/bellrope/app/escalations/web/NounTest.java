package dev.bellrope.app.escalations.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Lifecycle;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The nouns of the API, the forms of the console and the commands of the core are the same lists. */
class NounTest {
    /** What only Bellrope itself asks, and what begins an escalation. */
    private static final Set<String> WITHOUT_NOUN = Set.of(
            "Request",
            "Open",
            "Reassess",
            "Absorb",
            "AttachTicket",
            // A file is no JSON; it has an address of its own.
            "AttachFile",
            "SeeTicket",
            "HearCustomer",
            "Strike");

    private static Command sample(Noun noun) {
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode body = json.createObjectNode();
        noun.fields().forEach(field -> {
            switch (field.kind()) {
                case TRUTH, PASSED -> body.put(field.name(), true);
                case SEVERITY -> body.put(field.name(), "S2");
                case INSTANT -> body.put(field.name(), "2026-03-09T12:00:00Z");
                case LINES -> body.putArray(field.name()).add("yes");
                case STEPS -> body.putArray(field.name()).addObject().put("text", "restart");
                default -> body.put(field.name(), "x");
            }
        });
        return json.treeToValue(body, noun.body()).command();
    }

    @Test
    void everyCommandOfAPersonHasANounAndNoOther() {
        Set<Class<?>> ofNouns = Arrays.stream(Noun.values())
                .<Class<?>>map(noun -> sample(noun).getClass())
                .collect(Collectors.toSet());
        Set<Class<?>> ofCore = Arrays.stream(Command.class.getPermittedSubclasses())
                .filter(type -> !WITHOUT_NOUN.contains(type.getSimpleName()))
                .collect(Collectors.toSet());
        assertThat(ofNouns).isEqualTo(ofCore).hasSize(Noun.values().length);
    }

    @Test
    void everyBodyIsOfANoun() {
        assertThat(Arrays.stream(Noun.values()).map(Noun::body)).containsExactlyInAnyOrderElementsOf(bodies());
    }

    @SuppressWarnings("unchecked")
    private static List<Class<? extends Asked>> bodies() {
        return Arrays.stream(Asked.class.getPermittedSubclasses())
                .<Class<? extends Asked>>map(type -> (Class<? extends Asked>) type)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void itsWordIsTheWordOfItsCommand(Noun noun) {
        assertThat(sample(noun).word()).isEqualTo(noun.word());
    }

    @ParameterizedTest
    @EnumSource
    void itsFormAsksForEveryMemberOfItsBody(Noun noun) {
        assertThat(noun.fields().stream().map(Field::name))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(noun.body().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void whatAStateAllowsIsAlwaysANoun() {
        Set<String> words = new TreeSet<>(Lifecycle.allowed(null));
        words.removeAll(Set.of("open", "request"));
        assertThat(words).isEmpty();
        assertThat(Noun.paths(List.of("acknowledge", "strike"))).containsExactly("acknowledgement");
    }
}
