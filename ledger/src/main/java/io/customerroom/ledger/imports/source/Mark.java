package io.customerroom.ledger.imports.source;

/**
 * How far the reading of a file has come, so that another can go on behind it.
 *
 * @param offset bytes of its text behind the end of the last row
 * @param rows that were read, the header included
 * @param line the next one
 * @param seen bytes of the file that were read by then, at least those of its rows
 * @param hash SHA-256 of these, in hexadecimal
 */
public record Mark(long offset, long rows, long line, long seen, String hash) {}
