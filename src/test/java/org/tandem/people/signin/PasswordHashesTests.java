package org.tandem.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordHashesTests {

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(4);
    private final PasswordHashes hashes = new PasswordHashes(bcrypt);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caf\u00e9 sans \u00e9toiles", // letters with accents
                "cafe\u0301 sans e\u0301toiles", // letters and accents
                " caf\u00e9 sans \u00e9toiles\r\n", // copied with its line
                "\u200bcaf\u00e9\u00a0sans\u202f\u00e9toiles\ufeff", // copied from a page
                "\uff43\uff41\uff46\u00e9 sans \u00e9toiles" // full-width letters
            })
    void takesAPasswordHoweverItIsTyped(String typed) {
        assertThat(hashes.matches(typed, hashes.encode("caf\u00e9 sans \u00e9toiles")))
                .isTrue();
        assertThat(hashes.matches("caf\u00e9 sans \u00e9toiles", hashes.encode(typed)))
                .isTrue();
        assertThat(hashes.matches(typed, hashes.encode("cafe sans etoiles"))).isFalse();
    }

    @Test
    void stillTakesWhatWasHashedAsItCame() {
        assertThat(hashes.matches("cafe\u0301 ", bcrypt.encode("cafe\u0301 "))).isTrue();
        assertThat(hashes.matches("cafe\u0301", bcrypt.encode("cafe\u0301 "))).isFalse();
    }

    @Test
    void takesNoPasswordThatGoesOnWhereBcryptStopsLooking() {
        String longest = "\u1200".repeat(24);

        assertThat(hashes.matches(longest, hashes.encode(longest))).isTrue();
        assertThat(hashes.matches(longest + "x", hashes.encode(longest))).isFalse();
        assertThat(hashes.matches("x".repeat(100_000), hashes.encode(longest))).isFalse();
    }
}
