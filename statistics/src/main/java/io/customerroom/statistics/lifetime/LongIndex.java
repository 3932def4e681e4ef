package io.customerroom.statistics.lifetime;

import java.util.Arrays;

/** Numbers distinct longs 0, 1, 2, … in the order in which they first come. Open addressing; grows by doubling. */
final class LongIndex {

    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private int[] slots = new int[1 << 10];
    private long[] keys = new long[1 << 9];
    private int[] ordered = {};
    private int size;

    /** The number of the key, a new one if it was not seen before. */
    int of(long key) {
        int mask = slots.length - 1;
        int slot = hash(key) & mask;
        while (slots[slot] != 0) {
            int at = slots[slot] - 1;
            if (keys[at] == key) {
                return at;
            }
            slot = (slot + 1) & mask;
        }
        if (size == keys.length) {
            grow();
            return of(key);
        }
        keys[size++] = key;
        slots[slot] = size;
        return size - 1;
    }

    int size() {
        return size;
    }

    long key(int number) {
        return keys[number];
    }

    /** The numbers in the order of their keys. What was in order before stays so: only what came since is sorted, and the two are merged. */
    int[] order() {
        if (ordered.length < size) {
            long[] fresh = Arrays.copyOfRange(keys, ordered.length, size);
            Arrays.sort(fresh);
            int[] merged = new int[size];
            int old = 0;
            int next = 0;
            for (int i = 0; i < size; i++) {
                boolean kept = next == fresh.length || old < ordered.length && keys[ordered[old]] < fresh[next];
                merged[i] = kept ? ordered[old++] : of(fresh[next++]);
            }
            ordered = merged;
        }
        return ordered.clone();
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * keys.length);
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = hash(keys[i]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = i + 1;
        }
    }

    private static int hash(long key) {
        long mixed = key * SPREAD;
        return (int) (mixed >>> 32) ^ (int) mixed;
    }
}
