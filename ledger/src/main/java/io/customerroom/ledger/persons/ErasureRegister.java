package io.customerroom.ledger.persons;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who was erased, as a text to be kept apart from backups: opaque keys, which without the workspace's secret lead to nobody. After an old backup was restored, it says
 * who has to be erased again.
 *
 * @param room fingerprint of the secret that made the keys
 */
public record ErasureRegister(String room, SortedSet<CustomerId> erased) {

    private static final String HEAD = "customer-room-erased 1";

    public ErasureRegister {
        erased = new TreeSet<>(erased);
    }

    public String text() {
        List<String> lines = new ArrayList<>(List.of(HEAD, room));
        erased.forEach(customer -> lines.add(customer.toString()));
        return String.join("\n", lines) + "\n";
    }

    /** Refused: what is no register of ours, and one of another room, whose keys mean nothing here. */
    public static ErasureRegister read(String text, String room) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() < 2 || !lines.getFirst().equals(HEAD)) {
            throw Failure.yours(
                    "NO_REGISTER",
                    "This file is no list of erased persons.",
                    "Name a file that './customer-room erase --register FILE' wrote.");
        }
        if (!lines.get(1).equals(room)) {
            throw Failure.yours(
                    "REGISTER_OF_ANOTHER_ROOM",
                    "This list of erased persons belongs to another room.",
                    "Name the one of this room; its keys were made with the same secret.");
        }
        SortedSet<CustomerId> erased = new TreeSet<>();
        lines.stream().skip(2).map(CustomerId::parse).forEach(erased::add);
        return new ErasureRegister(room, erased);
    }
}
