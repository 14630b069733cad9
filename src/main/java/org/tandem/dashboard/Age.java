package org.tandem.dashboard;

import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** How many full days ago a task came. */
@Getter
@RequiredArgsConstructor
enum Age {
    FRESH("0-2", 0, 2),
    WEEK("3-7", 3, 7),
    FORTNIGHT("8-14", 8, 14),
    MONTH("15-30", 15, 30),
    OLD("over-30", 31, Integer.MAX_VALUE);

    private final String word;
    private final int from;
    private final int to;
}
