package org.tandem.tasks.forms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The components the renderer knows, each with the properties it understands; anything else is refused by name. */
enum FieldKind {
    TEXT("text"),
    SEPARATOR(),
    SPACER("height"),
    BUTTON("label", "action"),
    GROUP("label", "path", "components", "showOutline", "verticalAlignment"),
    DYNAMICLIST(
            "label",
            "path",
            "components",
            "showOutline",
            "verticalAlignment",
            "isRepeating",
            "allowAddRemove",
            "defaultRepetitions",
            "disableCollapse",
            "nonCollapsedItems"),
    TEXTFIELD("validate", "appearance", "defaultValue"),
    TEXTAREA("validate", "defaultValue"),
    NUMBER("validate", "appearance", "defaultValue", "decimalDigits", "increment"),
    CHECKBOX("validate", "defaultValue"),
    RADIO("validate", "values", "valuesKey", "defaultValue"),
    SELECT("validate", "values", "valuesKey", "defaultValue", "searchable"),
    CHECKLIST("validate", "values", "valuesKey", "defaultValue"),
    DATETIME(
            "validate",
            "subtype",
            "dateLabel",
            "timeLabel",
            "timeSerializingFormat",
            "timeInterval",
            "use24h",
            "disallowPassedDates"),
    FILEPICKER("validate", "multiple");

    private static final Set<String> COMMON = Set.of("type", "id", "layout", "conditional", "properties");
    private static final Set<String> OF_INPUTS = Set.of("key", "label", "description", "readonly", "disabled");

    private final Set<String> own;

    FieldKind(String... own) {
        this.own = Set.of(own);
    }

    String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the reader fills something in. */
    boolean isInput() {
        return ordinal() > DYNAMICLIST.ordinal();
    }

    boolean hasChoices() {
        return this == RADIO || this == SELECT || this == CHECKLIST || this == FILEPICKER;
    }

    boolean understands(String property) {
        return COMMON.contains(property) || own.contains(property) || isInput() && OF_INPUTS.contains(property);
    }

    static Optional<FieldKind> ofType(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type().equals(type)).findFirst();
    }

    static String allTypes() {
        return Arrays.stream(values()).map(FieldKind::type).collect(Collectors.joining(", "));
    }
}
