package org.tandem.dashboard;

/** How many full days ago a task came. */
enum Age {
    FRESH("0-2", 0, 2),
    WEEK("3-7", 3, 7),
    FORTNIGHT("8-14", 8, 14),
    MONTH("15-30", 15, 30),
    OLD("over-30", 31, Integer.MAX_VALUE);

    private final String word;
    private final int from;
    private final int to;

    Age(String word, int from, int to) {
        this.word = word;
        this.from = from;
        this.to = to;
    }

    String word() {
        return word;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }
}
