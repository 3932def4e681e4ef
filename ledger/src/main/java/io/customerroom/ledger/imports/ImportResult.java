package io.customerroom.ledger.imports;

import io.customerroom.ledger.facts.Receipt;

/**
 * The receipt of an import.
 *
 * @param again the same file was imported the same way before and still counts: nothing was written
 */
public record ImportResult(Receipt receipt, boolean again) {}
