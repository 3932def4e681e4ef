package io.customerroom.ledger.identity;

import io.customerroom.kernel.CustomerId;
import java.util.function.UnaryOperator;

/**
 * Under which key a customer goes by the links in force, whatever key they had when something was written about them. What was written keeps its key: a link that is
 * taken back parts them again.
 */
@FunctionalInterface
public interface Links {

    /** Nobody is linked. */
    Links NONE = UnaryOperator::identity;

    /** The links of this moment; a key that is not linked stands for itself. */
    UnaryOperator<CustomerId> today();
}
