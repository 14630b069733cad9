package org.tandem.tasks.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.tandem.platform.TextRules;

/**
 * The rows of a list in what was sent. The answers of a row are named {@code budget.3.amount}; the list itself has the
 * numbers of its rows in their order, so that a row keeps its number when another one goes.
 */
@RequiredArgsConstructor
final class FormRows {

    /** List, number of the row, name within the row. */
    static final Pattern NAME = Pattern.compile("([A-Za-z][\\w.]*?)\\.([0-9]{1,4})\\.(.+)");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern PRESS =
            Pattern.compile("(add|remove):([A-Za-z][A-Za-z_0-9]*+(?:\\.[A-Za-z]\\w*+)*+)(?:\\.([0-9]{1,4}))?");

    private final FormField list;
    private final FormInput input;

    /** Numbers of the rows to show: those that were sent, or as many as the file begins with. */
    List<String> shown() {
        return input.names().contains(list.name()) || !named().isEmpty()
                ? sent()
                : IntStream.range(0, list.rules().rows().begin())
                        .mapToObj(String::valueOf)
                        .toList();
    }

    /** Numbers of the rows in which something was filled in. */
    List<String> filled() {
        return sent().stream()
                .filter(row -> list.row(row).stream()
                        .flatMap(FormField::all)
                        .anyMatch(field -> input.get(field.name()).stream().anyMatch(text -> !TextRules.isEmpty(text))))
                .toList();
    }

    private List<String> sent() {
        List<String> sent = input.names().contains(list.name()) ? input.get(list.name()) : named();
        return sent.stream()
                .filter(row -> NUMBER.matcher(row).matches())
                .distinct()
                .toList();
    }

    private List<String> named() {
        return input.names().stream()
                .map(NAME::matcher)
                .filter(name -> name.matches() && name.group(1).equals(list.name()))
                .map(name -> name.group(2))
                .distinct()
                .toList();
    }

    /** The name within the row; a name outside of all rows as it is. */
    static String within(String name) {
        Matcher row = NAME.matcher(name);
        return row.matches() ? row.group(3) : name;
    }

    /** What stands before the names of a row, {@code budget.3.}; nothing outside of all rows. */
    static String before(String name) {
        return name.substring(0, name.length() - within(name).length());
    }

    static String anchor(String press) {
        Matcher button = PRESS.matcher(press);
        return button.matches() ? "#" + button.group(2).replace('.', '-') : "";
    }

    /** What a button that adds or removes a row makes of what was typed; nothing else is lost. */
    static FormInput pressed(FormDefinition form, FormInput typed, String press) {
        Matcher button = PRESS.matcher(press);
        if (!button.matches()) {
            return typed;
        }
        return form.list(button.group(2))
                .map(list -> {
                    List<String> rows = new ArrayList<>(new FormRows(list, typed).shown());
                    Map<String, List<String>> kept = new LinkedHashMap<>(typed.asMap());
                    if (button.group(1).equals("remove")) {
                        rows.remove(button.group(3));
                        kept.keySet().removeIf(name -> name.startsWith(list.name() + "." + button.group(3) + "."));
                    } else if (rows.size() < list.rules().rows().most()) {
                        rows.add(String.valueOf(
                                rows.stream().mapToInt(Integer::parseInt).max().orElse(-1) + 1));
                    }
                    kept.put(
                            list.name(),
                            Stream.concat(Stream.of(""), rows.stream()).toList());
                    return typed.with(kept);
                })
                .orElse(typed);
    }
}
