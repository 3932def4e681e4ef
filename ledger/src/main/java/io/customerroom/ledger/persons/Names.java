package io.customerroom.ledger.persons;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What customers are called, read when somebody asks who may know. Nothing of the answer is kept, logged or frozen. */
public interface Names {

    /** More customers than this are a list to export, not a page to read; asking for more is a fault. */
    int MOST = 200;

    /**
     * Names and ids of these customers. Who was never named is missing; who was erased is {@link Called#ERASED}.
     *
     * @param clocks under which ids that belong together were joined
     */
    Map<CustomerId, Called> of(Set<CustomerId> customers, Clocks clocks);

    /**
     * @param names in order, each once
     * @param ids what the sources call the customer, in order
     */
    record Called(List<String> names, List<String> ids) {

        /** Stands where somebody was erased. */
        public static final Called ERASED = new Called(List.of("erased"), List.of());

        public Called {
            names = List.copyOf(names);
            ids = List.copyOf(ids);
        }

        /** Whether they were erased. */
        public boolean erased() {
            return equals(ERASED);
        }

        /** Tells nothing, so that nothing reaches a log by accident. */
        @Override
        public String toString() {
            return "Called[%d names, %d ids]".formatted(names.size(), ids.size());
        }
    }
}
