package io.customerroom.ledger.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Joins keys that name one customer. The smallest key of a group stands for all of it. */
final class LinkedCustomers {

    private final Map<Long, Long> parent = new HashMap<>();

    void link(long one, long other) {
        long first = find(one);
        long second = find(other);
        if (first != second) {
            parent.put(Math.max(first, second), Math.min(first, second));
        }
    }

    /** Every key that another key stands for, with that other key; in order. */
    SortedMap<Long, Long> representatives() {
        SortedMap<Long, Long> result = new TreeMap<>();
        for (long key : parent.keySet()) {
            long root = find(key);
            if (root != key) {
                result.put(key, root);
            }
        }
        return result;
    }

    private long find(long key) {
        long root = key;
        while (parent.getOrDefault(root, root) != root) {
            root = parent.getOrDefault(root, root);
        }
        long step = key;
        while (step != root) {
            long next = parent.getOrDefault(step, step);
            parent.put(step, root);
            step = next;
        }
        return root;
    }
}
