package org.tandem.platform.web;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.platform.Message;

/** Says a {@link Message} in the reader's language; in templates {@code ${@translator.say(words)}}. */
public class Translator {

    private final MessageSource messages;
    private final ObjectProvider<MessageArgument> spoken;
    private volatile @Nullable Map<String, MessageArgument> kinds;

    Translator(MessageSource messages, ObjectProvider<MessageArgument> spoken) {
        this.messages = messages;
        this.spoken = spoken;
    }

    public String say(Message words) {
        return say(words, LocaleContextHolder.getLocale());
    }

    public String say(Message words, Locale locale) {
        Object[] args = words.args().stream()
                .map(arg -> arg instanceof Message inner ? say(inner, locale) : named(arg, locale))
                .toArray();
        return Objects.requireNonNull(messages.getMessage(words.key(), args, words.key(), locale));
    }

    /** Turns {@code agency:ILO} and its like into the name the reader knows; leaves everything else alone. */
    private Object named(Object arg, Locale locale) {
        if (!(arg instanceof String text)) {
            return arg;
        }
        int colon = text.indexOf(':');
        if (colon <= 0) {
            return arg;
        }
        MessageArgument kind = byPrefix().get(text.substring(0, colon));
        return kind == null ? arg : kind.name(text.substring(colon + 1), locale);
    }

    /** Asked for at the first sentence: some of them need what needs this class. */
    private Map<String, MessageArgument> byPrefix() {
        Map<String, MessageArgument> known = kinds;
        if (known == null) {
            known = spoken.stream()
                    .collect(Collectors.toMap(MessageArgument::prefix, Function.identity(), (first, other) -> first));
            kinds = known;
        }
        return known;
    }

    public String say(String key, Object... args) {
        return say(Message.of(key, args));
    }
}
