package org.tandem.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.tandem.platform.edge.ClientRefused.Reason;

/** How long may a client keep a thread? */
class WaitingTests {

    private static final ClientLimits LIMITS = new ClientLimits(
            DataSize.ofMegabytes(11),
            DataSize.ofMegabytes(3),
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(20),
            2,
            1,
            Duration.ofMillis(300),
            Duration.ofSeconds(10),
            DataSize.ofKilobytes(1),
            Duration.ofSeconds(20));

    private final WaitingPlaces places = new WaitingPlaces(LIMITS.waiting(), LIMITS.waitingForOneAddress());
    private long now;

    @Test
    void readyBytesNeedNoPlace() throws IOException {
        places.take("10.0.0.1");

        assertThat(client("10.0.0.1").until(() -> 100)).isEqualTo(100);
    }

    @Test
    void aPlaceIsGivenBackWithTheBytes() throws IOException {
        client("10.0.0.1").until(after(Duration.ofSeconds(1), 100));

        assertThat(places.take("10.0.0.1")).isTrue();
    }

    @Test
    void withoutAPlaceBytesMayStillComeForAMoment() throws IOException {
        places.take("10.0.0.1");

        assertThat(client("10.0.0.1").until(after(Duration.ofMillis(100), 100))).isEqualTo(100);
        refuses(Reason.TOO_MANY_WAIT, client("10.0.0.1"), after(Duration.ofSeconds(1), 100));
    }

    @Test
    void oneAddressDoesNotTakeThePlacesOfAnother() throws IOException {
        places.take("10.0.0.1");

        assertThat(client("10.0.0.2").until(after(Duration.ofSeconds(1), 100))).isEqualTo(100);
    }

    @Test
    void allAddressesTogetherTakeNoMoreThanThereAre() {
        places.take("10.0.0.1");
        places.take("10.0.0.2");

        refuses(Reason.TOO_MANY_WAIT, client("10.0.0.3"), after(Duration.ofSeconds(1), 100));
    }

    @Test
    void manyShortWaitsWithoutAPlaceCountAsOne() {
        places.take("10.0.0.1");
        Waiting dawdler = client("10.0.0.1");

        refuses(Reason.TOO_MANY_WAIT, dawdler, () -> {
            for (int i = 0; i < 10; i++) {
                dawdler.until(after(Duration.ofMillis(50), 1));
            }
            return 1;
        });
    }

    @Test
    void aByteNowAndThenIsTooSlowOnceTheGraceIsOver() {
        Waiting dawdler = client("10.0.0.1");

        refuses(Reason.TOO_SLOW, dawdler, () -> {
            for (int i = 0; i < 3; i++) {
                dawdler.until(after(Duration.ofSeconds(8), 1));
            }
            return 1;
        });
        assertThat(Duration.ofNanos(now)).isLessThan(Duration.ofSeconds(11));
    }

    @Test
    void aSlowLineThatKeepsThePaceMayTakeItsTime() throws IOException {
        Waiting slow = client("10.0.0.1");

        for (int second = 0; second < 60; second++) {
            slow.until(after(Duration.ofSeconds(1), 1500));
        }
        assertThat(Duration.ofNanos(now)).isGreaterThan(Duration.ofSeconds(59));
    }

    @Test
    void whatWasFastAtFirstMayNotDawdleLater() throws IOException {
        Waiting dawdler = client("10.0.0.1");
        dawdler.until(() -> 1_000_000);

        refuses(Reason.TOO_SLOW, dawdler, () -> {
            for (int i = 0; i < 6; i++) {
                dawdler.until(after(Duration.ofSeconds(8), 1));
            }
            return 1;
        });
        assertThat(Duration.ofNanos(now)).isLessThan(Duration.ofSeconds(35));
    }

    @Test
    void whatWasFastAtFirstMayNotStayAway() throws IOException {
        Waiting gone = client("10.0.0.1");
        gone.until(() -> 1_000_000);

        refuses(Reason.TOO_SLOW, gone, after(Duration.ofSeconds(60), 1));
    }

    private Waiting client(String address) {
        return new Waiting(LIMITS, places, () -> address, () -> now, pause -> now += pause);
    }

    private Waiting.Attempt after(Duration wait, int bytes) {
        long[] ready = {-1};
        return () -> {
            ready[0] = ready[0] < 0 ? now + wait.toNanos() : ready[0];
            return now < ready[0] ? 0 : bytes;
        };
    }

    private static void refuses(Reason reason, Waiting client, Waiting.Attempt attempt) {
        assertThatExceptionOfType(ClientRefused.class)
                .isThrownBy(() -> client.until(attempt))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
