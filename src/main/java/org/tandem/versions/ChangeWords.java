package org.tandem.versions;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.models.difference.Change;
import org.tandem.platform.web.Translator;

/** Says a change in the reader's language. Expressions stay as they are; whom a step is offered to becomes words. */
@Component
@RequiredArgsConstructor
class ChangeWords {

    private static final Pattern GROUP = Pattern.compile("\\$\\{\\s*groups\\.(\\w+)\\([^}]*}");

    private final Translator translator;
    private final MessageSource messages;

    /** @param element id in the newer version, or in the older one when it is gone */
    record Line(Change change, String element, String sentence, List<String> details) {}

    Line line(Change change) {
        return new Line(
                change,
                change.after() == null ? String.valueOf(change.before()) : change.after(),
                translator.say(
                        "models.change." + change.kind(),
                        type(change.type()),
                        change.name(),
                        said(change, change.was()),
                        said(change, change.is())),
                change.details().stream()
                        .map(detail -> translator.say("models.question." + detail.what(), detail.label()))
                        .toList());
    }

    String type(String type) {
        return message("models.type." + type, type);
    }

    private String said(Change change, String text) {
        if (text.isBlank()) {
            return message("models.change.nothing", "–");
        }
        return switch (change.kind()) {
            case CANDIDATES_CHANGED -> groups(text);
            case TYPE_CHANGED -> type(text);
            case SETTINGS_CHANGED -> settings(text);
            case CONDITION_CHANGED -> text.equals("–") ? message("models.change.otherwise", text) : text;
            default -> text;
        };
    }

    /** What the house has words for; the engine's own names stay as they are in the diagram. */
    private String settings(String text) {
        return Stream.of(text.split("; "))
                .map(one -> message("models.change.setting." + one.replace(' ', '-'), one))
                .collect(Collectors.joining("; "));
    }

    private String groups(String expression) {
        Matcher found = GROUP.matcher(expression);
        String words = found.results()
                .map(group -> message("models.group." + group.group(1), group.group()))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? expression : words;
    }

    private String message(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()));
    }
}
