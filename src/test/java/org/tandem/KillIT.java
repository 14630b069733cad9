package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed in the middle of its work, again and again. What was acknowledged is there once; what was not is there whole or not
 * at all; inbox and engine agree. At full scale 20 kills with at least 200 answers each ({@code -Dtandem.scale=1}).
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class KillIT {

    private static final double SCALE = Double.parseDouble(System.getProperty("tandem.scale", "0.05"));
    private static final int KILLS = Math.max(1, (int) Math.round(20 * SCALE));
    private static final int ANSWERS = Math.max(40, (int) Math.round(200 * SCALE));
    private static final int AT_ONCE = 6;

    @TempDir
    Path data;

    private final Random random = new Random(20_261_121);
    private final AnswersUnderFire work = new AnswersUnderFire();

    @Test
    void keepsEveryAcknowledgedDecisionOnceHoweverOftenItIsKilled() throws Exception {
        RunningApplication application = start();
        for (int kill = 1; kill <= KILLS; kill++) {
            work.provide(Remote.of(application), ANSWERS * 2);
            answerUntilKilled(application);
            application = start();
            assertThat(application.log()).as("start after kill %d", kill).contains("Adopted the PostgreSQL server");
            AnswersUnderFire.inboxAndEngineAgree(Remote.of(application));
            work.sendAgainWhatWasNotAcknowledged(Remote.of(application));
        }
        work.settle(Remote.of(application));
        System.out.printf("Kills: %d, %s%n", KILLS, work.words());
        application.stop();
    }

    private RunningApplication start() {
        return RunningApplication.start(data, RunningApplication.freePort(), Map.of("tandem.demo", true))
                .awaitReady();
    }

    private void answerUntilKilled(RunningApplication application) throws Exception {
        int enough = ANSWERS + random.nextInt(ANSWERS / 4);
        try (AnswersUnderFire.Shift shift = work.new Shift(AT_ONCE, List.of(Remote.of(application)))) {
            shift.await(enough);
            application.kill9();
        }
    }
}
