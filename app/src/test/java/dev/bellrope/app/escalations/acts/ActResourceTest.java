package dev.bellrope.app.escalations.acts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.escalation.Act;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The resources of the API, the forms of the console and the acts of the core are the same list. */
class ActResourceTest {
    static List<ActResource> resources() {
        return List.copyOf(ActResource.all());
    }

    @Test
    void everyActOfAPersonOnARunningEscalationHasAResourceAndNoOther() {
        Set<Act> expected = Arrays.stream(Act.values())
                .filter(act -> act.isForPeople() && !act.isBeginning())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
        // A file is no JSON; it has an address of its own.
        expected.remove(Act.ATTACH_FILE);

        assertThat(resources()).extracting(ActResource::act).containsExactlyElementsOf(expected);
    }

    @Test
    void everyBodyAndEveryAddressIsOfOneAct() {
        assertThat(resources())
                .<Class<?>>extracting(ActResource::body)
                .containsExactlyInAnyOrder(CommandBody.class.getPermittedSubclasses());
        assertThat(resources()).extracting(ActResource::slug).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void itsBodyAsksForItsAct(ActResource resource) {
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode body = json.createObjectNode();
        resource.fields().forEach(field -> {
            switch (field.kind()) {
                case TRUTH, PASSED -> body.put(field.name(), true);
                case SEVERITY -> body.put(field.name(), "S2");
                case INSTANT -> body.put(field.name(), "2026-03-09T12:00:00Z");
                case LINES -> body.putArray(field.name()).add("yes");
                case STEPS -> body.putArray(field.name()).addObject().put("text", "restart");
                default -> body.put(field.name(), "x");
            }
        });

        if (resource.act() == Act.DECIDE) {
            body.remove("question"); // a decision that waits has its question
        }
        assertThat(json.treeToValue(body, resource.body()).command().act()).isEqualTo(resource.act());
    }

    @ParameterizedTest
    @MethodSource("resources")
    void itsFormAsksForEveryMemberOfItsBody(ActResource resource) {
        assertThat(resource.fields())
                .extracting(FormField::name)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(resource.body().getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList());
    }

    @Test
    void anActWithoutAResourceIsLeftOut() {
        assertThat(ActResource.paths(List.of(Act.OPEN, Act.STRIKE, Act.ACKNOWLEDGE)))
                .containsExactly("acknowledgement");
    }
}
