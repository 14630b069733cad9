package org.tandem.tasks.forms;

import java.util.List;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.With;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.TextRules;

/**
 * One field ready to be shown.
 *
 * @param type button, dynamiclist, row, textfield, textarea, number, checkbox, radio, select, picker, checklist, filepicker, date, time, datetime, group, text, separator
 *     or spacer
 * @param shown what stands in the box for the value: the name of what was picked, an amount as the language writes it
 * @param readonly of a list: no further row may be added; of a row: it may not be removed
 * @param maxlength longest text, 0 when there is no such limit
 * @param several whether more than one file may be chosen
 * @param maxWords most words, 0 when there is no such limit
 * @param inputmode keyboard to offer on a telephone, empty for the usual one
 * @param shownWhen hint for the browser when to show the field, as in {@code decision=DECLINE}; empty for always
 */
public record RenderedField(
        @With(AccessLevel.PRIVATE) String id,
        @With(AccessLevel.PRIVATE) String name,
        String type,
        String label,
        String hint,
        String value,
        String shown,
        @With(AccessLevel.PRIVATE) List<RenderedOption> options,
        List<TextBlock> blocks,
        boolean required,
        boolean readonly,
        int maxlength,
        int maxWords,
        boolean several,
        @Nullable String earliest,
        @Nullable String latest,
        String inputmode,
        String autocomplete,
        String prefix,
        String suffix,
        @Nullable String error,
        @With(AccessLevel.PRIVATE) String shownWhen,
        @With(AccessLevel.PRIVATE) List<RenderedField> fields) {

    /** One answer to choose from. */
    public record RenderedOption(String id, String value, String label, boolean checked) {}

    static RenderedField row(
            String id, String name, String label, String number, boolean mayGo, List<RenderedField> fields) {
        return new RenderedField(
                id, name, "row", label, "", number, number, List.of(), List.of(), false, !mayGo, 0, 0, false, null,
                null, "", "", "", "", null, "", fields);
    }

    public String hintId() {
        return id + "-hint";
    }

    public String errorId() {
        return id + "-error";
    }

    public String countId() {
        return id + "-count";
    }

    /** Id of the number the script keeps up to date while somebody types. */
    public String leftId() {
        return id + "-left";
    }

    /** Words or characters there is still room for. */
    public int left() {
        String text = TextRules.clean(value);
        return maxWords > 0 ? maxWords - TextRules.words(text) : maxlength - TextRules.length(text);
    }

    /** Whether the reader should know how much room there is. */
    public boolean counted() {
        return type.equals("textarea") || maxWords > 0;
    }

    public String optionsId() {
        return id + "-options";
    }

    public boolean ticked() {
        return value.equals("true");
    }

    /** Ids of what explains the field, for {@code aria-describedby}; null when nothing does. */
    public @Nullable String describedBy() {
        String ids = String.join(
                " ",
                Stream.of(hint.isEmpty() ? "" : hintId(), error == null ? "" : errorId(), counted() ? countId() : "")
                        .filter(part -> !part.isEmpty())
                        .toList());
        return ids.isEmpty() ? null : ids;
    }

    RenderedField under(String prefix) {
        return withId(prefix + id)
                .withName(prefix + name)
                .withOptions(options.stream()
                        .map(option -> new RenderedOption(
                                prefix + option.id(), option.value(), option.label(), option.checked()))
                        .toList())
                .withShownWhen(shownWhen.isEmpty() ? "" : prefix + shownWhen.replace("&", "&" + prefix))
                .withFields(fields.stream().map(field -> field.under(prefix)).toList());
    }

    Stream<RenderedField> all() {
        return Stream.concat(Stream.of(this), fields.stream().flatMap(RenderedField::all));
    }
}
