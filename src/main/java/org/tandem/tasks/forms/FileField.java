package org.tandem.tasks.forms;

/** A field for files of one kind. @param input name under which the browser sends what was chosen */
public record FileField(String name, String kind, String input) {

    /** Key of the options of such a field: the files of the kind that wait for their sender. */
    public static final String OPTIONS = "file:";

    static FileField of(FormField field) {
        return new FileField(field.name(), String.valueOf(field.rules().fileKind()), "_file." + field.name());
    }
}
