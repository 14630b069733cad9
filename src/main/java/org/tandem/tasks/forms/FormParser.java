package org.tandem.tasks.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Reads a Camunda form file and refuses whatever the renderer or the checker would not honour. */
@RequiredArgsConstructor
final class FormParser {

    static final int NEWEST_SCHEMA = 19;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> APPEARANCE = Set.of("prefixAdorner", "suffixAdorner");
    private static final String MODELER = "Open the file in the Camunda Modeler and save it again.";

    private final String file;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> inputs = new LinkedHashSet<>();
    private boolean inList;

    FormDefinition parse(String json) {
        JsonNode root = read(json);
        Attributes form = new Attributes(file, "the form", root);
        if (!root.isObject() || !root.path("components").isArray()) {
            throw form.wrong("this is not a Camunda form: it has no list of components.", MODELER);
        }
        if (!form.text("type").equals("default")) {
            throw form.wrong("the type is “" + form.text("type") + "”.", "Only forms of type “default” are supported.");
        }
        if (form.count("schemaVersion", 1) > NEWEST_SCHEMA) {
            throw form.wrong(
                    "schema version " + form.text("schemaVersion") + " is newer than " + NEWEST_SCHEMA + ".",
                    "Save it with a Modeler for Camunda 7.24, or teach the form engine the new version.");
        }
        String id = form.text("id");
        if (!id.matches("[a-z][A-Za-z0-9]*")) {
            throw form.wrong("the form id “" + id + "” is no name.", "Name it after its user task, as in vetCountry.");
        }
        List<FormField> components = components(root.path("components"), "");
        refuseConditionsOnLaterAnswers(components);
        return new FormDefinition(file, id, components);
    }

    private JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? "the file"
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new UnusableForm(file, place, "this is not JSON: " + e.getOriginalMessage() + ".", MODELER);
        }
    }

    private List<FormField> components(JsonNode list, String path) {
        List<FormField> fields = new ArrayList<>();
        list.forEach(component -> fields.add(component(component, path)));
        return fields;
    }

    private FormField component(JsonNode node, String path) {
        String type = node.path("type").asText();
        String id = node.path("id").asText();
        String key = node.path("key").asText();
        String element = (key.isEmpty() ? id : key) + " (" + type + ")";
        FieldKind kind = FieldKind.ofType(type)
                .orElseThrow(() -> new UnusableForm(
                        file,
                        element,
                        "the component type “" + type + "” is not supported.",
                        "Use one of: " + FieldKind.allTypes() + "."));
        Attributes attributes = new Attributes(file, element, node);
        node.fieldNames().forEachRemaining(property -> {
            if (!kind.understands(property)) {
                throw attributes.wrong("the property “" + property + "” is not supported here.", "Remove it.");
            }
        });
        if (id.isEmpty() || !ids.add(id)) {
            throw attributes.wrong("the id “" + id + "” is missing or used twice.", "Give every component its own id.");
        }
        return field(attributes, kind, id, key, path);
    }

    private FormField field(Attributes of, FieldKind kind, String id, String key, String path) {
        Attributes appearance = of.inner("appearance", APPEARANCE);
        Rules rules = new RulesParser(of, kind).parse();
        if (inList && kind == FieldKind.FILEPICKER) {
            throw of.wrong("there are no files within a list.", "Put the field beside the list.");
        }
        if (inList && of.node().has("defaultValue")) {
            throw of.wrong("there are no default values within a list.", "Remove “defaultValue”.");
        }
        return new FormField(
                kind,
                id,
                kind.isInput() ? name(of, path, key) : kind == FieldKind.DYNAMICLIST ? listName(of, path) : id,
                text(of, kind),
                of.words("description"),
                of.flag("readonly") || of.flag("disabled"),
                condition(of),
                rules,
                kind.hasChoices() ? OptionsParser.options(of) : List.of(),
                rules.fileKind() == null ? valuesKey(of, kind, rules.picker()) : FileField.OPTIONS + rules.fileKind(),
                kind == FieldKind.BUTTON ? List.of(then(of)) : of.texts("defaultValue"),
                appearance.words("prefixAdorner"),
                appearance.words("suffixAdorner"),
                children(of, kind, path));
    }

    /** What a button does: sends the form, or shows it again with what the answers so far lead to. */
    private static String then(Attributes of) {
        String then = of.inner("properties", Set.of("then")).text("then");
        if (!of.text("action").equals("submit") || !then.isEmpty() && !then.equals("show")) {
            throw of.wrong(
                    "the button does nothing that is known here.",
                    "Its action is submit; with the property “then” = “show” it shows the form again.");
        }
        return then;
    }

    private String name(Attributes of, String path, String key) {
        if (!key.matches("[A-Za-z][A-Za-z0-9_]*")) {
            throw of.wrong("the key “" + key + "” is no name.", "Use letters, digits and underscores, as in reason.");
        }
        if (!inputs.add(path + key)) {
            throw of.wrong("the key “" + path + key + "” is used twice.", "Give every field its own key.");
        }
        return path + key;
    }

    private String listName(Attributes of, String path) {
        return name(of, path, of.text("path"));
    }

    private List<FormField> children(Attributes of, FieldKind kind, String path) {
        if (kind != FieldKind.DYNAMICLIST) {
            return components(of.node().path("components"), kind == FieldKind.GROUP ? inner(of, path) : path);
        }
        if (inList) {
            throw of.wrong("a list within a list is not supported.", "Use two lists, or one with more fields.");
        }
        inList = true;
        List<FormField> children = components(of.node().path("components"), inner(of, path));
        inList = false;
        if (children.stream().flatMap(FormField::all).noneMatch(field -> field.kind()
                .isInput())) {
            throw of.wrong("a row of the list has no field.", "Put at least one into it.");
        }
        return children;
    }

    private static String inner(Attributes of, String path) {
        String own = of.text("path");
        if (!own.isEmpty() && !own.matches("[A-Za-z][A-Za-z0-9_]*")) {
            throw of.wrong("the path “" + own + "” is no name.", "Use letters, digits and underscores, as in budget.");
        }
        return own.isEmpty() ? path : path + own + ".";
    }

    private static String text(Attributes of, FieldKind kind) {
        if (kind == FieldKind.TEXT) {
            return TextBlock.refuseMarkup(of, of.node().path("text").asText().strip());
        }
        String label = kind != FieldKind.DATETIME
                ? of.words("label")
                : of.words(of.text("subtype").equals("time") ? "timeLabel" : "dateLabel");
        if (label.isEmpty() && kind == FieldKind.DATETIME) {
            label = of.words("label");
        }
        if (label.isEmpty() && (kind.isInput() || kind == FieldKind.DYNAMICLIST || kind == FieldKind.BUTTON)) {
            throw of.wrong("the field has no label.", "Say what the reader is to fill in.");
        }
        return label;
    }

    private static @Nullable String valuesKey(Attributes of, FieldKind kind, Rules.@Nullable Picker picker) {
        String valuesKey = of.text("valuesKey");
        if (picker != null && of.node().has("values")) {
            throw of.wrong("a picker lists no “values”.", "Remove them; name who supplies them by a “valuesKey”.");
        }
        if (picker == Rules.Picker.COUNTRY && valuesKey.isEmpty()) {
            return FormContext.COUNTRIES;
        }
        if (kind.hasChoices() && valuesKey.isEmpty() == of.node().path("values").isEmpty()) {
            throw of.wrong(
                    "there must be either “values” or a “valuesKey”.", "List the options, or name who supplies them.");
        }
        return valuesKey.isEmpty() ? null : valuesKey;
    }

    private static @Nullable Condition condition(Attributes of) {
        String hide = of.inner("conditional", Set.of("hide")).text("hide");
        if (hide.isEmpty()) {
            return null;
        }
        try {
            return Condition.of(hide);
        } catch (IllegalArgumentException e) {
            throw of.wrong(
                    "the hide condition cannot be read: " + e.getMessage(),
                    "Write FEEL, as in =decision != \"DECLINE\".");
        }
    }

    /** Conditions are worked out from top to bottom; one on a later answer could contradict itself. */
    private void refuseConditionsOnLaterAnswers(List<FormField> components) {
        Set<String> toCome = new TreeSet<>();
        inputs.forEach(name -> toCome.add(firstPart(name)));
        refuseConditionsOn(toCome, components, 0);
    }

    /** @param before length of what stands before the names within a row */
    private void refuseConditionsOn(Set<String> toCome, List<FormField> fields, int before) {
        for (FormField field : fields) {
            if (field.hide() != null) {
                field.hide().names().stream()
                        .filter(toCome::contains)
                        .sorted()
                        .findFirst()
                        .ifPresent(name -> {
                            throw new UnusableForm(
                                    file,
                                    field.name() + " (" + field.kind().type() + ")",
                                    "it is hidden depending on “" + name + "”, which is not above it.",
                                    "Move it below, or change the condition.");
                        });
            }
            if (field.kind() == FieldKind.DYNAMICLIST) {
                Set<String> inRow = new TreeSet<>(toCome);
                int name = field.name().length() + 1;
                field.children().stream()
                        .flatMap(FormField::all)
                        .filter(child -> child.kind().isInput())
                        .forEach(child -> inRow.add(firstPart(child.name().substring(name))));
                refuseConditionsOn(inRow, field.children(), name);
            } else {
                refuseConditionsOn(toCome, field.children(), before);
            }
            if (field.isAnswered()) {
                toCome.remove(firstPart(field.name().substring(before)));
            }
        }
    }

    private static String firstPart(String name) {
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }
}
