package org.tandem.tasks.forms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.tandem.platform.Message;
import org.tandem.tasks.forms.RenderedField.RenderedOption;
import org.tandem.tasks.forms.RenderedForm.RenderedError;

/** Puts form, answers, options, errors and words together. */
final class FormRenderer {

    private final FormDefinition form;
    private final FormInput input;
    private final FormContext context;
    private final FormTranslator translator;
    private final List<FieldError> errors;
    private final Map<String, String> errorsByField;
    private final Set<String> answers;

    FormRenderer(
            FormDefinition form,
            FormInput input,
            List<FieldError> errors,
            FormContext context,
            MessageSource messages) {
        this.form = form;
        this.input = input;
        this.context = context;
        this.translator = new FormTranslator(messages, context.locale());
        this.errors = errors;
        this.errorsByField = errors.stream()
                .collect(Collectors.toMap(FieldError::field, error -> say(error.words()), (one, other) -> one));
        this.answers = form.all()
                .filter(FormField::isAnswered)
                .flatMap(field -> field.kind() == FieldKind.DYNAMICLIST
                        ? Stream.concat(
                                Stream.of(field), field.row("0").stream().flatMap(FormField::all))
                        : Stream.of(field))
                .map(field -> FormRows.within(field.name()).replaceFirst("\\..*", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    RenderedForm render() {
        return new RenderedForm(form.id(), fields(form.components()), summary());
    }

    private List<RenderedError> summary() {
        return errors.stream()
                .map(error -> new RenderedError(
                        form.isField(error.field()) ? "#" + error.field().replace('.', '-') : "", say(error.words())))
                .toList();
    }

    private List<RenderedField> fields(List<FormField> components) {
        return components.stream()
                .filter(field -> !isGone(field))
                .flatMap(this::each)
                .map(this::field)
                .toList();
    }

    /** Once for each choice it depends on that has something to choose from. */
    private Stream<FormField> each(FormField field) {
        return field.rules().each() == null
                ? Stream.of(field)
                : choices(field).stream()
                        .filter(choice -> !context.options()
                                .getOrDefault(field.valuesKey() + "." + choice.value(), List.of())
                                .isEmpty())
                        .map(choice -> field.forChoice(choice.value()));
    }

    /** The choices such a field is there for, under the names its label calls them. */
    private List<Option> choices(FormField field) {
        return context.options().getOrDefault(String.valueOf(field.rules().each()) + ".names", List.of());
    }

    private String label(FormField field) {
        if (field.rules().each() == null) {
            return translator.say(FormMessages.label(form, field), field.text());
        }
        String choice = field.name().replaceFirst("^[^.]*\\.", "");
        return translator.say(Message.of(
                FormMessages.label(form, field),
                choices(field).stream()
                        .filter(known -> known.value().equals(choice))
                        .map(Option::label)
                        .findFirst()
                        .orElse(choice)));
    }

    /** A condition on facts alone cannot change while the form is open. */
    private boolean isGone(FormField field) {
        return parts(field)
                .anyMatch(part -> !isAboutAnAnswer(part) && part.holds(FormChecker.scope(form, Map.of(), context)));
    }

    private static Stream<Condition> parts(FormField field) {
        return field.hide() == null ? Stream.empty() : field.hide().anyOf().stream();
    }

    private boolean isAboutAnAnswer(Condition part) {
        return part.names().stream().anyMatch(answers::contains);
    }

    private RenderedField field(FormField field) {
        String label = label(field);
        Rules rules = field.rules();
        String value = value(field);
        List<RenderedOption> options = options(field);
        return new RenderedField(
                id(field.name()),
                field.name(),
                type(field),
                label,
                translator.say(FormMessages.hint(form, field), field.hint()),
                value,
                shown(field, value, options),
                options,
                field.kind() == FieldKind.TEXT ? TextBlock.of(label) : List.of(),
                rules.required(),
                field.kind() == FieldKind.DYNAMICLIST ? !mayGrow(field) : field.readonly(),
                field.kind() == FieldKind.TEXTFIELD || field.kind() == FieldKind.TEXTAREA ? rules.maxLength() : 0,
                rules.maxWords(),
                rules.several(),
                bound(rules.notPast() ? new DateBound(null, java.time.Period.ZERO) : rules.earliest()),
                bound(rules.latest()),
                inputmode(field),
                rules.shape() == null ? "" : rules.shape() == Rules.Shape.EMAIL ? "email" : "tel",
                translator.say(FormMessages.prefix(form, field), field.prefix()),
                suffix(field),
                errorsByField.get(field.name()),
                shownWhen(field),
                field.kind() == FieldKind.DYNAMICLIST ? rows(field) : fields(field.children()));
    }

    private String suffix(FormField field) {
        Currency currency = field.rules().currency();
        return currency == null || !field.suffix().isEmpty()
                ? translator.say(FormMessages.suffix(form, field), field.suffix())
                : currency.getCurrencyCode();
    }

    private boolean mayGrow(FormField list) {
        Rules.Rows rows = list.rules().rows();
        return rows.mayChange() && new FormRows(list, input).shown().size() < rows.most();
    }

    private List<RenderedField> rows(FormField list) {
        List<String> shown = new FormRows(list, input).shown();
        Rules.Rows rows = list.rules().rows();
        boolean mayGo = rows.mayChange() && shown.size() > rows.least();
        return IntStream.range(0, Math.min(shown.size(), Rules.Rows.MOST))
                .mapToObj(at -> RenderedField.row(
                        id(list.name()) + "-" + shown.get(at),
                        list.name() + "." + shown.get(at),
                        translator.say(Message.of("tasks.form.row", at + 1)),
                        shown.get(at),
                        mayGo,
                        fields(list.row(shown.get(at)))))
                .toList();
    }

    /** What has to hold for all parts together; no hint at all when one of them cannot be told to the browser. */
    private String shownWhen(FormField field) {
        String before = FormRows.before(field.name());
        List<String> hints = parts(field)
                .filter(this::isAboutAnAnswer)
                .map(part -> ShownWhen.hiddenIf(part.expression(), context.facts())
                        .map(hint -> form.input(before + hint.replaceFirst("!?=.*", ""))
                                        .isPresent()
                                ? before + hint
                                : hint)
                        .filter(hint -> form.input(hint.replaceFirst("!?=.*", ""))
                                .filter(asked -> asked.rules().picker() == null)
                                .isPresent())
                        .orElse(""))
                .toList();
        return hints.contains("") ? "" : String.join("&", hints);
    }

    private static String id(String name) {
        return name.replace('.', '-');
    }

    private static String type(FormField field) {
        if (field.rules().picker() != null) {
            return "picker";
        }
        return field.kind() == FieldKind.DATETIME
                ? field.rules().subtype().name().toLowerCase(Locale.ROOT)
                : field.kind().type();
    }

    private static String inputmode(FormField field) {
        if (field.kind() == FieldKind.NUMBER) {
            boolean whole = Integer.valueOf(0).equals(field.rules().decimalDigits());
            boolean positive =
                    field.rules().min() != null && field.rules().min().signum() >= 0;
            return !positive ? "" : whole ? "numeric" : "decimal";
        }
        Rules.Shape shape = field.rules().shape();
        return shape == null ? "" : shape == Rules.Shape.EMAIL ? "email" : "tel";
    }

    private @Nullable String bound(@Nullable DateBound bound) {
        return bound == null ? null : bound.on(context.today()).toString();
    }

    private String value(FormField field) {
        if (field.kind() == FieldKind.BUTTON) {
            return field.defaults().get(0);
        }
        List<String> sent = input.get(field.name());
        String value = sent.isEmpty() ? "" : sent.get(0);
        if (field.kind() == FieldKind.CHECKBOX) {
            return value.equals("true") || value.equals("on") ? "true" : "";
        }
        return type(field).equals("datetime") ? inZone(value) : value;
    }

    private String shown(FormField field, String value, List<RenderedOption> options) {
        Currency currency = field.rules().currency();
        if (currency != null) {
            return MoneyReader.shown(value, currency, context.locale());
        }
        return options.stream()
                .filter(option -> field.rules().picker() != null && option.checked())
                .map(RenderedOption::label)
                .findFirst()
                .orElse(value);
    }

    private String inZone(String value) {
        try {
            return LocalDateTime.ofInstant(Instant.parse(value), context.zone())
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
        } catch (DateTimeException e) {
            return value;
        }
    }

    private List<RenderedOption> options(FormField field) {
        if (!field.kind().hasChoices()) {
            return List.of();
        }
        List<RenderedOption> rendered = new ArrayList<>();
        boolean file = field.kind() == FieldKind.FILEPICKER;
        for (Option option : context.optionsOf(field, input.get(field.name()))) {
            if (file && !input.get(field.name()).contains(option.value())) {
                continue;
            }
            rendered.add(new RenderedOption(
                    id(field.name()) + (rendered.isEmpty() && !file ? "" : "-" + (rendered.size() + 1)),
                    option.value(),
                    translator.say(form, field, option),
                    input.get(field.name()).contains(option.value())));
        }
        return rendered;
    }

    /** As messages, with labels the file's English can stand in for. */
    private String say(Message words) {
        List<Object> args = new ArrayList<>();
        for (Object arg : words.args()) {
            args.add(arg instanceof Message inner ? say(inner) : arg);
        }
        String english = FormMessages.of(form).getOrDefault(words.key(), "");
        return english.isEmpty()
                ? translator.say(new Message(words.key(), args))
                : translator.say(words.key(), english);
    }
}
