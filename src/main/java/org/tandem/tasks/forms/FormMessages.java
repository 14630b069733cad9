package org.tandem.tasks.forms;

import java.util.LinkedHashMap;
import java.util.Map;

/** Message keys of a form's words: {@code form.<form>.<key>.label}, {@code .hint}, {@code .option.<value>}, {@code .text}. */
final class FormMessages {

    private FormMessages() {}

    static String label(FormDefinition form, FormField field) {
        return key(form, field) + (field.kind() == FieldKind.TEXT ? ".text" : ".label");
    }

    static String hint(FormDefinition form, FormField field) {
        return key(form, field) + ".hint";
    }

    static String option(FormDefinition form, FormField field, String value) {
        return key(form, field) + ".option." + value;
    }

    static String prefix(FormDefinition form, FormField field) {
        return key(form, field) + ".prefix";
    }

    static String suffix(FormDefinition form, FormField field) {
        return key(form, field) + ".suffix";
    }

    static Map<String, String> of(FormDefinition form) {
        Map<String, String> words = new LinkedHashMap<>();
        form.all().forEach(field -> {
            put(words, label(form, field), field.text());
            put(words, hint(form, field), field.hint());
            put(words, prefix(form, field), field.prefix());
            put(words, suffix(form, field), field.suffix());
            field.options().forEach(option -> put(words, option(form, field, option.value()), option.label()));
        });
        return words;
    }

    private static String key(FormDefinition form, FormField field) {
        return "form." + form.id() + "." + field.wordsName().replaceAll("\\.[0-9]+(?=\\.)", "");
    }

    private static void put(Map<String, String> words, String key, String english) {
        if (!english.isEmpty()) {
            words.put(key, english);
        }
    }
}
