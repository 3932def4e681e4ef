package io.customerroom.ledger.imports.plain;

/** What the cells of one column may look like, as a machine over bytes. */
interface CellShape {

    /** Nothing was read yet. */
    int START = 0;
    /** No plain cell begins like this. */
    int NONE = -1;

    /** Where a byte leads, or {@link #NONE}. */
    int next(int node, int octet);

    /** Whether a cell may end here. Whether an empty one may is not the shape's to say. */
    boolean ends(int node);
}
