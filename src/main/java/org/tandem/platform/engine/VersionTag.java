package org.tandem.platform.engine;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** A version tag such as <code>1.4.2</code>, compared number by number. */
record VersionTag(String value) implements Comparable<VersionTag> {

    static final VersionTag NONE = new VersionTag("0");

    @Override
    public int compareTo(VersionTag other) {
        List<BigInteger> mine = numbers();
        List<BigInteger> theirs = other.numbers();
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            int difference = at(mine, i).compareTo(at(theirs, i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private List<BigInteger> numbers() {
        return Arrays.stream(value.split("\\D+"))
                .filter(digits -> !digits.isEmpty())
                .map(BigInteger::new)
                .toList();
    }

    private static BigInteger at(List<BigInteger> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }
}
