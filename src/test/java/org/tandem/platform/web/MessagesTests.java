package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.tandem.platform.Message;

class MessagesTests {

    private final Translator translator =
            new Translator(new Messages(), new DefaultListableBeanFactory().getBeanProvider(MessageArgument.class));

    @Test
    void speaksEveryLanguage() {
        Message words = Message.of("platform.foot.zone", "UTC");

        assertThat(translator.say(words, Locale.ENGLISH)).isEqualTo("Time zone: UTC");
        assertThat(translator.say(words, Locale.FRENCH)).isEqualTo("Fuseau horaire : UTC");
        assertThat(translator.say(words, Locale.GERMAN)).isEqualTo("Time zone: UTC");
    }

    @Test
    void translatesWordsInsideWords() {
        Message words = Message.of("platform.foot.zone", Message.of("platform.product"));

        assertThat(translator.say(words, Locale.FRENCH)).isEqualTo("Fuseau horaire : Tandem");
    }

    @Test
    void keepsTheKeyWhereATextIsMissing() {
        assertThat(translator.say(Message.of("platform.noSuchText"), Locale.FRENCH))
                .isEqualTo("platform.noSuchText");
    }

    @Test
    void accentsAndLengthensThePseudoLanguageButNotItsArguments() {
        assertThat(translator.say(Message.of("platform.foot.zone", "UTC"), Languages.ACCENTED))
                .isEqualTo("[Ţîɱé žöñé: UTC one]");
    }

    @Test
    void speaksEnglishInTheMirroredLanguage() {
        assertThat(translator.say(Message.of("platform.account.signOut"), Languages.MIRRORED))
                .isEqualTo("Sign out");
    }
}
