package io.customerroom.demo;

/** Where the company has a shop and a service crew. */
enum Site {
    NORTHGATE("Northgate"),
    HARBOURSIDE("Harbourside"),
    MILLBROOK("Millbrook"),
    ALTMUEHLE("Altmühle");

    static final double[] WEIGHTS = {0.24, 0.30, 0.27, 0.19};

    private final String label;

    Site(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
