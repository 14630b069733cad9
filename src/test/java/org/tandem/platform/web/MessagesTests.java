package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;

class MessagesTests {

    private final Translator translator =
            new Translator(new Messages(), new DefaultListableBeanFactory().getBeanProvider(ArgumentNaming.class));

    @Test
    void speaksEveryLanguage() {
        Message words = Message.of("platform.foot.zone", "UTC");

        assertThat(translator.say(words, Locale.ENGLISH)).isEqualTo("Time zone: UTC");
        assertThat(translator.say(words, Locale.FRENCH)).isEqualTo("Fuseau horaire\u202f: UTC");
        assertThat(translator.say(words, Locale.GERMAN)).isEqualTo("Time zone: UTC");
    }

    @Test
    void translatesWordsInsideWords() {
        Message words = Message.of("platform.foot.zone", Message.of("platform.product"));

        assertThat(translator.say(words, Locale.FRENCH)).isEqualTo("Fuseau horaire\u202f: Tandem");
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

    @Test
    void namesWhatASentenceMentionsByItsCodeAndLeavesTextAlone() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("agencies", new ArgumentNaming() {
            @Override
            public String kind() {
                return "agency";
            }

            @Override
            public String name(String code, Locale locale) {
                return "Agency " + code;
            }
        });
        Translator naming = new Translator(new Messages(), beans.getBeanProvider(ArgumentNaming.class));

        assertThat(naming.say(Message.of("platform.foot.zone", MessageArgument.agency("ILO")), Locale.ENGLISH))
                .isEqualTo("Time zone: Agency ILO");
        assertThat(naming.say(Message.of("platform.foot.zone", "agency:ILO"), Locale.ENGLISH))
                .isEqualTo("Time zone: agency:ILO");
        assertThat(naming.say(Message.of("platform.foot.zone", MessageArgument.of("nobody", "X")), Locale.ENGLISH))
                .isEqualTo("Time zone: X");
    }
}
