package org.tandem.platform.engine;

import java.time.LocalTime;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param historyTimeToLive how long the engine keeps the history of an ended process; our own history stays
 * @param cleanupWindowStart when the nightly clean-up may begin
 * @param cleanupWindowEnd when it must have ended
 * @param tryFailedJobsAgainAfter how long to wait before each further try of a failed job, e.g. PT1M,PT10M,PT1H; then it gives up
 */
@ConfigurationProperties("tandem.engine")
record EngineProperties(
        Period historyTimeToLive,
        LocalTime cleanupWindowStart,
        LocalTime cleanupWindowEnd,
        String tryFailedJobsAgainAfter) {}
