package io.customerroom.statistics.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One of several looks at the same people: is the trait's share another one among those with something than among those without, inside strata?
 *
 * @param compared the strata in which both kinds are to be found
 * @param chance of a difference at least as large by luck, raised for the number of looks ({@link Holm}); 1 where too few were looked at
 */
public record Look(String name, Stratified compared, double chance, Finding finding) {

    /** Below it a difference is no luck any more. */
    public static final double LEVEL = 0.05;

    /** What a look found. */
    public enum Finding {
        MORE,
        LESS,
        NO_DIFFERENCE,
        TOO_FEW
    }

    /** @param strata a pair for each stratum */
    public record Asked(String name, List<Pair> strata) {

        public Asked {
            strata = List.copyOf(strata);
        }
    }

    /**
     * Judges all looks together: chances are raised for as many as had enough people.
     *
     * @param minN with fewer than this on either side, of all strata in which both are to be found, nothing is said
     */
    public static List<Look> all(List<Asked> asked, long minN) {
        List<Stratified> compared =
                asked.stream().map(one -> Stratified.of(one.strata())).toList();
        List<Stratified> judged =
                compared.stream().filter(one -> enough(one, minN)).toList();
        List<Double> raised = Holm.adjusted(judged.stream().map(Stratified::p).toList());
        List<Look> looks = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < asked.size(); i++) {
            Stratified one = Objects.requireNonNull(compared.get(i));
            boolean enough = enough(one, minN);
            double chance = enough ? raised.get(at++) : 1;
            looks.add(new Look(asked.get(i).name(), one, chance, enough ? finding(one, chance) : Finding.TOO_FEW));
        }
        return List.copyOf(looks);
    }

    private static boolean enough(Stratified compared, long minN) {
        return compared.with().n() >= Math.max(1, minN) && compared.without().n() >= Math.max(1, minN);
    }

    private static Finding finding(Stratified compared, double chance) {
        if (chance > LEVEL) {
            return Finding.NO_DIFFERENCE;
        }
        return compared.difference() > 0 ? Finding.MORE : Finding.LESS;
    }
}
