package org.tandem.platform.web;

/** Makes the accented pseudo-language: every letter accented, 40 % longer, in brackets; arguments stay as they are. */
class Pseudo {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ACCENTED = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
    private static final String FILLER = " one two three four five six seven eight nine ten eleven twelve";

    String accented(String pattern) {
        StringBuilder out = new StringBuilder("[");
        int depth = 0;
        int letters = 0;
        for (char letter : pattern.toCharArray()) {
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            int index = depth == 0 ? PLAIN.indexOf(letter) : -1;
            letters += index < 0 ? 0 : 1;
            out.append(index < 0 ? letter : ACCENTED.charAt(index));
        }
        int longer = Math.min(FILLER.length(), (int) Math.ceil(letters * 0.4));
        return out.append(FILLER, 0, longer).append(']').toString();
    }
}
