package io.customerroom.ledger.persons;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How customers can be called, and who must not be. Read when somebody asks who may know; nothing of the answer is kept, logged or frozen. Who must not
 * be called is read from the customer facts of this moment and not from a build: who said so yesterday is not called today.
 */
public interface CallBook {

    /** More customers than this are no call sheet. */
    int MOST = 200;

    /** Those who can be named. Who was never named, or was erased, is missing. */
    Map<CustomerId, Entry> entries(Set<CustomerId> customers, Clocks clocks);

    /** Everybody of whom some fact in force says {@code do_not_call}, under the key by which they are known today. */
    Set<CustomerId> doNotCall(Clocks clocks);

    /** Each of these keys, and the key by which that customer is known today; they differ where customers were joined since. */
    Map<CustomerId, CustomerId> today(Set<CustomerId> keys, Clocks clocks);

    /**
     * @param names in order, each once; so are the others
     * @param ids what the sources call the customer
     */
    record Entry(List<String> names, List<String> phones, List<String> emails, List<SourceId> ids) {

        public Entry {
            names = List.copyOf(names);
            phones = List.copyOf(phones);
            emails = List.copyOf(emails);
            ids = List.copyOf(ids);
        }

        /** Tells nothing, so that nothing reaches a log by accident. */
        @Override
        public String toString() {
            return "Entry[%d names, %d phones, %d e-mails, %d ids]"
                    .formatted(names.size(), phones.size(), emails.size(), ids.size());
        }
    }

    /** An id in its id space. */
    record SourceId(String space, String id) {

        @Override
        public String toString() {
            return "SourceId[" + space + "]";
        }
    }
}
