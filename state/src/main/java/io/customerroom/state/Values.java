package io.customerroom.state;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Teaches Jdbi to bind and to map instants, days and exact numbers as {@link StoredText}. */
final class Values {

    private Values() {}

    static Jdbi teach(Jdbi jdbi) {
        jdbi.registerArgument(new Instants());
        jdbi.registerArgument(new Days());
        jdbi.registerArgument(new Numbers());
        jdbi.registerColumnMapper(Instant.class, (row, column, context) -> {
            String text = row.getString(column);
            return text == null ? null : StoredText.instant(text);
        });
        jdbi.registerColumnMapper(LocalDate.class, (row, column, context) -> {
            String text = row.getString(column);
            return text == null ? null : StoredText.day(text);
        });
        jdbi.registerColumnMapper(BigDecimal.class, (row, column, context) -> {
            String text = row.getString(column);
            return text == null ? null : StoredText.number(text);
        });
        return jdbi;
    }

    private static Argument text(String value) {
        return (position, statement, context) -> statement.setString(position, value);
    }

    private static final class Instants extends AbstractArgumentFactory<Instant> {
        Instants() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return text(StoredText.of(value));
        }
    }

    private static final class Days extends AbstractArgumentFactory<LocalDate> {
        Days() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(LocalDate value, ConfigRegistry config) {
            return text(StoredText.of(value));
        }
    }

    private static final class Numbers extends AbstractArgumentFactory<BigDecimal> {
        Numbers() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(BigDecimal value, ConfigRegistry config) {
            return text(StoredText.of(value));
        }
    }
}
