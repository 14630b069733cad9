package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.context.annotation.Bean;
import org.tandem.models.Finding;
import org.tandem.models.FormFault;
import org.tandem.models.ModelContext;
import org.tandem.models.ModelFiles;
import org.tandem.models.Rule;
import org.tandem.models.TaskDeclaration;
import org.tandem.models.Wiring;
import org.tandem.people.CandidateGroups;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormDefinition;
import org.tandem.tasks.forms.UnusableForm;

/** Do diagram, form, bean, constant, words and test find each other? Reads files and classes, starts nothing. */
class WiringTests {

    private static final Path STEP_LIMITS = Path.of("src/main/resources/reference/step-limits.yaml");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    /** Forms that cases begun long ago still show. */
    private static final Path BEFORE = Path.of("src/test/resources/before-declarations");

    private static final Path GOOD_HOUSE = Path.of("src/test/resources/broken-models/NONE");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tandem");

    private final ModelFiles models = ModelFiles.in(Path.of("."));

    @Test
    void diagramsFormsDelegatesGroupsAndLimitsFindEachOther() {
        assertThat(Wiring.findings(models, new Sources(CLASSES)))
                .extracting(Finding::sentence)
                .isEmpty();
    }

    @Test
    void catchesADelegateNoDiagramAsksFor() {
        ModelContext broken = new Sources(new ClassFileImporter().importPackages("org.tandem.broken.wiring"));

        assertThat(Wiring.findings(ModelFiles.in(GOOD_HOUSE), broken))
                .filteredOn(finding -> finding.rule() == Rule.DELEGATE_USED)
                .extracting(Finding::element)
                .containsExactly("buySeedDelegate");
    }

    @Test
    void constantsOfProcessClassesAreNamesInDiagrams() {
        assertThat(strangeConstants(CLASSES, models)).isEmpty();
    }

    @Test
    void catchesATaskRenamedInTheDiagramOnly() {
        JavaClasses broken = new ClassFileImporter().importPackages("org.tandem.broken.wiring");

        assertThat(strangeConstants(broken, ModelFiles.in(GOOD_HOUSE))).containsExactly("SowingProcess.PICK_SEED");
    }

    @Test
    void everyLineOfHistoryADiagramDeclaresIsSpokenInBothLanguages() throws IOException {
        Set<String> declared = TaskDeclaration.in(models.contents()).values().stream()
                .flatMap(task -> task.properties().entrySet().stream())
                .filter(property -> property.getKey().matches("history(\\..+)?"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());

        assertThat(all("").stringPropertyNames()).containsAll(declared);
        assertThat(all("_fr").stringPropertyNames()).containsAll(declared);
    }

    @Test
    void everyProcessHasItsTests() {
        Set<String> tests = processTests(Path.of("src/test/java/org/tandem"));

        assertThat(tests.isEmpty() ? List.of() : untested(models, tests)).isEmpty();
    }

    @Test
    void catchesAProcessWithoutTests() {
        assertThat(untested(ModelFiles.in(GOOD_HOUSE), Set.of("SowingProcessTests")))
                .containsExactly("ReapingProcessTests");
    }

    @Test
    void everyWordOfAFormIsTheSameInTheModelerAndSpeaksFrench() throws IOException {
        Set<String> before = wordsOf(ModelFiles.in(BEFORE));
        before.removeAll(wordsOf(models));
        Map<String, String> english = words("");
        Map<String, String> french = words("_fr");
        assertThat(french.keySet()).containsAll(before);
        english.keySet().removeAll(before);
        french.keySet().removeAll(before);

        assertThat(wrongWords(forms(models), english, french)).isEmpty();
    }

    @Test
    void catchesAWordThatIsMissingOrDiffersOrIsLeftOver() {
        Map<String, String> english =
                Map.of("form.chooseSeed.seed.label", "What seed?", "form.chooseSeed.old.label", "Old");

        assertThat(wrongWords(forms(ModelFiles.in(GOOD_HOUSE)), english, Map.of()))
                .containsExactlyInAnyOrder(
                        "form.chooseSeed.seed.label: the file says “Which seed?”, the messages “What seed?”",
                        "form.chooseSeed.seed.label: no French",
                        "form.chooseSeed.old.label: no such word in any form");
    }

    /** String constants of …Process classes that are neither id nor name of anything in the house's diagrams. */
    private static List<String> strangeConstants(JavaClasses classes, ModelFiles models) {
        String all = models.contents().values().stream()
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
        List<String> strange = new ArrayList<>();
        for (JavaClass type : classes) {
            if (type.getSimpleName().endsWith("Process")) {
                for (Field field : type.reflect().getDeclaredFields()) {
                    if (field.getType() == String.class
                            && Modifier.isStatic(field.getModifiers())
                            && !Modifier.isPrivate(field.getModifiers())) {
                        String named = "(?:id|name)=\"" + Pattern.quote(value(field)) + "\"";
                        if (!Pattern.compile(named).matcher(all).find()) {
                            strange.add(type.getSimpleName() + "." + field.getName());
                        }
                    }
                }
            }
        }
        return strange;
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> untested(ModelFiles models, Set<String> tests) {
        return models.contents().keySet().stream()
                .filter(file -> file.endsWith(".bpmn"))
                .map(file -> file.substring(file.lastIndexOf('/') + 1).replace(".bpmn", ""))
                .map(id -> Character.toUpperCase(id.charAt(0)) + id.substring(1) + "ProcessTests")
                .filter(test -> !tests.contains(test))
                .sorted()
                .toList();
    }

    private static Set<String> processTests(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("ProcessTests.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> wordsOf(ModelFiles models) {
        return forms(models).stream()
                .flatMap(form -> form.englishWords().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<FormDefinition> forms(ModelFiles models) {
        return models.contents().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".form"))
                .map(file -> FormDefinition.parse(new String(file.getValue(), StandardCharsets.UTF_8), file.getKey()))
                .toList();
    }

    private static List<String> wrongWords(
            List<FormDefinition> forms, Map<String, String> english, Map<String, String> french) {
        List<String> wrong = new ArrayList<>();
        Set<String> leftOver = new TreeSet<>(english.keySet());
        leftOver.addAll(french.keySet());
        for (FormDefinition form : forms) {
            form.englishWords().forEach((key, text) -> {
                leftOver.remove(key);
                String said = english.getOrDefault(key, "").replace("''", "'");
                if (!said.equals(text)) {
                    wrong.add(key + ": the file says “" + text + "”, the messages “" + said + "”");
                }
                if (french.getOrDefault(key, "").isBlank()) {
                    wrong.add(key + ": no French");
                }
            });
        }
        leftOver.forEach(key -> wrong.add(key + ": no such word in any form"));
        return wrong;
    }

    /** All messages that begin with {@code form.}, of one language. */
    private static Map<String, String> words(String language) throws IOException {
        Properties all = all(language);
        return all.stringPropertyNames().stream()
                .filter(key -> key.startsWith("form."))
                .collect(Collectors.toMap(key -> key, all::getProperty));
    }

    private static Properties all(String language) throws IOException {
        Properties all = new Properties();
        try (Stream<Path> files = Files.list(MESSAGES)) {
            for (Path file : files.toList()) {
                String base = file.getFileName().toString().replace(".properties", "");
                if (base.endsWith("_fr") == language.equals("_fr")) {
                    all.load(Files.newBufferedReader(file, StandardCharsets.UTF_8));
                }
            }
        }
        return all;
    }

    /** What the running application would say, read from sources and classes. */
    private record Sources(JavaClasses classes) implements ModelContext {

        @Override
        public Set<String> candidateGroups() {
            return Arrays.stream(CandidateGroups.class.getDeclaredMethods())
                    .filter(method ->
                            Modifier.isPublic(method.getModifiers()) && method.getReturnType() == String.class)
                    .map(Method::getName)
                    .map(name -> "groups." + name)
                    .collect(Collectors.toSet());
        }

        @Override
        public Set<String> stepLimits() {
            Set<String> tasks = new HashSet<>();
            try {
                if (Files.exists(STEP_LIMITS)) {
                    new YAMLMapper().readTree(STEP_LIMITS.toFile()).fieldNames().forEachRemaining(tasks::add);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return tasks;
        }

        @Override
        public Set<String> delegates() {
            return classes.stream()
                    .filter(type -> type.getSimpleName().endsWith("Delegates"))
                    .flatMap(type -> type.getMethods().stream())
                    .filter(method -> method.isAnnotatedWith(Bean.class))
                    .map(JavaMethod::getName)
                    .collect(Collectors.toSet());
        }

        /** Their names are constants: they are asked of classes that hold nothing. */
        @Override
        public Set<String> implementedTasks() {
            return classes.stream()
                    .filter(type -> type.isAssignableTo(TaskWork.class) && !type.isInterface())
                    .map(type -> (TaskWork) Mockito.mock(type.reflect(), Mockito.CALLS_REAL_METHODS))
                    .flatMap(work -> work.taskKeys().stream())
                    .collect(Collectors.toSet());
        }

        @Override
        public Optional<FormFault> faultOf(String file, String json) {
            try {
                FormDefinition.parse(json, file);
                return Optional.empty();
            } catch (UnusableForm e) {
                return Optional.of(new FormFault(e.element(), e.problem(), e.remedy()));
            }
        }
    }
}
