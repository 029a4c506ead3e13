package dev.bellrope.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void eachIsMigratedAndApartFromTheOthers() {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase other = TestDatabase.create()) {
            one.client().sql("delete from installation").update();
            assertThat(installations(one)).isZero();
            assertThat(installations(other)).isOne();
        }
    }

    private static int installations(TestDatabase database) {
        return database.client()
                .sql("select count(*) from installation")
                .query(Integer.class)
                .single();
    }
}
