package io.customerroom.web.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Locale;
import java.util.Scanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an SVG path: move, line, curve, arc and close, absolute or relative. */
final class Outline {

    private static final Pattern TOKEN = Pattern.compile("[a-zA-Z]|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private final Matcher tokens;
    private String next;
    private Point2D at = new Point2D.Double();

    private Outline(String data) {
        this.tokens = TOKEN.matcher(data);
        this.next = token();
    }

    static Path2D of(String data) {
        Outline outline = new Outline(data);
        outline.read();
        return outline.path;
    }

    private void read() {
        char command = 'M';
        while (!next.isEmpty()) {
            if (Character.isLetter(next.charAt(0))) {
                command = next.charAt(0);
                next = token();
            }
            step(command);
            command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
        }
    }

    private void step(char command) {
        boolean relative = Character.isLowerCase(command);
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                to(point(relative));
                path.moveTo(at.getX(), at.getY());
            }
            case 'L' -> {
                to(point(relative));
                path.lineTo(at.getX(), at.getY());
            }
            case 'H' -> {
                to(new Point2D.Double(number() + (relative ? at.getX() : 0), at.getY()));
                path.lineTo(at.getX(), at.getY());
            }
            case 'V' -> {
                to(new Point2D.Double(at.getX(), number() + (relative ? at.getY() : 0)));
                path.lineTo(at.getX(), at.getY());
            }
            case 'C' -> {
                Point2D first = point(relative);
                Point2D second = point(relative);
                to(point(relative));
                path.curveTo(first.getX(), first.getY(), second.getX(), second.getY(), at.getX(), at.getY());
            }
            case 'Q' -> {
                Point2D control = point(relative);
                to(point(relative));
                path.quadTo(control.getX(), control.getY(), at.getX(), at.getY());
            }
            case 'A' -> arc(relative);
            case 'Z' -> {
                path.closePath();
                at = path.getCurrentPoint();
            }
            default -> throw new IllegalArgumentException("a path must not have the command " + command);
        }
    }

    /** From the end points to the centre: SVG 1.1, appendix F.6.5. Turned ellipses do not occur in our charts. */
    private void arc(boolean relative) {
        double rx = Math.abs(number());
        double ry = Math.abs(number());
        if (number() != 0 && rx != ry) {
            throw new IllegalArgumentException("a path must not have a turned ellipse");
        }
        boolean large = number() != 0;
        boolean sweep = number() != 0;
        Point2D from = at;
        Point2D end = point(relative);
        to(end);
        if (rx == 0 || ry == 0) {
            path.lineTo(end.getX(), end.getY());
            return;
        }
        double x = (from.getX() - end.getX()) / 2;
        double y = (from.getY() - end.getY()) / 2;
        double fit = x * x / (rx * rx) + y * y / (ry * ry);
        double grown = Math.max(1, Math.sqrt(fit));
        double a = rx * grown;
        double b = ry * grown;
        double part = Math.max(0, 1 / (x * x / (a * a) + y * y / (b * b)) - 1);
        double root = (large == sweep ? -1 : 1) * Math.sqrt(part);
        double cx = root * a * y / b + (from.getX() + end.getX()) / 2;
        double cy = -root * b * x / a + (from.getY() + end.getY()) / 2;
        double start = Math.toDegrees(Math.atan2((from.getY() - cy) / b, (from.getX() - cx) / a));
        double stop = Math.toDegrees(Math.atan2((end.getY() - cy) / b, (end.getX() - cx) / a));
        double turn = stop - start;
        turn = sweep && turn < 0 ? turn + 360 : !sweep && turn > 0 ? turn - 360 : turn;
        path.append(new Arc2D.Double(cx - a, cy - b, 2 * a, 2 * b, -start, -turn, Arc2D.OPEN), true);
    }

    private Point2D point(boolean relative) {
        double x = number();
        double y = number();
        return new Point2D.Double(x + (relative ? at.getX() : 0), y + (relative ? at.getY() : 0));
    }

    private void to(Point2D point) {
        at = point;
    }

    private double number() {
        double number = Double.parseDouble(next);
        next = token();
        return number;
    }

    private String token() {
        return tokens.find() ? tokens.group() : "";
    }

    /** {@code translate(1 2)}, {@code matrix(…)}, {@code rotate(…)} and {@code scale(…)}, one after the other. */
    static AffineTransform transform(String written) {
        AffineTransform all = new AffineTransform();
        Matcher parts = Pattern.compile("(\\w+)\\(([^)]*)\\)").matcher(written);
        while (parts.find()) {
            double[] n = numbers(parts.group(2));
            switch (parts.group(1)) {
                case "translate" -> all.translate(n[0], n.length > 1 ? n[1] : 0);
                case "scale" -> all.scale(n[0], n.length > 1 ? n[1] : n[0]);
                case "rotate" -> {
                    if (n.length > 2) {
                        all.rotate(Math.toRadians(n[0]), n[1], n[2]);
                    } else {
                        all.rotate(Math.toRadians(n[0]));
                    }
                }
                case "matrix" -> all.concatenate(new AffineTransform(n));
                default -> throw new IllegalArgumentException("a mark must not be moved by " + parts.group(1));
            }
        }
        return all;
    }

    static double[] numbers(String written) {
        try (Scanner scanner =
                new Scanner(written.strip()).useDelimiter("[ ,]+").useLocale(Locale.ROOT)) {
            return scanner.tokens()
                    .filter(part -> !part.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }
}
