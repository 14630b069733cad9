package org.tandem.proposal.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tandem.tasks.forms.RenderedField;
import org.tandem.tasks.forms.RenderedField.RenderedOption;
import org.tandem.tasks.forms.RenderedForm;

/** A section to be read: every answer under the name of its field, choices by their words. */
record SectionText(List<Line> lines) {

    /**
     * @param name name of the field, within a list with the list and the number of the row before it
     * @param text empty when nothing was answered
     */
    record Line(String name, String text) {}

    static SectionText of(RenderedForm form) {
        List<Line> lines = new ArrayList<>();
        form.fields().forEach(field -> add(lines, "", field));
        return new SectionText(List.copyOf(lines));
    }

    private static void add(List<Line> lines, String before, RenderedField field) {
        switch (field.type()) {
            case "text", "separator", "spacer", "button" -> {}
            case "group" -> field.fields().forEach(inner -> add(lines, before, inner));
            case "dynamiclist" ->
                field.fields().forEach(row -> row.fields()
                        .forEach(inner -> add(lines, field.label() + " · " + row.label() + " · ", inner)));
            default -> lines.add(new Line(before + field.label(), said(field)));
        }
    }

    private static String said(RenderedField field) {
        return field.options().isEmpty()
                ? field.shown()
                : field.options().stream()
                        .filter(RenderedOption::checked)
                        .map(RenderedOption::label)
                        .collect(Collectors.joining(", "));
    }

    /** Without what was left empty. */
    List<Line> said() {
        return lines.stream().filter(line -> !line.text().isBlank()).toList();
    }
}
