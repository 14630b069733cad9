package org.tandem.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.tandem.platform.engine.SelfContained;

/**
 * What a user task writes when it is done, as its diagram says in {@code camunda:properties}:
 *
 * <ul>
 *   <li>{@code variable.<name>}: the field whose answer becomes this process variable,
 *   <li>{@code history}: message key of the line in the history of the case; {@code kind}: of what kind it is (DECISION unless
 *       said otherwise); {@code text}: the fields of which the one filled in is its text; {@code agency}: the field that names
 *       the agency it speaks of, which is otherwise the one the task was done for,
 *   <li>{@code state}: the state the case comes to,
 *   <li>{@code choice}: the field by whose answer {@code history.<ANSWER>} and {@code state.<ANSWER>} are chosen,
 *   <li>{@code goesOn}: {@code paused}, {@code waiting} or both, when the work goes on while the case does not.
 * </ul>
 */
public record TaskDeclaration(Map<String, String> properties) {

    public static final TaskDeclaration NONE = new TaskDeclaration(Map.of());

    public static final String PAUSED = "paused";
    public static final String WAITING = "waiting";

    private static final String VARIABLE = "variable.";
    private static final Pattern KNOWN =
            Pattern.compile("variable\\.[a-z][A-Za-z]*|(history|state)(\\.[A-Z_]+)?|choice|kind|text|agency|goesOn");

    static TaskDeclaration of(UserTask task) {
        if (task.getExtensionElements() == null) {
            return NONE;
        }
        return new TaskDeclaration(
                task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .collect(Collectors.toMap(
                                property -> String.valueOf(property.getCamundaName()),
                                property -> String.valueOf(property.getCamundaValue()),
                                (first, second) -> second,
                                TreeMap::new)));
    }

    /** The declarations in diagrams, by the id of their user task. */
    public static Map<String, TaskDeclaration> in(SortedMap<String, byte[]> files) {
        Map<String, TaskDeclaration> found = new HashMap<>();
        files.forEach((file, content) -> {
            if (file.endsWith(".bpmn")) {
                new Diagram(file, SelfContained.diagram(content))
                        .all(UserTask.class)
                        .forEach(task -> found.put(task.getId(), of(task)));
            }
        });
        return found;
    }

    public boolean isEmpty() {
        return properties.isEmpty();
    }

    /** Process variables and the fields they are set from. */
    public Map<String, String> variables() {
        return properties.keySet().stream()
                .filter(name -> name.startsWith(VARIABLE))
                .collect(Collectors.toMap(name -> name.substring(VARIABLE.length()), properties::get));
    }

    public boolean goesOn(String when) {
        return words("goesOn").contains(when);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    /** A value that depends on what was answered. */
    public Optional<String> value(String name, Function<String, Optional<String>> answers) {
        return value("choice")
                .flatMap(answers)
                .flatMap(answer -> value(name + "." + answer))
                .or(() -> value(name));
    }

    /** What was written into the first of the fields meant for it. */
    public Optional<String> text(Function<String, Optional<String>> answers) {
        return words("text").stream()
                .flatMap(field -> answers.apply(field).stream())
                .findFirst();
    }

    /** Names that mean nothing. */
    List<String> unknown() {
        return properties.keySet().stream()
                .filter(name -> !KNOWN.matcher(name).matches())
                .toList();
    }

    /** Fields of the form that are spoken of. */
    List<String> fields() {
        return Stream.of(
                        variables().values().stream(),
                        words("text").stream(),
                        words("choice").stream(),
                        words("agency").stream())
                .flatMap(Function.identity())
                .toList();
    }

    private List<String> words(String name) {
        return value(name).map(text -> List.of(text.split(" "))).orElse(List.of());
    }
}
