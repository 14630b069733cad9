package org.tandem.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottlePolicyTests {

    @Test
    void doublesThePauseUpToALimit() {
        assertThat(ThrottlePolicy.pauseAfter(0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(ThrottlePolicy.pauseAfter(1)).isEqualTo(Duration.ofMinutes(2));
        assertThat(ThrottlePolicy.pauseAfter(3)).isEqualTo(Duration.ofMinutes(8));
        assertThat(ThrottlePolicy.pauseAfter(1_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void leavesATryToEveryAddressEvenUnderAttack() {
        assertThat(ThrottlePolicy.UNDER_ATTACK.failures()).isGreaterThan(1);
    }
}
