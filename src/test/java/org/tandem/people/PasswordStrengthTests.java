package org.tandem.people;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.countries.CountriesMother;
import org.tandem.platform.Refused;

class PasswordStrengthTests {

    private static final PasswordStrength STRENGTH = new PasswordStrength(CountriesMother.agencies(), 1E8);

    private final Person amina = new Person(
            PersonId.fresh(),
            SignInName.main("amina.keita"),
            new PersonDetails("Amina Keita, Dakar office", "a.keita@bureau.example.org"),
            null,
            Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({
        "1234567890, DICTIONARY",
        "0987654321, DICTIONARY",
        "abcdefghijkl, SEQUENCE",
        "aaaaaaaaaaaa, SEQUENCE",
        "abcabcabcabc, REPEAT",
        "qwertyuiop, DICTIONARY",
        "azertyuiop, DICTIONARY",
        "password123, DICTIONARY",
        "Password2026!, DICTIONARY",
        "P@ssw0rd1234, DICTIONARY",
        "motdepasse1, DICTIONARY",
        "administrator, DICTIONARY",
        "letmein12345, DICTIONARY",
        "iloveyou2026, DICTIONARY",
        "tandemtandem, REPEAT",
        "Tandem-2026!, OWN",
        "UNDP-ILO-2026, OWN",
        "amina.keita1, OWN",
        "AminaKeita2026, OWN",
        "a.keita@bureau.example.org, OWN",
        "Dakar office 1, OWN",
        "2026-11-30-2026, DATE",
    })
    void refusesWhatIsGuessedFirstAndSaysWhy(String password, String why) {
        assertThatThrownBy(() -> require(password))
                .isInstanceOf(Refused.class)
                .hasMessage("people.refused.passwordEasy." + why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "four words no sense",
                "mots sans suite",
                "quatre mots sans suite",
                "x7Kq9mPw2r",
                "trottoir-girafe-lundi",
                "my tandem bicycle is violet",
                "philosophers in kilograms",
                "\u0432\u0435\u043b\u043e\u0441\u0438\u043f\u0435\u0434 \u0438 \u043a\u043e\u0442",
                "\u81ea\u884c\u8eca\u3068\u7d2b\u967d\u82b1\u306e\u5e83\u5834\u3067",
            })
    void takesWhatOthersDoNotThinkOf(String password) {
        assertThatCode(() -> require(password)).doesNotThrowAnyException();
    }

    @Test
    void isAskedForAsMuchAsTheOperatorWants() {
        PasswordStrength lenient = new PasswordStrength(CountriesMother.agencies(), 1);

        assertThatCode(() -> lenient.require(NewPassword.of("1234567890", "1234567890"), amina))
                .doesNotThrowAnyException();
    }

    private void require(String password) {
        STRENGTH.require(NewPassword.of(password, password), amina);
    }
}
