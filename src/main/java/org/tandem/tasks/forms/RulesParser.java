package org.tandem.tasks.forms;

import java.math.BigDecimal;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.tasks.forms.Rules.Shape;
import org.tandem.tasks.forms.Rules.Subtype;

/** Reads what a component demands of its answer. */
final class RulesParser {

    private static final Set<String> OF_TEXTFIELD =
            Set.of("required", "minLength", "maxLength", "pattern", "validationType");
    private static final Set<String> OF_TEXTAREA = Set.of("required", "minLength", "maxLength");
    private static final Set<String> OF_NUMBER = Set.of("required", "min", "max");
    private static final Set<String> OF_OTHERS = Set.of("required");
    private static final Set<String> BOUNDS = Set.of("earliest", "latest");

    private final Attributes component;
    private final FieldKind kind;
    private final Attributes validate;
    private final Attributes properties;

    RulesParser(Attributes component, FieldKind kind) {
        this.component = component;
        this.kind = kind;
        this.validate = component.inner("validate", known(kind));
        this.properties = component.inner("properties", properties(kind));
    }

    private static Set<String> known(FieldKind kind) {
        return switch (kind) {
            case TEXTFIELD -> OF_TEXTFIELD;
            case TEXTAREA -> OF_TEXTAREA;
            case NUMBER -> OF_NUMBER;
            default -> OF_OTHERS;
        };
    }

    private static Set<String> properties(FieldKind kind) {
        return switch (kind) {
            case DATETIME -> BOUNDS;
            case SELECT -> Set.of("picker", "each");
            case NUMBER -> Set.of("currency");
            case FILEPICKER -> Set.of("kind");
            case DYNAMICLIST -> Set.of("minRows", "maxRows");
            case TEXTFIELD, TEXTAREA -> Set.of("maxWords");
            case BUTTON -> Set.of("then");
            default -> Set.of();
        };
    }

    Rules parse() {
        int hardCap = kind == FieldKind.TEXTAREA ? Rules.TEXTAREA_LENGTH : Rules.TEXTFIELD_LENGTH;
        int maxLength = validate.count("maxLength", hardCap);
        int minLength = validate.count("minLength", 0);
        BigDecimal min = validate.number("min");
        BigDecimal max = validate.number("max");
        Currency currency = currency();
        if (minLength > maxLength || min != null && max != null && min.compareTo(max) > 0) {
            throw component.wrong("the smallest is larger than the largest.", "Exchange minimum and maximum.");
        }
        return new Rules(
                validate.flag("required"),
                minLength,
                maxLength,
                pattern(),
                shape(),
                min,
                max,
                decimalDigits(currency),
                increment(),
                subtype(),
                component.flag("disallowPassedDates"),
                bound("earliest"),
                bound("latest"),
                component.count("timeInterval", 0),
                picker(),
                properties.text("each").isEmpty() ? null : properties.text("each"),
                currency,
                properties.count("maxWords", 0),
                rows(),
                fileKind(),
                component.flag("multiple"));
    }

    private @Nullable SafePattern pattern() {
        String pattern = validate.text("pattern");
        if (pattern.isEmpty()) {
            return null;
        }
        try {
            return SafePattern.of(pattern);
        } catch (IllegalArgumentException e) {
            throw component.wrong("the pattern " + e.getMessage(), "Write a simpler expression, as in ^[A-Z]{3}$.");
        }
    }

    private @Nullable Shape shape() {
        String type = validate.text("validationType");
        return switch (type) {
            case "", "custom" -> null;
            case "email" -> Shape.EMAIL;
            case "phone" -> Shape.PHONE;
            default ->
                throw component.wrong("the validation type “" + type + "” is not supported.", "Use email or phone.");
        };
    }

    private @Nullable String fileKind() {
        String fileKind = properties.text("kind");
        if (kind == FieldKind.FILEPICKER && !fileKind.matches("[a-z][a-z-]*")) {
            throw component.wrong(
                    "the kind of the files “" + fileKind + "” is no name.",
                    "Name one of the kinds files have, as in letter.");
        }
        return kind == FieldKind.FILEPICKER ? fileKind : null;
    }

    private Rules.Rows rows() {
        int least = properties.count("minRows", 0);
        int most = properties.count("maxRows", 50);
        if (least > most || most > Rules.Rows.MOST || most == 0) {
            throw component.wrong(
                    "no list can have from " + least + " to " + most + " rows.",
                    "Write “minRows” and “maxRows”, at most " + Rules.Rows.MOST + ".");
        }
        if (kind == FieldKind.DYNAMICLIST && !component.flag("isRepeating")) {
            throw component.wrong("the list does not repeat.", "Set “isRepeating”, or use a group.");
        }
        int begin = Math.min(most, Math.max(least, component.count("defaultRepetitions", 1)));
        boolean fixed = component.node().has("allowAddRemove") && !component.flag("allowAddRemove");
        return new Rules.Rows(least, most, begin, !fixed);
    }

    private @Nullable Currency currency() {
        String code = properties.text("currency");
        try {
            return code.isEmpty() ? null : Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw component.wrong("the currency “" + code + "” is unknown.", "Use its ISO 4217 code, as in USD.");
        }
    }

    private @Nullable Integer decimalDigits(@Nullable Currency currency) {
        int most = currency == null ? Integer.MAX_VALUE : currency.getDefaultFractionDigits();
        int digits = component.count("decimalDigits", most);
        if (digits > most) {
            throw component.wrong(
                    "there are more decimal digits than the currency has.",
                    "Remove “decimalDigits”, or write " + most + ".");
        }
        return digits == Integer.MAX_VALUE ? null : Integer.valueOf(digits);
    }

    private Rules.@Nullable Picker picker() {
        String picker = properties.text("picker");
        return switch (picker) {
            case "" -> null;
            case "country" -> Rules.Picker.COUNTRY;
            case "person" -> Rules.Picker.PERSON;
            default -> throw component.wrong("the picker “" + picker + "” is unknown.", "Use country or person.");
        };
    }

    private @Nullable BigDecimal increment() {
        BigDecimal increment = component.number("increment");
        if (increment != null && increment.signum() <= 0) {
            throw component.wrong("the increment is not above zero.", "Write for example 0.01, or leave it out.");
        }
        return increment;
    }

    private Subtype subtype() {
        String subtype = component.text("subtype");
        if (kind != FieldKind.DATETIME) {
            return Subtype.DATE;
        }
        return switch (subtype) {
            case "", "date", "time", "datetime" ->
                subtype.isEmpty() ? Subtype.DATE : Subtype.valueOf(subtype.toUpperCase(Locale.ROOT));
            default ->
                throw component.wrong("the subtype “" + subtype + "” is unknown.", "Use date, time or datetime.");
        };
    }

    private @Nullable DateBound bound(String name) {
        String written = properties.text(name);
        if (written.isEmpty()) {
            return null;
        }
        try {
            return DateBound.of(written);
        } catch (DateTimeParseException e) {
            throw component.wrong(
                    "“" + name + "” is not a date bound.", "Write 2026-12-31, today, or a distance like today+P30D.");
        }
    }
}
