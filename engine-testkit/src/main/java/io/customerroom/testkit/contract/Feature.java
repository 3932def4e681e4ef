package io.customerroom.testkit.contract;

/** What an engine may lack. It is presumed able until it declares a {@link Gap}. */
public enum Feature {
    /** A running text can be stopped from another thread. */
    CANCEL,
    /** Sums of decimals keep all their digits. */
    EXACT_DECIMALS,
    /** An answer can be written to a Parquet file. */
    WRITE_PARQUET
}
