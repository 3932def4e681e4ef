package io.customerroom.room.persons;

import io.customerroom.kernel.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that the state store holds of one person, and the entries of the trail about it. Reads only; nothing of the answer is kept or logged. */
public interface PersonRecord {

    /**
     * Rows by what they are; what there is nothing of is missing. {@code trail} holds the entries whose subject is the person or something
     * that is about the person alone.
     *
     * @param same all keys under which the person is known
     */
    Map<String, List<Map<String, @Nullable Object>>> of(Set<CustomerId> same);
}
