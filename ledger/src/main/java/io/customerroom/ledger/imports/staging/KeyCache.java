package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.identity.CustomerKeys;
import java.util.Arrays;

/** Remembers the keys of recent ids of one id space, so that a file of many rows per customer hashes each of them about once. */
final class KeyCache {

    private static final int SLOTS = 1 << 18;

    private final CustomerKeys keys;
    private final byte[] space;
    private final byte[][] ids = new byte[SLOTS][];
    private final long[] known = new long[SLOTS];
    private int[] freshSlots = new int[2];
    private int freshCount;
    private boolean fresh;

    KeyCache(CustomerKeys keys, byte[] space) {
        this.keys = keys;
        this.space = space;
    }

    long key(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 16) * 0x9e3779b1 >>> 14;
        byte[] id = ids[slot];
        fresh = id == null || !Arrays.equals(id, 0, id.length, bytes, from, to);
        if (fresh) {
            known[slot] = keys.key(space, bytes, from, to);
            ids[slot] = Arrays.copyOfRange(bytes, from, to);
            remember(slot);
        }
        return known[slot];
    }

    private void remember(int slot) {
        if (freshCount == freshSlots.length) {
            freshSlots = Arrays.copyOf(freshSlots, freshCount * 2);
        }
        freshSlots[freshCount++] = slot;
    }

    /** Ends a row. The ids of one that is set aside are forgotten, so that the next row which names them is fresh again. */
    void endRow(boolean kept) {
        for (int i = 0; !kept && i < freshCount; i++) {
            ids[freshSlots[i]] = null;
        }
        freshCount = 0;
    }

    /** Whether the last id was not remembered. */
    boolean fresh() {
        return fresh;
    }
}
