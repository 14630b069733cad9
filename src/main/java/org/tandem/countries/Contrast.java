package org.tandem.countries;

/** How well a colour can be read on white, as WCAG 2 counts it. */
final class Contrast {

    static final double ENOUGH = 4.5;

    private Contrast() {}

    static double onWhite(String colour) {
        return 1.05 / (0.05 + 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5));
    }

    private static double part(String colour, int from) {
        double share = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
