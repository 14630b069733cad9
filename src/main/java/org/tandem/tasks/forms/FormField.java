package org.tandem.tasks.forms;

import java.util.List;
import java.util.stream.Stream;
import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * One component of a form file.
 *
 * @param name what a browser sends: path and key with dots between; the id for what takes no input
 * @param text English words of the file: label of an input or group, content of a text
 * @param hide FEEL condition under which the component is not there
 * @param valuesKey name under which the caller supplies the options, if the file does not list them
 */
@With
record FormField(
        FieldKind kind,
        String id,
        String name,
        String text,
        String hint,
        boolean readonly,
        @Nullable Condition hide,
        Rules rules,
        List<Option> options,
        @Nullable String valuesKey,
        List<String> defaults,
        String prefix,
        String suffix,
        List<FormField> children) {

    /** Last part of the name: what the Modeler calls the key. */
    String key() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** What the file has for one row of this list, under the names the answers of that row have. */
    List<FormField> row(String number) {
        return children.stream().map(child -> child.inRow(name, number)).toList();
    }

    private FormField inRow(String list, String number) {
        return withName(kind.isInput() ? list + "." + number + name.substring(list.length()) : name + "-" + number)
                .withChildren(children.stream()
                        .map(child -> child.inRow(list, number))
                        .toList());
    }

    /** This component and everything in it but what stands in the rows of a list. */
    Stream<FormField> outsideRows() {
        return Stream.concat(
                Stream.of(this),
                kind == FieldKind.DYNAMICLIST
                        ? Stream.empty()
                        : children.stream().flatMap(FormField::outsideRows));
    }

    /** Whether it has a value of its own. */
    boolean isAnswered() {
        return kind.isInput() || kind == FieldKind.DYNAMICLIST;
    }

    /** Name by which its words are found: one for all choices it is there for. */
    String wordsName() {
        return rules.each() == null ? name : name.replaceFirst("\\..*", "");
    }

    /** The field for one of the choices it depends on: named after it, shown when it is chosen, with options of its own. */
    FormField forChoice(String choice) {
        Condition unchosen = Condition.of("=not(list contains(" + rules.each() + ", \"" + choice + "\"))");
        return withName(name + "." + choice).withHide(unchosen).withValuesKey(valuesKey + "." + choice);
    }

    /** This component and everything in it, in reading order. */
    Stream<FormField> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(FormField::all));
    }
}
