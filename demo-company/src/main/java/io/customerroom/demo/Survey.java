package io.customerroom.demo;

/** The two questions the company asks. */
enum Survey {
    NPS("nps", 0, 10),
    CSAT("csat", 1, 5);

    private final String label;
    private final int min;
    private final int max;

    Survey(String label, int min, int max) {
        this.label = label;
        this.min = min;
        this.max = max;
    }

    String label() {
        return label;
    }

    int min() {
        return min;
    }

    int max() {
        return max;
    }
}
