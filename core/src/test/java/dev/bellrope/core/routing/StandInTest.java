package dev.bellrope.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandInTest {
    private static final String ILL = " absent=2026-11-30T23:00:00Z/ill";

    /** A company from rows like {@code ana>bo! bo>cid}: ana's backup is bo, and ana is absent. */
    private static Assignment standIn(String backups, String absent) {
        Company company = new Company();
        for (String row : backups.split(" ", -1)) {
            String[] ends = row.replace("!", "").split(">", -1);
            company.with(ends[0], (ends.length > 1 ? "backup=" + ends[1] : "") + (row.endsWith("!") ? ILL : ""));
        }
        return Routing.standIn("owner", absent, Company.WEDNESDAY, company.roster());
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ana>bo! bo            | bo  | stands in for Ana, absent until 2026-12-01 (ill), on duty until 17:00 Europe/Prague
            ana>bo! bo>cid! cid   | cid | stands in for Ana, absent until 2026-12-01 (ill), by way of Ana -> Bo -> Cid, on duty until 17:00 Europe/Prague
            ana>bo! bo>cid! cid>dan! dan | dan | stands in for Ana, absent until 2026-12-01 (ill), by way of Ana -> Bo -> Cid -> Dan, on duty until 17:00 Europe/Prague
            ana>bo! bo>ana!       | ''  | nobody stands in for Ana, absent until 2026-12-01 (ill): the backups go in a circle (Ana -> Bo -> Ana)
            ana>bo! bo>cid! cid>bo! | '' | nobody stands in for Ana, absent until 2026-12-01 (ill): the backups go in a circle (Ana -> Bo -> Cid -> Bo)
            ana>ana!              | ''  | nobody stands in for Ana, absent until 2026-12-01 (ill): the backups go in a circle (Ana -> Ana)
            ana!                  | ''  | nobody stands in for Ana, absent until 2026-12-01 (ill): Ana has no backup
            ana>bo! bo!           | ''  | nobody stands in for Ana, absent until 2026-12-01 (ill): Bo has no backup (Ana -> Bo)
            ana>gone!             | ''  | nobody stands in for Ana, absent until 2026-12-01 (ill): gone is not on the roster (Ana -> gone)
            bo                    | ''  | ana is not on the roster, so nobody is known to stand in
            """)
    void T42_a_chain_of_backups_is_followed_to_its_end_and_never_in_circles(
            String backups, String person, String because) {
        Assignment standIn = standIn(backups, "ana");

        assertThat(standIn.person()).isEqualTo(person);
        assertThat(standIn.because()).isEqualTo(because);
    }

    @Test
    void T61_what_was_meant_for_somebody_absent_goes_to_their_backup() {
        Assignment owner = new Company()
                .with("ana", "skills=kubernetes+networking backup=bo" + ILL)
                .with("bo", "team=billing")
                .route("owner", "person:ana")
                .owner();

        assertThat(owner.person()).isEqualTo("bo");
        assertThat(owner.because()).startsWith("stands in for Ana, absent until 2026-12-01 (ill)");
        assertThat(owner.candidates())
                .extracting(Assignment.Candidate::because)
                .containsExactly(owner.because(), "not chosen: absent until 2026-12-01 (ill)");
    }

    @Test
    void T61_somebody_absent_is_passed_over_however_well_they_fit() {
        Assignment owner = new Company()
                .with("ana", "skills=kubernetes+networking handled=9" + ILL)
                .with("bo", "hours=23:00-24:00 seniority=1 load=9/72")
                .severity("S1")
                .owner();

        assertThat(owner.person()).isEqualTo("bo");
    }
}
