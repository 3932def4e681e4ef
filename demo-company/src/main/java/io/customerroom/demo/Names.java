package io.customerroom.demo;

import java.util.List;
import java.util.Locale;

/** Names nobody bears, put together from syllables, and addresses in the domains reserved for examples. */
final class Names {

    private static final List<String> GIVEN = List.of(
            "Alwen", "Brisk", "Calder", "Dorrit", "Elvar", "Fennick", "Gilda", "Hesper", "Ivo", "Jorun", "Kestrel",
            "Linnet", "Marl", "Nessa", "Orrin", "Pim", "Quill", "Rowena", "Sorrel", "Tamsin", "Ulla", "Vesper", "Wren",
            "Yarrow", "Zinnia", "Zoë");
    private static final List<String> FRONT = List.of(
            "Amber", "Bramble", "Copper", "Drift", "Ember", "Flint", "Granite", "Hollow", "Iron", "Juniper", "Kettle",
            "Lantern", "Marble", "Nettle", "Otter", "Pebble", "Quartz", "River", "Saffron", "Thimble", "Umber",
            "Velvet", "Willow", "Yonder");
    private static final List<String> BACK = List.of(
            "bane", "croft", "dale", "fold", "grove", "hurst", "knoll", "ledge", "moor", "ness", "pool", "quay",
            "ridge", "stead", "thwaite", "wick");
    static final List<String> STAFF =
            List.of("Ada Lampwright", "Bo Signalman", "Cleo Wirewood", "Dag Spliceby", "Eda Boxwell", "Finn Dialton");

    private Names() {}

    static String given(Draws draws) {
        return draws.one(GIVEN);
    }

    static String family(Draws draws) {
        return draws.one(FRONT) + draws.one(BACK);
    }

    static String email(String given, String family, int number) {
        String local = given.replace("ë", "e") + "." + family + "." + number;
        return local.toLowerCase(Locale.ROOT) + (number % 2 == 0 ? "@example.com" : "@example.org");
    }
}
