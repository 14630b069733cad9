package org.tandem.platform.web;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.platform.Words;

/** Speaks {@link Words} in the reader's language; in templates {@code ${@speech.say(words)}}. */
public class Speech {

    private final MessageSource messages;

    Speech(MessageSource messages) {
        this.messages = messages;
    }

    public String say(Words words) {
        return say(words, LocaleContextHolder.getLocale());
    }

    public String say(Words words, Locale locale) {
        Object[] args = words.args().stream()
                .map(arg -> arg instanceof Words inner ? say(inner, locale) : arg)
                .toArray();
        return Objects.requireNonNull(messages.getMessage(words.key(), args, words.key(), locale));
    }

    public String say(String key, Object... args) {
        return say(Words.of(key, args));
    }
}
