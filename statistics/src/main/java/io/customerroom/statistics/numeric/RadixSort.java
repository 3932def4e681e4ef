package io.customerroom.statistics.numeric;

/** Sorts many small non-negative numbers in passes over eleven bits at a time: for millions several times quicker than by comparison. */
public final class RadixSort {

    private static final int BITS = 11;
    private static final int MASK = (1 << BITS) - 1;

    private RadixSort() {}

    /**
     * The numbers in ascending order, in this or another array; the given one is overwritten.
     *
     * @param largest no number is larger
     */
    public static long[] sort(long[] numbers, long largest) {
        long[] from = numbers;
        long[] to = new long[numbers.length];
        for (int shift = 0; shift < Long.SIZE && largest >>> shift != 0; shift += BITS) {
            int[] begins = new int[MASK + 2];
            for (long number : from) {
                begins[(int) (number >>> shift & MASK) + 1]++;
            }
            for (int digit = 1; digit <= MASK; digit++) {
                begins[digit] += begins[digit - 1];
            }
            for (long number : from) {
                to[begins[(int) (number >>> shift & MASK)]++] = number;
            }
            long[] swapped = from;
            from = to;
            to = swapped;
        }
        return from;
    }
}
