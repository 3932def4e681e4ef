package io.customerroom.ledger.imports;

import io.customerroom.ledger.facts.Receipt;
import java.util.Optional;

/**
 * The receipt of an import.
 *
 * @param again the same file was imported the same way before and still counts: nothing was written
 * @param replacedSince where a later batch has replaced rows of it: which, and how to bring them back
 */
public record ImportResult(Receipt receipt, boolean again, Optional<String> replacedSince) {}
