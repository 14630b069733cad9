package org.tandem.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottlePolicyTests {

    @Test
    void letsAPersonMistypeAFewTimes() {
        assertThat(ThrottlePolicy.PER_NAME.waitAfter(4)).isZero();
    }

    @Test
    void doublesTheWaitUpToALimit() {
        assertThat(ThrottlePolicy.PER_NAME.waitAfter(5)).isEqualTo(Duration.ofSeconds(30));
        assertThat(ThrottlePolicy.PER_NAME.waitAfter(6)).isEqualTo(Duration.ofMinutes(1));
        assertThat(ThrottlePolicy.PER_NAME.waitAfter(7)).isEqualTo(Duration.ofMinutes(2));
        assertThat(ThrottlePolicy.PER_NAME.waitAfter(1_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void countsOnWhileSomebodyIsWaiting() {
        assertThat(ThrottlePolicy.PER_NAME.forgetAfter()).isGreaterThan(ThrottlePolicy.PER_NAME.longest());
        assertThat(ThrottlePolicy.PER_ADDRESS.forgetAfter()).isGreaterThan(ThrottlePolicy.PER_ADDRESS.longest());
    }
}
