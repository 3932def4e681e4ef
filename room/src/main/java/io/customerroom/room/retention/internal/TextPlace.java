package io.customerroom.room.retention.internal;

import io.customerroom.room.retention.KeptClass;
import java.util.Arrays;
import java.util.List;

/** A column of the state store that holds what people wrote about a customer; the SQL names its rows. */
enum TextPlace {
    CALL(KeptClass.CALL_NOTES, "loss_call", "notes", "calls"),
    VIP_REASON(KeptClass.VISITS, "vip", "reason", "vip-reasons"),
    VIP_KEEPS(KeptClass.VISITS, "vip_plan", "keeps", "vip-keeps"),
    VIP_STEP(KeptClass.VISITS, "vip_plan", "step", "vip-steps"),
    VISIT(KeptClass.VISITS, "host_contact", "purpose", "visits"),
    VISIT_OUTCOME(KeptClass.VISITS, "host_contact_outcome", "words", "visit-outcomes"),
    CASE_REASON(KeptClass.CASES, "customer_case", "reason", "cases"),
    CASE_STEP(KeptClass.CASES, "customer_case_step", "words", "case-steps");

    private final KeptClass kept;
    private final String table;
    private final String column;
    private final String rows;

    TextPlace(KeptClass kept, String table, String column, String rows) {
        this.kept = kept;
        this.table = table;
        this.column = column;
        this.rows = rows;
    }

    static List<TextPlace> of(KeptClass kept) {
        return Arrays.stream(values()).filter(place -> place.kept == kept).toList();
    }

    /** The text with this place's names in it. */
    String in(String sql, String places) {
        return sql.replace("{rows}", places).replace("{table}", table).replace("{column}", column);
    }

    /** Name of the text that lists number, customer, moment and words of each row. */
    String rows() {
        return rows;
    }
}
