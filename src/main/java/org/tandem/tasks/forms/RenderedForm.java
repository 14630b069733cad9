package org.tandem.tasks.forms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A form ready to be shown: every word in the reader's language, every answer in its place. */
public record RenderedForm(String formId, List<RenderedField> fields, List<RenderedError> errors) {

    /** One line of the summary above the form; {@code href} leads to the field, empty when there is none. */
    public record RenderedError(String href, String text) {}

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Whether rows can be added or removed, so that there are other buttons than the page's own. */
    public boolean hasRows() {
        return all().anyMatch(field -> field.type().equals("dynamiclist"));
    }

    /** Words of the button that sends it, if the form has its own. */
    public Optional<String> send() {
        return all().filter(
                        field -> field.type().equals("button") && field.value().isEmpty())
                .map(RenderedField::label)
                .findFirst();
    }

    /** Whether files come with it, so that the page sends it in parts. */
    public boolean hasFiles() {
        return all().anyMatch(field -> field.type().equals("filepicker"));
    }

    /** The same once more on one page: every name and id begins with this. */
    public RenderedForm under(String prefix) {
        return new RenderedForm(
                formId,
                fields.stream().map(field -> field.under(prefix)).toList(),
                errors.stream()
                        .map(error -> new RenderedError(
                                error.href().isEmpty()
                                        ? ""
                                        : "#" + prefix + error.href().substring(1),
                                error.text()))
                        .toList());
    }

    /** All fields, those within groups too. */
    public Stream<RenderedField> all() {
        return fields.stream().flatMap(RenderedField::all);
    }
}
