package org.tandem.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessTests {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:fffe",
        "fe80::1%eth0, fe80::2",
        "::ffff:192.0.2.1, 192.0.2.1",
    })
    void countsOneNetworkAsOneAddress(String one, String other) {
        assertThat(Guess.from(one, "admin")).isEqualTo(Guess.from(other, "admin"));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:db8:1:3::1", "192.0.2.1, 192.0.2.2", "::ffff:192.0.2.1, ::ffff:192.0.2.2"})
    void tellsNeighboursApart(String one, String other) {
        assertThat(Guess.from(one, "admin").paused())
                .doesNotContainAnyElementsOf(Guess.from(other, "admin").paused());
    }

    @Test
    void looksNoAddressUpAsAName() {
        assertThat(Guess.from("not.an.address.invalid", "admin").paused()).hasSize(2);
        assertThat(Guess.from("g::not-an-address", "admin").paused()).hasSize(2);
        assertThat(Guess.from("::::", "admin").paused()).hasSize(2);
    }

    @Test
    void countsAKnownBrowserByItselfAndForTheAccountOnly() {
        Guess known = Guess.fromKnownBrowser("token", "admin");

        assertThat(known.paused()).hasSize(1);
        assertThat(known).isNotEqualTo(Guess.fromKnownBrowser("token", "observer"));
        assertThat(known).isNotEqualTo(Guess.fromKnownBrowser("another", "admin"));
    }
}
