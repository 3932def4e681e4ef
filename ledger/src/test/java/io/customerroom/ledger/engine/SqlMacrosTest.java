package io.customerroom.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlMacrosTest {

    private static final Dialect SPOKEN = new Dialect() {
        @Override
        public String days(String from, String to) {
            return "<days " + from + " to " + to + ">";
        }

        @Override
        public String addDays(String day, String count) {
            return "<" + day + " plus " + count + ">";
        }

        @Override
        public String month(String day) {
            return "<month of " + day + ">";
        }

        @Override
        public String monthIndex(String day) {
            return "<index of " + day + ">";
        }

        @Override
        public String floorDivide(String dividend, String divisor) {
            return "<" + dividend + " by " + divisor + ">";
        }
    };

    @Test
    void argumentsMayHoldMacrosParenthesesAndCommas() {
        assertThat(SqlMacros.render("ca_days(ca_month(a), COALESCE(b, (c))) + ca_midx (d) - CA_FLOORDIV(7, 2)", SPOKEN))
                .isEqualTo("<days <month of a> to COALESCE(b, (c))> + <index of d> - <7 by 2>");
    }

    @Test
    void literalsCommentsAndOtherNamesStayAsTheyAre() {
        String text = "'ca_month(x)' \"ca_month(x)\" -- ca_month(x)\n/* ca_month(x) */ my_ca_month(x) ')' {ca_month}";

        assertThat(SqlMacros.render(text, SPOKEN)).isEqualTo(text);
        assertThat(SqlMacros.render("ca_add_days(a, LENGTH(',)'))", SPOKEN)).isEqualTo("<a plus LENGTH(',)')>");
    }

    @Test
    void aMalformedMacroIsNamedWithItsLine() {
        assertThatThrownBy(() -> SqlMacros.render("SELECT\nca_days(a)", SPOKEN))
                .hasMessage("Line 2: ca_days takes 2 arguments, not 1.");
        assertThatThrownBy(() -> SqlMacros.render("ca_month", SPOKEN))
                .hasMessage("Line 1: ca_month must be followed by its arguments in parentheses.");
        assertThatThrownBy(() -> SqlMacros.render("ca_month((a)", SPOKEN))
                .hasMessage("Line 1: ca_month has no closing parenthesis.");
    }

    @Test
    void piecesJoinedGiveTheTextBack() {
        String text = "SELECT 'it''s', \"a\"\"b\", x::INT, :p, {t} -- c\n FROM a /* b */ WHERE 1.5 <= 2 || '";

        List<SqlToken> tokens = SqlLexer.tokens(text);

        assertThat(String.join("", tokens.stream().map(SqlToken::text).toList()))
                .isEqualTo(text);
        assertThat(tokens.stream().filter(t -> t.kind() == SqlToken.Kind.PARAMETER || t.kind() == SqlToken.Kind.BRACED))
                .extracting(SqlToken::name)
                .containsExactly("p", "t");
        assertThat(tokens.getLast().line()).isEqualTo(2);
    }

    @Test
    void aParameterUsedTwiceIsBoundTwice() {
        assertThat(BoundSql.of(":a + :b + :a", Map.of("a", 1, "b", 2)))
                .isEqualTo(new BoundSql("? + ? + ?", List.of(1, 2, 1)));
    }
}
