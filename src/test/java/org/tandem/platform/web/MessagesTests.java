package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.tandem.platform.Words;

class MessagesTests {

    private final Speech speech =
            new Speech(new Messages(), new DefaultListableBeanFactory().getBeanProvider(SpokenArgument.class));

    @Test
    void speaksEveryLanguage() {
        Words words = Words.of("platform.foot.zone", "UTC");

        assertThat(speech.say(words, Locale.ENGLISH)).isEqualTo("Time zone: UTC");
        assertThat(speech.say(words, Locale.FRENCH)).isEqualTo("Fuseau horaire : UTC");
        assertThat(speech.say(words, Locale.GERMAN)).isEqualTo("Time zone: UTC");
    }

    @Test
    void translatesWordsInsideWords() {
        Words words = Words.of("platform.foot.zone", Words.of("platform.product"));

        assertThat(speech.say(words, Locale.FRENCH)).isEqualTo("Fuseau horaire : Tandem");
    }

    @Test
    void keepsTheKeyWhereATextIsMissing() {
        assertThat(speech.say(Words.of("platform.noSuchText"), Locale.FRENCH)).isEqualTo("platform.noSuchText");
    }

    @Test
    void accentsAndLengthensThePseudoLanguageButNotItsArguments() {
        assertThat(speech.say(Words.of("platform.foot.zone", "UTC"), Languages.ACCENTED))
                .isEqualTo("[Ţîɱé žöñé: UTC one]");
    }

    @Test
    void speaksEnglishInTheMirroredLanguage() {
        assertThat(speech.say(Words.of("platform.account.signOut"), Languages.MIRRORED))
                .isEqualTo("Sign out");
    }
}
