package io.customerroom.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Pictures that customers of the demo company sent: drawn, so that they show nobody, and without a letter, so that they need no font. */
public enum Drawn {
    /** A router on a shelf whose light is red. */
    ROUTER(Drawn::router),
    /** A card that a technician left behind at a closed door. */
    CARD(Drawn::card);

    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final Consumer<Graphics2D> brush;

    Drawn(Consumer<Graphics2D> brush) {
        this.brush = brush;
    }

    /** The picture as PNG. */
    public byte[] png() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            brush.accept(pen);
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void fill(Graphics2D pen, int rgb, int x, int y, int width, int height) {
        pen.setColor(new Color(rgb));
        pen.fillRoundRect(x, y, width, height, 16, 16);
    }

    private static void router(Graphics2D pen) {
        fill(pen, 0xd9d2c5, -20, -20, WIDTH + 40, HEIGHT + 40);
        fill(pen, 0x8a6a48, -20, 470, WIDTH + 40, 60);
        fill(pen, 0x6f5439, -20, 520, WIDTH + 40, 20);
        pen.setColor(new Color(0x2a2d31));
        pen.setStroke(new BasicStroke(16, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.drawLine(300, 330, 250, 140);
        pen.drawLine(660, 330, 710, 140);
        fill(pen, 0x34383d, 220, 320, 520, 150);
        fill(pen, 0x24272b, 240, 340, 480, 60);
        fill(pen, 0x4a4f55, 280, 425, 24, 24);
        fill(pen, 0x4a4f55, 330, 425, 24, 24);
        pen.setColor(new Color(0xf2b8ae));
        pen.fillOval(622, 405, 64, 64);
        pen.setColor(new Color(0xc8281e));
        pen.fillOval(636, 419, 36, 36);
        pen.setColor(new Color(0x1d1f22));
        pen.setStroke(new BasicStroke(10, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.drawArc(700, 380, 220, 180, 90, -120);
    }

    private static void card(Graphics2D pen) {
        fill(pen, 0x5d3b2a, -20, -20, WIDTH + 40, HEIGHT + 40);
        fill(pen, 0x6b4631, 60, -40, 380, 560);
        fill(pen, 0x6b4631, 520, -40, 380, 560);
        fill(pen, 0xc9a24a, 440, 250, 90, 26);
        pen.rotate(-0.07, 480, 420);
        fill(pen, 0xf7f4ec, 250, 300, 460, 260);
        fill(pen, 0x12436d, 250, 300, 460, 54);
        fill(pen, 0xb9b4a8, 290, 390, 300, 14);
        fill(pen, 0xb9b4a8, 290, 425, 360, 14);
        fill(pen, 0xb9b4a8, 290, 460, 240, 14);
        fill(pen, 0x000000, 290, 500, 180, 26);
    }
}
