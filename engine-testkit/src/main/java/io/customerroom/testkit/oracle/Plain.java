package io.customerroom.testkit.oracle;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amounts without the zeros at the end of their decimals, so that answers of any scale can be compared as text. */
public final class Plain {

    private Plain() {}

    /** Nothing as nothing. */
    public static String amount(@Nullable BigDecimal amount) {
        if (amount == null) {
            return "";
        }
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /** Lines of values between bars. */
    public static List<String> lines(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("(\\.\\d*?)0+(?=\\||$)", "$1").replaceAll("\\.(?=\\||$)", ""))
                .toList();
    }
}
