package io.customerroom.room.artefacts;

import io.customerroom.kernel.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rectangle that is blackened, in pixels of the picture as it is seen upright, from its upper left corner.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record BlackBox(int x, int y, int width, int height) {

    private static final int MOST = 200;
    private static final Pattern NUMBERS = Pattern.compile(
            "(\\d{1,5})\\s*[,; ]\\s*(\\d{1,5})\\s*[,; ]\\s*([1-9]\\d{0,4})\\s*[,; ]\\s*([1-9]\\d{0,4})");

    /** One rectangle per line: {@code 120, 80, 300, 40}. Refused: a line that is no rectangle. */
    public static List<BlackBox> parse(String typed) {
        List<BlackBox> boxes = new ArrayList<>();
        for (String line :
                typed.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            Matcher numbers = NUMBERS.matcher(line);
            if (!numbers.matches() || boxes.size() == MOST) {
                throw Failure.yours(
                        "BOX_MALFORMED",
                        "Line %d of the rectangles is not one.".formatted(boxes.size() + 1),
                        "Write left, top, width and height in pixels, at most %d lines: 120, 80, 300, 40."
                                .formatted(MOST));
            }
            boxes.add(new BlackBox(
                    Integer.parseInt(numbers.group(1)),
                    Integer.parseInt(numbers.group(2)),
                    Integer.parseInt(numbers.group(3)),
                    Integer.parseInt(numbers.group(4))));
        }
        return List.copyOf(boxes);
    }
}
