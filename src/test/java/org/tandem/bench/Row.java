package org.tandem.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured line.
 *
 * @param benchmark what was measured, the part first: {@code completion: vetCountry}
 * @param size of what it was measured on, such as {@code 10,000 open tasks}
 * @param theirs the same with the bare engine; null where there is nothing to compare with
 * @param unit of ours and theirs
 * @param spread how far the single measurements lie apart, in words
 */
record Row(
        String benchmark,
        String size,
        double ours,
        @Nullable Double theirs,
        String unit,
        String spread) {

    /** Ours ÷ theirs: below 1 ours is the smaller one. */
    @Nullable
    Double ratio() {
        return theirs == null || theirs == 0 ? null : ours / theirs;
    }
}
