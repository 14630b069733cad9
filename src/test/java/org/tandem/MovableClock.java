package org.tandem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/** A clock that tests move: application and engine together. It runs with real time until it is stopped or moved. */
public class MovableClock extends Clock {

    private volatile @Nullable Instant stoppedAt;
    private volatile Duration ahead = Duration.ZERO;

    /** Time stands still at this moment until it is moved again. */
    public void stopAt(Instant moment) {
        stoppedAt = moment;
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    public void advance(Duration by) {
        Instant stopped = stoppedAt;
        if (stopped != null) {
            stopAt(stopped.plus(by));
        } else {
            ahead = ahead.plus(by);
            ClockUtil.offset(ahead.toMillis());
        }
    }

    /** Back to real time. */
    public void reset() {
        stoppedAt = null;
        ahead = Duration.ZERO;
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        Instant stopped = stoppedAt;
        return stopped != null ? stopped : Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : Clock.fixed(instant(), zone);
    }
}
