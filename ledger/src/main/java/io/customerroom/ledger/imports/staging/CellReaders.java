package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.imports.mapping.ColumnRule;
import io.customerroom.ledger.imports.mapping.Input;
import io.customerroom.ledger.imports.mapping.Lookups;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.values.DatePattern;
import io.customerroom.ledger.imports.values.Decimals;
import io.customerroom.ledger.imports.values.Moment;
import io.customerroom.ledger.imports.values.MoneyText;
import io.customerroom.ledger.imports.values.ZoneClock;
import io.customerroom.ledger.persons.NameList;
import io.customerroom.ledger.persons.TextMask;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the readers of a mapping's inputs. */
final class CellReaders {

    private static final Set<String> YES = Set.of("1", "true", "yes", "y", "t", "ja", "oui", "si");
    private static final Set<String> NO = Set.of("0", "false", "no", "n", "f", "nein", "non");

    private static final Set<String> MONEY = Set.of("amount", "unit_price", "cost", "profit");

    /** Rates are kept as whole numbers of this many decimals. */
    static final int FACTOR_DECIMALS = 12;

    private static final int MOST_FACTOR_DIGITS = 18;
    /** Inputs that hold a word of a list, or what somebody wrote instead of one. */
    private static final Set<String> PROSE = Set.of("reason", "theme", "issue", "activity");

    private static final int MOST_REMEMBERED = 4_096;

    private final Mapping mapping;
    private final List<String> header;
    private final MoneyText printed;
    private final Lookups lookups;
    private final NameList names;
    private final Spaces spaces;
    private final ZoneClock written;
    private final ZoneClock company;
    private final List<Decimals> decimals = new ArrayList<>();

    /** The ids that a column's customers belong to. */
    interface Spaces {
        KeyCache of(String space);
    }

    CellReaders(
            Mapping mapping,
            List<String> header,
            String currency,
            Lookups lookups,
            NameList names,
            Spaces spaces,
            ZoneClock written,
            ZoneClock company) {
        this.printed = new MoneyText(Optional.ofNullable(mapping.columns().get("currency"))
                .flatMap(ColumnRule::constant)
                .orElse(currency));
        this.lookups = lookups;
        this.names = names;
        this.mapping = mapping;
        this.header = header;
        this.spaces = spaces;
        this.written = written;
        this.company = company;
    }

    /** How many numbers the readers have rounded. */
    long rounded() {
        return decimals.stream().mapToLong(Decimals::rounded).sum();
    }

    CellReader reader(Input input, int slot, ColumnRule rule) {
        String name = rule.from().orElse(input.name());
        Value value = value(input, slot, rule, name);
        byte[][] nulls = nulls(rule);
        byte[] constant = rule.constant().map(CellReaders::bytes).orElse(null);
        int column = rule.from().map(header::indexOf).orElse(-1);
        return (row, typed) -> {
            byte[] bytes = constant == null ? row.bytes() : constant;
            int from = constant == null ? row.from(column) : 0;
            int to = constant == null ? row.to(column) : constant.length;
            while (to > from && blank(bytes, to - 1)) {
                to -= bytes[to - 1] == (byte) 0xa0 ? 2 : 1;
            }
            while (from < to && (bytes[from] >= 0 && bytes[from] <= ' ' || leadingNoBreakSpace(bytes, from, to))) {
                from += bytes[from] < 0 ? 2 : 1;
            }
            if (from >= to || isNull(bytes, from, to, nulls)) {
                typed.has[slot] = false;
                return input.filled() ? Problem.of("REQUIRED_MISSING", "'%s' is empty", name) : null;
            }
            typed.has[slot] = true;
            return value.read(bytes, from, to, typed);
        };
    }

    /** Reads a cell that is neither blank nor null. */
    private interface Value {
        @Nullable
        Problem read(byte[] bytes, int from, int to, TypedRow typed);
    }

    private Value value(Input input, int slot, ColumnRule rule, String name) {
        Value plain =
                switch (input.type()) {
                    case CUSTOMER -> customer(slot, rule);
                    case TEXT -> PROSE.contains(input.name()) ? prose(slot) : text(slot);
                    case PERSON, PERSONAL_TEXT -> text(slot);
                    case CODE -> code(input, slot, name);
                    case AMOUNT -> amount(slot, rule, name, MONEY.contains(input.name()));
                    case FACTOR -> factor(slot, rule, name);
                    case COUNT -> count(slot, name);
                    case DATE -> date(slot, rule, name);
                    case SWITCH -> toggle(slot, name);
                };
        Value translated = rule.codes().isEmpty()
                        && rule.prefixes().isEmpty()
                        && rule.otherwise().isEmpty()
                ? plain
                : translated(rule, plain, slot);
        return rule.lookups().isEmpty() ? translated : lookedUp(rule, translated, slot, input, name);
    }

    /** A word that the other file does not know is nothing; a row that cannot do without is set aside. */
    private Value lookedUp(ColumnRule rule, Value then, int slot, Input input, String name) {
        Lookups.Words words = lookups.of(rule.lookups());
        String file = rule.lookups().getLast().file();
        return (bytes, from, to, typed) -> {
            String seen = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            byte[] found = words.find(seen).map(CellReaders::bytes).orElse(null);
            if (found != null) {
                return then.read(found, 0, found.length, typed);
            }
            typed.has[slot] = false;
            return input.filled()
                    ? Problem.of(
                            "LOOKUP_NOT_FOUND",
                            "'%s' is '%s', of which %s says no '%s'",
                            name,
                            Problem.brief(seen),
                            file,
                            rule.lookups().getLast().take())
                    : null;
        };
    }

    private Value customer(int slot, ColumnRule rule) {
        KeyCache cache = spaces.of(rule.ids().orElse(mapping.ids()));
        boolean number = rule.number();
        return (bytes, from, to, typed) -> {
            int end = number ? CustomerKeys.withoutIdleDecimals(bytes, from, to) : to;
            typed.value[slot] = cache.key(bytes, from, end);
            typed.day[slot] = cache.fresh() ? 1 : 0;
            typed.text(slot, bytes, from, end);
            return null;
        };
    }

    private static Value text(int slot) {
        return (bytes, from, to, typed) -> {
            typed.text(slot, bytes, from, to);
            return null;
        };
    }

    /**
     * A word of a list, as a rule; where somebody wrote a sentence instead, what leads to a person is hidden before it becomes a fact, for facts are never
     * changed again.
     */
    private Value prose(int slot) {
        Map<String, byte[]> masked = new HashMap<>();
        return (bytes, from, to, typed) -> {
            String written = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            byte[] told = masked.get(written);
            if (told == null) {
                told = bytes(TextMask.mask(written, names));
                if (masked.size() < MOST_REMEMBERED) {
                    masked.put(written, told);
                }
            }
            typed.text(slot, told, 0, told.length);
            return null;
        };
    }

    /** Whether what leads to a person is hidden in this input before it is kept, wherever that is. */
    static boolean masks(Input input) {
        return switch (input.type()) {
            case PERSONAL_TEXT -> true;
            case TEXT -> PROSE.contains(input.name());
            case CUSTOMER, CODE, AMOUNT, FACTOR, COUNT, DATE, SWITCH, PERSON -> false;
        };
    }

    private static Value code(Input input, int slot, String name) {
        Map<String, byte[]> canonical = new HashMap<>();
        input.codes().forEach((word, code) -> canonical.put(word, bytes(code)));
        String choice =
                String.join(", ", input.codes().values().stream().distinct().toList());
        return (bytes, from, to, typed) -> {
            String seen = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            byte[] code = canonical.get(Input.simple(seen));
            if (code == null) {
                return Problem.of("CODE_UNKNOWN", "'%s' is '%s'; it can be %s", name, Problem.brief(seen), choice);
            }
            typed.text(slot, code, 0, code.length);
            return null;
        };
    }

    private Value amount(int slot, ColumnRule rule, String name, boolean money) {
        Decimals reader =
                new Decimals(rule.decimal().orElse('.'), rule.decimal().isPresent());
        decimals.add(reader);
        boolean negate = rule.negate();
        return (bytes, from, to, typed) -> {
            long value = reader.read(bytes, from, to);
            if (value == Decimals.UNREADABLE && money) {
                byte[] bare = printed.bare(bytes, from, to).orElse(null);
                value = bare == null ? value : reader.read(bare, 0, bare.length);
            }
            if (value == Decimals.UNREADABLE) {
                return Problem.of(
                        "NUMBER_UNREADABLE",
                        "'%s' is '%s', which is no number%s",
                        name,
                        seen(bytes, from, to),
                        money && digits(bytes, from, to) ? " or amount in " + printed.currency() : "");
            }
            if (value == Decimals.TOO_LARGE) {
                return Problem.of(
                        "NUMBER_TOO_LARGE", "'%s' is '%s', more than twelve digits", name, seen(bytes, from, to));
            }
            typed.value[slot] = negate ? -value : value;
            return null;
        };
    }

    private static Value factor(int slot, ColumnRule rule, String name) {
        boolean comma = rule.decimal().filter(mark -> mark == ',').isPresent();
        return (bytes, from, to, typed) -> {
            String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            try {
                BigDecimal value = new BigDecimal(comma ? text.replace(',', '.') : text)
                        .setScale(FACTOR_DECIMALS, RoundingMode.HALF_UP);
                if (value.signum() > 0 && value.precision() <= MOST_FACTOR_DIGITS) {
                    typed.value[slot] = value.unscaledValue().longValueExact();
                    return null;
                }
            } catch (NumberFormatException e) {
                // said below, as for every number that cannot be used
            }
            return Problem.of(
                    "RATE_UNREADABLE",
                    "'%s' is '%s', which is no number above 0 and below a million",
                    name,
                    Problem.brief(text));
        };
    }

    private static Value count(int slot, String name) {
        Decimals reader = new Decimals('.', false);
        return (bytes, from, to, typed) -> {
            long value = reader.read(bytes, from, to);
            if (value < 0 || value % Decimals.ONE != 0) {
                return Problem.of(
                        "NUMBER_UNREADABLE",
                        "'%s' is '%s', which is no whole number from 0",
                        name,
                        seen(bytes, from, to));
            }
            typed.value[slot] = value / Decimals.ONE;
            return null;
        };
    }

    private Value date(int slot, ColumnRule rule, String name) {
        DatePattern pattern =
                DatePattern.of(rule.format().orElse(DatePattern.ISO)).orElseThrow();
        Moment moment = new Moment();
        return (bytes, from, to, typed) -> {
            if (!pattern.read(bytes, from, to, moment)) {
                return Problem.of(
                        "DATE_UNREADABLE",
                        "'%s' is '%s', which is no date written as %s",
                        name,
                        seen(bytes, from, to),
                        pattern.text().equals(DatePattern.ISO) ? "2026-06-04 or 2026-06-04 08:30:00" : pattern.text());
            }
            if (!moment.timed) {
                typed.value[slot] = company.toUtc(moment.day, 0);
                typed.day[slot] = moment.day;
                return null;
            }
            typed.value[slot] = moment.zoned
                    ? moment.day * ZoneClock.MICROS_PER_DAY + moment.micros - moment.offsetSeconds * 1_000_000L
                    : written.toUtc(moment.day, moment.micros);
            typed.day[slot] = company.dayOf(typed.value[slot]);
            return null;
        };
    }

    private static Value toggle(int slot, String name) {
        return (bytes, from, to, typed) -> {
            String seen = Input.simple(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            if (!YES.contains(seen) && !NO.contains(seen)) {
                return Problem.of("SWITCH_UNREADABLE", "'%s' is '%s'; it can be yes or no", name, Problem.brief(seen));
            }
            typed.value[slot] = YES.contains(seen) ? 1 : 0;
            return null;
        };
    }

    /** Codes, prefixes and otherwise, before the word is read as a value. An empty word means nothing. */
    private static Value translated(ColumnRule rule, Value then, int slot) {
        Map<String, byte[]> codes = new HashMap<>();
        rule.codes().forEach((word, code) -> codes.put(word, bytes(code)));
        List<Map.Entry<String, String>> prefixes = rule.prefixes().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, String> entry) ->
                                -entry.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        byte[] otherwise = rule.otherwise().map(CellReaders::bytes).orElse(null);
        boolean onlyPrefixes = codes.isEmpty() && !prefixes.isEmpty();
        return (bytes, from, to, typed) -> {
            String seen = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            byte[] word = codes.get(seen);
            for (int i = 0; word == null && i < prefixes.size(); i++) {
                if (seen.startsWith(prefixes.get(i).getKey())) {
                    word = bytes(prefixes.get(i).getValue());
                }
            }
            if (word == null) {
                word = otherwise != null ? otherwise : onlyPrefixes ? new byte[0] : bytes(seen);
            }
            if (word.length == 0) {
                typed.has[slot] = false;
                return null;
            }
            return then.read(word, 0, word.length, typed);
        };
    }

    private byte[][] nulls(ColumnRule rule) {
        List<String> all = new ArrayList<>(mapping.nulls());
        all.addAll(rule.nulls());
        return all.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(CellReaders::bytes)
                .toArray(byte[][]::new);
    }

    private static boolean isNull(byte[] bytes, int from, int to, byte[][] nulls) {
        for (byte[] word : nulls) {
            if (to - from == word.length
                    && bytes[from] == word[0]
                    && Arrays.equals(bytes, from, to, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean blank(byte[] bytes, int at) {
        return bytes[at] >= 0 && bytes[at] <= ' ' || bytes[at] == (byte) 0xa0 && at > 0 && bytes[at - 1] == (byte) 0xc2;
    }

    private static boolean leadingNoBreakSpace(byte[] bytes, int from, int to) {
        return from + 1 < to && bytes[from] == (byte) 0xc2 && bytes[from + 1] == (byte) 0xa0;
    }

    private static boolean digits(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] >= '0' && bytes[at] <= '9') {
                return true;
            }
        }
        return false;
    }

    private static String seen(byte[] bytes, int from, int to) {
        return Problem.brief(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
