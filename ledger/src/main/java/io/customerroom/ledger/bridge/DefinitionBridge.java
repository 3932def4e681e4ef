package io.customerroom.ledger.bridge;

import java.util.List;

/**
 * Two ledgers over the same facts and clocks, made with different definitions.
 *
 * @param one definitions of the first, for example {@code activity@1,value@1}
 * @param periods every period of the grain, oldest first
 * @param period the one the lines explain
 * @param lines opening, gained, regained, lost, closing
 */
public record DefinitionBridge(
        String one,
        String other,
        List<PeriodPair> periods,
        String period,
        List<BridgeLine> lines,
        ValueBridge value,
        CostBridge costs) {

    public DefinitionBridge {
        periods = List.copyOf(periods);
        lines = List.copyOf(lines);
    }

    public BridgeLine line(String figure) {
        return lines.stream()
                .filter(line -> line.figure().equals(figure))
                .findFirst()
                .orElseThrow();
    }
}
