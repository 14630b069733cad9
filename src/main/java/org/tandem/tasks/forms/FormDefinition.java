package org.tandem.tasks.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.tandem.platform.TextRules;

/** One task form, read from a Camunda form file: renders itself and checks what comes back. */
public final class FormDefinition {

    private final String file;
    private final String id;
    private final List<FormField> components;
    private final Map<String, FormField> inputs;

    FormDefinition(String file, String id, List<FormField> components) {
        this.file = file;
        this.id = id;
        this.components = List.copyOf(components);
        this.inputs = answers().collect(Collectors.toUnmodifiableMap(FormField::name, field -> field));
    }

    /** @throws UnusableForm naming file, component and remedy */
    public static FormDefinition parse(String json, String fileName) {
        return new FormParser(fileName).parse(json);
    }

    public String file() {
        return file;
    }

    public String id() {
        return id;
    }

    /** Message key of what was chosen first, such as {@code form.vetCountry.decision.option.APPROVE}. */
    public Optional<String> answer(FormInput typed) {
        return all().filter(field -> field.kind() == FieldKind.RADIO)
                .flatMap(field -> Stream.ofNullable(typed.asMap().get(field.name()))
                        .flatMap(List::stream)
                        .map(value -> FormMessages.option(this, field, value)))
                .findFirst();
    }

    /**
     * What was chosen, in the words the form shows; empty where nothing is chosen from or this is not offered.
     *
     * @param path name of the field, in a list without the number of the row
     */
    public Optional<String> choice(String path, String value, FormContext context, MessageSource messages) {
        return input(path)
                .or(() -> input(path.replaceFirst("\\.", ".0.")))
                .filter(field -> field.kind().hasChoices() && field.kind() != FieldKind.FILEPICKER)
                .flatMap(field -> context.optionsOf(field, List.of(value)).stream()
                        .filter(option -> option.value().equals(value))
                        .findFirst()
                        .map(option -> new FormTranslator(messages, context.locale()).say(this, field, option)));
    }

    /** Checks everything at once. @throws org.tandem.platform.Refused with kind TOO_LARGE above 200 KB */
    public CheckedForm check(FormInput input, FormContext context) {
        input.refuseIfTooLarge();
        return checkKept(input, context);
    }

    /** The same for what is kept already, however large: whoever reads it is told what is wrong with it. */
    public CheckedForm checkKept(FormInput kept, FormContext context) {
        return new FormChecker(this, kept, context).check();
    }

    /** The form with what is known so far: its {@link #defaults()}, values known beforehand, or a draft. */
    public RenderedForm render(FormInput known, FormContext context, MessageSource messages) {
        return new FormRenderer(this, known, List.of(), context, messages).render();
    }

    /** The form with what is known so far and what is wrong with it. */
    public RenderedForm render(FormInput known, List<FieldError> errors, FormContext context, MessageSource messages) {
        return new FormRenderer(this, known, errors, context, messages).render();
    }

    /** The form as it was sent, with what is wrong beside each field. */
    public RenderedForm render(CheckedForm checked, FormContext context, MessageSource messages) {
        return new FormRenderer(this, checked.input(), checked.errors(), context, messages).render();
    }

    /** The form as it was refused. */
    public RenderedForm render(InvalidForm refused, FormContext context, MessageSource messages) {
        return new FormRenderer(this, refused.input(), refused.errors(), context, messages).render();
    }

    /** What was typed, without what was chosen: a choice made for an earlier task of the kind is none for this one. */
    public FormInput withoutChoices(FormInput typed) {
        Map<String, List<String>> kept = new LinkedHashMap<>(typed.asMap());
        kept.keySet().removeIf(name -> input(name)
                .filter(field -> field.kind().hasChoices() && field.kind() != FieldKind.FILEPICKER)
                .isPresent());
        return FormInput.of(kept);
    }

    /** The same with other limits of a text outside of all groups and lists; 0 words for no limit of words. */
    public FormDefinition limited(String name, int words, int characters) {
        return new FormDefinition(
                file,
                id,
                components.stream()
                        .map(field -> field.name().equals(name)
                                ? field.withRules(
                                        field.rules().withMaxWords(words).withMaxLength(characters))
                                : field)
                        .toList());
    }

    /**
     * What was typed, whatever is wrong with it, as it may be kept: clean texts by the names of the fields in their order, a
     * choice of several as a list, a list as its rows. What is empty or no field of the form is not there; {@link
     * FormInput#ofValues} reads it back.
     */
    public Map<String, Object> written(FormInput typed) {
        Map<String, Object> written = new LinkedHashMap<>();
        answers().forEach(field -> {
            if (field.kind() == FieldKind.DYNAMICLIST) {
                List<Map<String, Object>> rows = new FormRows(field, typed)
                        .filled().stream()
                                .map(row -> written(field.row(row).stream().flatMap(FormField::all), typed))
                                .toList();
                if (!rows.isEmpty()) {
                    written.put(field.name(), rows);
                }
            } else {
                written.putAll(written(Stream.of(field), typed));
            }
        });
        return written;
    }

    private static Map<String, Object> written(Stream<FormField> fields, FormInput typed) {
        Map<String, Object> written = new LinkedHashMap<>();
        fields.filter(field -> field.kind().isInput()).forEach(field -> {
            List<String> texts = typed.get(field.name()).stream()
                    .map(TextRules::clean)
                    .filter(text -> !text.isEmpty())
                    .toList();
            if (!texts.isEmpty()) {
                written.put(
                        FormRows.within(field.name()),
                        field.kind() == FieldKind.CHECKLIST || texts.size() > 1 ? texts : texts.get(0));
            }
        });
        return written;
    }

    /** Its fields for files. */
    public List<FileField> files() {
        return all().filter(field -> field.kind() == FieldKind.FILEPICKER)
                .map(FileField::of)
                .toList();
    }

    /** Names a caller must supply options for. */
    public List<String> valuesKeys() {
        return all().flatMap(field -> Stream.ofNullable(field.valuesKey()))
                .distinct()
                .toList();
    }

    /** Message keys of every word in this form with the English of the file. */
    public Map<String, String> englishWords() {
        return FormMessages.of(this);
    }

    /** Whether a field has this name. */
    public boolean isField(String name) {
        return fieldOf(name).isPresent();
    }

    /** Where from top to bottom the field of this name stands; before all others when there is none. */
    public int place(String name) {
        List<FormField> order = all().toList();
        return fieldOf(name).map(order::indexOf).orElse(-1);
    }

    /** Whether a field has this name, or several have it before their own. */
    public boolean knows(String name) {
        return inputs.containsKey(name) || isGroup(name);
    }

    /** The same with codes in the place of names that pickers know. */
    public FormInput withCodes(FormInput input, FormContext context) {
        Map<String, List<String>> coded = new LinkedHashMap<>(input.asMap());
        coded.replaceAll((name, sent) -> input(name)
                .filter(field -> field.rules().picker() != null)
                .map(field -> sent.stream()
                        .map(text -> PickedReader.code(field, text, context).orElse(text))
                        .toList())
                .orElse(sent));
        return FormInput.of(coded);
    }

    /** The field itself, or the one that is there once for each of several choices. */
    Optional<FormField> fieldOf(String name) {
        return input(name).or(() -> input(name.replaceFirst("\\..*", ""))
                .filter(field -> field.rules().each() != null));
    }

    /** Whether a value of this shape can be an answer to what has this name: one, a list, or an object with several fields. */
    public boolean takes(String name, Object value) {
        boolean several =
                input(name).filter(field -> field.kind() == FieldKind.CHECKLIST).isPresent();
        return isGroup(name)
                ? value instanceof Map
                : several ? value instanceof List : !(value instanceof Map || value instanceof List);
    }

    private boolean isGroup(String name) {
        return inputs.values().stream()
                .anyMatch(field -> field.name().startsWith(name + ".")
                        || field.name().equals(name) && field.rules().each() != null);
    }

    List<FormField> components() {
        return components;
    }

    Stream<FormField> all() {
        return components.stream().flatMap(FormField::all);
    }

    /** What is filled in, a list as one. */
    Stream<FormField> answers() {
        return components.stream().flatMap(FormField::outsideRows).filter(FormField::isAnswered);
    }

    /** By the name that is sent; within a row {@code budget.3.amount}. */
    Optional<FormField> input(String name) {
        Matcher row = FormRows.NAME.matcher(name);
        return row.matches()
                ? list(row.group(1)).stream()
                        .flatMap(list -> list.row(row.group(2)).stream())
                        .flatMap(FormField::all)
                        .filter(field -> field.kind().isInput() && field.name().equals(name))
                        .findFirst()
                : Optional.ofNullable(inputs.get(name));
    }

    /** Where on the page the list of such a button stands. */
    public static String anchor(String press) {
        return FormRows.anchor(press);
    }

    Optional<FormField> list(String name) {
        return Optional.ofNullable(inputs.get(name)).filter(field -> field.kind() == FieldKind.DYNAMICLIST);
    }

    /**
     * What was typed after a row was added or removed.
     *
     * @param press value of the button {@code _row}: {@code add:budget} or {@code remove:budget.3}
     */
    public FormInput withRows(FormInput typed, String press) {
        return FormRows.pressed(this, typed, press);
    }

    /** What the file fills in before anybody has typed. */
    public FormInput defaults() {
        return FormInput.of(inputs.values().stream()
                .filter(field -> !field.defaults().isEmpty())
                .collect(Collectors.toMap(FormField::name, FormField::defaults)));
    }
}
