package io.customerroom.ledger.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

    /** All keys of one customer, the given one included; in order. */
    SortedSet<Long> same(long key) {
        long root = find(key);
        SortedSet<Long> same = new TreeSet<>(List.of(root, key));
        List.copyOf(parent.keySet()).stream()
                .filter(other -> find(other) == root)
                .forEach(same::add);
        return same;
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
