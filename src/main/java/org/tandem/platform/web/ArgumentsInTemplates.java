package org.tandem.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.platform.MessageArgument;

/** Makes a {@link MessageArgument} in a template: {@code ${@translator.say('support.by', @argument.person(id))}}. */
@Component("argument")
public class ArgumentsInTemplates {

    public MessageArgument of(String kind, @Nullable Object code) {
        return MessageArgument.of(kind, code);
    }

    public MessageArgument agency(@Nullable String code) {
        return MessageArgument.agency(code);
    }

    public MessageArgument country(String iso3) {
        return MessageArgument.country(iso3);
    }

    public MessageArgument caseOf(String id) {
        return MessageArgument.of("case", id);
    }

    public MessageArgument area(String areaKey) {
        return MessageArgument.area(areaKey);
    }

    public MessageArgument group(String group) {
        return MessageArgument.group(group);
    }

    public MessageArgument person(@Nullable Object id) {
        return MessageArgument.person(id);
    }

    public MessageArgument time(@Nullable Object instant) {
        return MessageArgument.time(instant);
    }
}
