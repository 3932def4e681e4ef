package io.customerroom.web.charts;

import io.customerroom.walls.exhibit.Chart.Tone;

/**
 * The colours of a picture. An option names the light theme's value; on a page the value becomes the stylesheet's variable, so that
 * one picture serves both themes, print and forced colours.
 */
enum Paint {
    INK("#1b1f24", "--ink"),
    SOFT("#565d66", "--soft"),
    GRID("#dcdedf", "--line"),
    PAPER("#ffffff", "--paper"),
    ORDINARY("#7a8089", "--ordinary"),
    IMPROVING("#0b6fb8", "--improving"),
    CONCERNING("#c2540a", "--concerning"),
    FIRST("#12436d", "--category-1"),
    SECOND("#1f7f78", "--category-2"),
    THIRD("#801650", "--category-3"),
    FOURTH("#b4530f", "--category-4");

    private final String light;
    private final String variable;

    Paint(String light, String variable) {
        this.light = light;
        this.variable = variable;
    }

    String light() {
        return light;
    }

    String variable() {
        return "var(" + variable + ")";
    }

    static Paint of(Tone tone) {
        return switch (tone) {
            case ORDINARY -> ORDINARY;
            case IMPROVING -> IMPROVING;
            case CONCERNING -> CONCERNING;
            case FIRST -> FIRST;
            case SECOND -> SECOND;
            case THIRD -> THIRD;
            case FOURTH -> FOURTH;
        };
    }
}
