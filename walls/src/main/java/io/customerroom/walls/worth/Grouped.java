package io.customerroom.walls.worth;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** States by what values their segment. */
final class Grouped {

    private Grouped() {}

    /** The places of the states that share one; the first met stands first. */
    static <T> Map<T, List<Integer>> by(List<Buyers.State> states, Function<String, T> of) {
        Map<T, List<Integer>> met = new IdentityHashMap<>();
        Map<T, List<Integer>> inOrder = new LinkedHashMap<>();
        for (int i = 0; i < states.size(); i++) {
            T one = of.apply(states.get(i).segment());
            List<Integer> places = met.get(one);
            if (places == null) {
                places = new ArrayList<>();
                met.put(one, places);
                inOrder.put(one, places);
            }
            places.add(i);
        }
        return inOrder;
    }

    static List<Buyers.State> at(List<Integer> places, List<Buyers.State> states) {
        return places.stream().map(states::get).toList();
    }
}
