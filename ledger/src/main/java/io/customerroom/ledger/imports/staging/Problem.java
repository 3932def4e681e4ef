package io.customerroom.ledger.imports.staging;

/**
 * Why a row is set aside. It goes to the quarantine only, since it may quote the row.
 *
 * @param code stable, in capitals: receipts count by it
 * @param sentence for people, with column and value seen
 */
public record Problem(String code, String sentence) {

    static Problem of(String code, String sentence, Object... seen) {
        return new Problem(code, sentence.formatted(seen));
    }

    static String brief(String seen) {
        String line = seen.replaceAll("\\p{Cntrl}", " ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }
}
