package org.tandem.tasks.forms;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.tandem.platform.Message;

/** Says words in the reader's language; the form file's own English stands in for a missing message. */
record FormTranslator(MessageSource messages, Locale locale) {

    String say(String key, String otherwise) {
        String said = otherwise.isEmpty() ? "" : messages.getMessage(key, null, null, locale);
        return said == null ? otherwise : said;
    }

    /** What the caller supplies has its words already; what the file lists has a message. */
    String say(FormDefinition form, FormField field, Option option) {
        return field.valuesKey() == null
                ? say(FormMessages.option(form, field, option.value()), option.label())
                : option.label();
    }

    String say(Message words) {
        Object[] args = words.args().stream()
                .map(arg -> arg instanceof Message inner ? say(inner) : arg)
                .toArray();
        String said = messages.getMessage(words.key(), args, null, locale);
        return said == null ? words.key() : said;
    }
}
