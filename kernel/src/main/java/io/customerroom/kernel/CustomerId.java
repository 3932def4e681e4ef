package io.customerroom.kernel;

/**
 * The opaque key of a customer. It names nobody: the person table alone knows which source calls this customer what.
 *
 * @param value positive; derived from the source's id with the workspace's secret
 */
public record CustomerId(long value) implements Comparable<CustomerId> {

    public CustomerId {
        if (value <= 0) {
            throw new IllegalArgumentException("value must be positive, but was " + value);
        }
    }

    /** As people and addresses write it: {@code c} and the value in base 36. */
    @Override
    public String toString() {
        return "c" + Long.toString(value, 36);
    }

    public static CustomerId parse(String text) {
        try {
            if (text.startsWith("c")) {
                return new CustomerId(Long.parseLong(text.substring(1), 36));
            }
        } catch (IllegalArgumentException e) {
            // answered below, together with a missing prefix
        }
        throw Failure.yours(
                "CUSTOMER_ID_MALFORMED",
                "This is not a customer id.", // it is not repeated: it may be what a source calls somebody
                "A customer id is the letter c followed by letters and digits, as the walls show it.");
    }

    @Override
    public int compareTo(CustomerId other) {
        return Long.compare(value, other.value);
    }
}
