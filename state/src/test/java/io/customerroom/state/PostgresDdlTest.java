package io.customerroom.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PostgresDdlTest {

    @Test
    void aTableKeepsItsChecksAndNumbersItsRows() {
        assertThat(PostgresDdl.of("""
                        -- a comment; with a semicolon
                        CREATE TABLE freeze (
                            number INTEGER PRIMARY KEY,
                            text   TEXT NOT NULL CHECK (text <> 'INTEGER; -- no comment'),
                            share  REAL
                        ) STRICT, WITHOUT ROWID;
                        """)).isEqualTo("""
                        CREATE TABLE "freeze" (
                            number BIGINT PRIMARY KEY,
                            text   TEXT COLLATE "C" NOT NULL CHECK (text <> 'INTEGER; -- no comment'),
                            share  DOUBLE PRECISION
                        );

                        CREATE TRIGGER a_freeze_is_numbered BEFORE INSERT ON "freeze"
                        FOR EACH ROW WHEN (new.number IS NULL) EXECUTE FUNCTION next_number('number');
                        """);
    }

    @Test
    void aKeyThatRefersToAnotherTableIsNotNumbered() {
        assertThat(PostgresDdl.of("CREATE TABLE note (item INTEGER PRIMARY KEY REFERENCES agenda (number)) STRICT;"))
                .isEqualTo("CREATE TABLE note (item BIGINT PRIMARY KEY REFERENCES agenda (number));\n");
    }

    @Test
    void aTriggerIsAFunctionAndGuardsAgainstEmptyingToo() {
        assertThat(PostgresDdl.of("""
                        CREATE TRIGGER gone BEFORE DELETE ON trail
                        BEGIN
                            SELECT RAISE(ABORT, 'only; added to');
                        END;
                        """)).isEqualTo("""
                        CREATE OR REPLACE FUNCTION gone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION USING MESSAGE = 'only; added to', ERRCODE = 'restrict_violation'; RETURN old; END $$;

                        CREATE TRIGGER gone BEFORE DELETE ON trail FOR EACH ROW EXECUTE FUNCTION gone();

                        CREATE TRIGGER gone_at_once BEFORE TRUNCATE ON trail FOR EACH STATEMENT EXECUTE FUNCTION gone();
                        """);
    }

    @Test
    void aConditionOfATriggerMovesIntoItsFunction() {
        assertThat(PostgresDdl.of("CREATE TRIGGER t BEFORE UPDATE ON a WHEN NEW.by <> OLD.by"
                        + " OR EXISTS (SELECT 1 FROM b) BEGIN SELECT RAISE(ABORT, 'no'); END;"))
                .contains("IF NEW.\"by\" <> OLD.\"by\" OR EXISTS (SELECT 1 FROM b) THEN RAISE EXCEPTION")
                .contains("BEFORE UPDATE ON a FOR EACH ROW");
    }

    @Test
    void whatIsNotKnownIsRefusedAndNotGuessed() {
        assertThatThrownBy(() -> PostgresDdl.of("CREATE TRIGGER t AFTER UPDATE ON a BEGIN DELETE FROM b; END;"))
                .hasMessageStartingWith("not known in PostgreSQL");
        assertThatThrownBy(() -> PostgresDdl.of("PRAGMA foreign_keys = OFF;"))
                .hasMessageStartingWith("not known in PostgreSQL");
    }
}
