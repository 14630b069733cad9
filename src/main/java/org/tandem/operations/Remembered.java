package org.tandem.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;

/** A figure that costs a query: asked for often, counted once in a while. */
@RequiredArgsConstructor
final class Remembered implements Supplier<Number> {

    private final Supplier<? extends Number> figure;
    private final Duration lasts;
    private final Clock clock;
    private Instant countAgainAt = Instant.MIN;
    private Number counted = 0;

    @Override
    public synchronized Number get() {
        Instant now = clock.instant();
        if (!now.isBefore(countAgainAt)) {
            counted = figure.get();
            countAgainAt = now.plus(lasts);
        }
        return counted;
    }
}
