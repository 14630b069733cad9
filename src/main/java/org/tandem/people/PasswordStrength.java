package org.tandem.people;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.tandem.countries.Agencies;
import org.tandem.countries.Agency;
import org.tandem.platform.Refused;

/**
 * How many guesses a new password withstands, of somebody who knows the usual passwords and words, and the person: names,
 * address, agencies and Tandem itself count for nothing.
 */
@Component
class PasswordStrength {

    private static final int SHORTEST_WORD = 3;
    private static final String OWN = "OWN";

    /** What the library calls the words it is given with the password. */
    private static final String GIVEN_WORDS = "user_inputs";

    private final Agencies agencies;
    private final double leastGuesses;
    private final Supplier<Zxcvbn> estimate = SingletonSupplier.of(Zxcvbn::new); // reads its word lists when needed

    PasswordStrength(Agencies agencies, @Value("${tandem.passwords.least-guesses:1E8}") double leastGuesses) {
        this.agencies = agencies;
        this.leastGuesses = leastGuesses;
    }

    void require(NewPassword password, Person person) {
        String text = password.text().toLowerCase(Locale.ROOT);
        List<String> known = wordsOf(person);
        Strength whole = estimate.get().measure(text, known);
        if (guesses(whole) < leastGuesses) {
            throw refused(reason(whole));
        }
        String rest = known.stream().reduce(text, (left, word) -> left.replace(word, ""));
        if (!rest.equals(text) && guesses(estimate.get().measure(rest, known)) < leastGuesses) {
            throw refused(OWN);
        }
    }

    private static Refused refused(String reason) {
        return Refused.invalid("password", "people.refused.passwordEasy." + reason);
    }

    /** The longest first, so that no part of one is left over. */
    private List<String> wordsOf(Person person) {
        Stream<String> texts = Stream.concat(
                agencies.all().stream().map(Agency::code),
                Stream.concat(Stream.of("tandem"), person.ownTexts().stream()));
        return texts.map(text -> text.toLowerCase(Locale.ROOT))
                .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split("[^\\p{L}\\p{N}]+"))))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /**
     * What each part takes, in every order of the parts. The library's own sum adds much for a guesser who does not know
     * how many parts there are, and lets {@code Password2026!} through.
     */
    private static double guesses(Strength strength) {
        double guesses = 1;
        int parts = 0;
        for (Match part : strength.getSequence()) {
            guesses *= Math.max(1, part.guesses) * ++parts;
        }
        return guesses;
    }

    private static String reason(Strength strength) {
        return strength.getSequence().stream()
                .filter(part -> part.pattern != Pattern.Bruteforce)
                .max(Comparator.comparingInt(Match::tokenLength))
                .map(part -> GIVEN_WORDS.equals(part.dictionaryName)
                        ? OWN
                        : part.pattern.name().toUpperCase(Locale.ROOT))
                .orElse("EASY");
    }
}
