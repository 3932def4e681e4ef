package io.customerroom.demo;

/** How a customer came and where they buy. */
enum Channel {
    SHOP,
    WEB,
    PHONE;

    static final double[] WEIGHTS = {0.45, 0.35, 0.20};

    String label() {
        return switch (this) {
            case SHOP -> "shop";
            case WEB -> "web";
            case PHONE -> "phone";
        };
    }
}
