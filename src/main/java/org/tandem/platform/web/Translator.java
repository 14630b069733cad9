package org.tandem.platform.web;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;

/** Says a {@link Message} in the reader's language; in templates {@code ${@translator.say(words)}}. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class Translator {

    private final MessageSource messages;
    private final ObjectProvider<ArgumentNaming> namings;
    private volatile @Nullable Map<String, ArgumentNaming> kinds;

    public String say(Message words) {
        return say(words, LocaleContextHolder.getLocale());
    }

    public String say(Message words, Locale locale) {
        Object[] args = words.args().stream()
                .map(arg -> arg instanceof Message inner ? say(inner, locale) : named(arg, locale))
                .toArray();
        return Objects.requireNonNull(messages.getMessage(words.key(), args, words.key(), locale));
    }

    /** Turns an agency, a country and their like into the name the reader knows; leaves text and numbers alone. */
    private Object named(Object arg, Locale locale) {
        if (!(arg instanceof MessageArgument coded)) {
            return arg;
        }
        ArgumentNaming naming = byKind().get(coded.kind());
        return naming == null ? coded.code() : naming.name(coded.code(), locale);
    }

    /** The name alone. */
    public String name(MessageArgument argument) {
        return String.valueOf(named(argument, LocaleContextHolder.getLocale()));
    }

    /** The initials of an agency, in the reader's language. */
    public String agency(@Nullable String code) {
        return name(MessageArgument.agency(code));
    }

    public String agencies(Collection<String> codes) {
        return agency(String.join(", ", codes));
    }

    /** Asked for at the first sentence: some of them need what needs this class. */
    private Map<String, ArgumentNaming> byKind() {
        Map<String, ArgumentNaming> known = kinds;
        if (known == null) {
            known = namings.stream()
                    .collect(Collectors.toMap(ArgumentNaming::kind, Function.identity(), (first, other) -> first));
            kinds = known;
        }
        return known;
    }

    public String say(String key, Object... args) {
        return say(Message.of(key, args));
    }
}
