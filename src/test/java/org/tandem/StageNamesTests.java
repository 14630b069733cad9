package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** Does anything outside a stage name its kind of case, its states, its tasks or its pages, instead of asking what it declares? */
class StageNamesTests {

    private static final Path JAVA = Path.of("src/main/java/org/tandem");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** States whose words others have for other things: open and done tasks, declined votes, levels in the data of frameworks. */
    private static final Set<String> WORDS_OF_SEVERAL = Set.of("OPEN", "DONE", "DECLINED", "JOINT_MECHANISM");

    /** Keys of data files that are words of stages as well: a row of a framework says which UN programme it belongs to. */
    private static final Map<String, String> KEYS_OF_DATA = Map.of("FrameworkFile.java", "programme");

    @Test
    void nobodyNamesWhatAnotherStageDeclares() throws IOException {
        Map<String, Set<String>> names = names();
        assertThat(names.keySet()).contains("selection", "divergence", "support", "vetting");

        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            String module = file.getName(file.startsWith(JAVA) ? JAVA.getNameCount() : TEMPLATES.getNameCount())
                    .toString();
            String text = withoutComments(Files.readString(file));
            names.forEach((stage, words) -> words.stream()
                    .filter(word -> !names.getOrDefault(module, Set.of()).contains(word))
                    .filter(word ->
                            !word.equals(KEYS_OF_DATA.get(file.getFileName().toString())))
                    .filter(word -> !module.equals(stage) && names(text, word))
                    .forEach(word -> found.add(file + " names " + word + " of " + stage)));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void findsAnOffender() {
        assertThat(names("case \"VETTED\" -> x", "VETTED")).isTrue();
        assertThat(names("where c.state = 'VETTED'", "VETTED")).isTrue();
        assertThat(names("redirect:/vetting/x", "vetting")).isFalse();
        assertThat(names("\"/vetting/compare\"", "vetting")).isTrue();
        assertThat(names("th:href=\"@{/vetting/compare}\"", "vetting")).isTrue();
        assertThat(names("\"vetting.title\"", "vetting")).isFalse();
    }

    /** As a text of its own, in SQL, or as the beginning of an address. */
    private static boolean names(String text, String word) {
        return Pattern.compile("[\"']" + word + "[\"']|[\"'{|]/" + word + "[/\"'?(}|]")
                .matcher(text)
                .find();
    }

    /** By module with diagrams: the kind, the states of its enum and the user tasks. */
    private static Map<String, Set<String>> names() throws IOException {
        Map<String, Set<String>> names = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            for (Path file :
                    files.filter(found -> found.toString().endsWith(".bpmn")).toList()) {
                String module = file.getName(1).toString();
                if (!module.equals("tasks")) {
                    Set<String> words = names.computeIfAbsent(module, StageNamesTests::kindAndStates);
                    Bpmn.readModelFromFile(file.toFile())
                            .getModelElementsByType(UserTask.class)
                            .forEach(task -> words.add(task.getId()));
                }
            }
        }
        return names;
    }

    private static Set<String> kindAndStates(String module) {
        Set<String> words = new TreeSet<>(Set.of(module));
        String name = Character.toUpperCase(module.charAt(0)) + module.substring(1);
        try {
            Stream.of(Class.forName("org.tandem." + module + "." + name + "State")
                            .getEnumConstants())
                    .map(Object::toString)
                    .filter(state -> !WORDS_OF_SEVERAL.contains(state))
                    .forEach(words::add);
        } catch (ClassNotFoundException noStates) {
            throw new IllegalStateException(noStates);
        }
        return words;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> java = Files.walk(JAVA);
                Stream<Path> templates = Files.walk(TEMPLATES)) {
            return Stream.concat(java, templates)
                    .filter(file -> file.toString().matches(".*\\.(java|html)"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
    }

    private static String withoutComments(String text) {
        return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n\"]*\n", "\n");
    }
}
