package dev.bellrope.core.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.routing.Person;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {
    private static final List<Person> PEOPLE =
            List.of(person("ana", "Ana Novak"), person("an", "An"), person("eva.horak", "Eva Horák"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    @ana, look                 | ana
                    look, @ANA                 | ana
                    (@ana)                     | ana
                    @Ana Novak knows           | ana
                    @an and @ana               | an ana
                    @ana @ana                  | ana
                    @eva.horak.                | eva.horak
                    @Eva Horák: yes            | eva.horak
                    write to joe@ana           | ''
                    @anabel                    | ''
                    @ ana                      | ''
                    nobody                     | ''
                    """)
    void those_who_are_named(String text, String expected) {
        assertThat(String.join(" ", Mentions.of(text, PEOPLE))).isEqualTo(expected);
    }

    @Test
    void a_place_is_told_so_that_a_page_can_mark_it() {
        assertThat(Mentions.find("hey @Ana Novak!", PEOPLE))
                .singleElement()
                .satisfies(mention -> assertThat("hey @Ana Novak!".substring(mention.from(), mention.until()))
                        .isEqualTo("@Ana Novak"));
    }

    private static Person person(String id, String name) {
        return new Person(id, name, "", "", "", Set.of(), Set.of(), 1, WorkingCalendar.always(), "", List.of());
    }
}
