package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

/** Is the house still the house? Every rule here has been seen red by an offender in {@code org.tandem.broken}. */
class HouseTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tandem");

    private static final Map<ArchRule, String> RULES = Map.of(
            HouseRules.ONLY_THE_EDGES_KNOW_THE_ENGINE, "engine",
            HouseRules.ONLY_THE_EDGES_KNOW_THE_WEB, "web",
            HouseRules.LISTENERS_STAY_IN_THE_TRANSACTION, "listeners",
            HouseRules.EDGES_ARE_PACKAGE_PRIVATE, "open",
            HouseRules.TIME_COMES_FROM_THE_CLOCK, "clock",
            HouseRules.CONNECTIONS_ARE_MADE_IN_ONE_PLACE, "connections",
            HouseRules.NAMES_SAY_WHAT, "names",
            HouseRules.BYTES_LEAVE_ONE_WAY, "bytes",
            HouseRules.MODELS_ARE_READ_IN_ONE_PLACE, "models");

    static Stream<ArchRule> rules() {
        return RULES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepsTheRule(ArchRule rule) {
        rule.check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void catchesTheOffenders(ArchRule rule) throws IOException {
        String folder = RULES.get(rule);
        JavaClasses offenders = new ClassFileImporter().importPackages("org.tandem.broken." + folder);

        List<String> caught = rule.evaluate(offenders).getFailureReport().getDetails();

        for (String offender : sources("src/test/java/org/tandem/broken/" + folder)) {
            assertThat(caught).anyMatch(detail -> detail.contains("." + offender));
        }
    }

    @Test
    void seesEveryWayToReadTheMachinesTime() {
        assertThat(HouseRules.TIME_COMES_FROM_THE_CLOCK
                        .evaluate(new ClassFileImporter().importPackages("org.tandem.broken.clock"))
                        .getFailureReport()
                        .getDetails())
                .hasSize(3);
    }

    @Test
    void listsItsNeighbours() {
        ApplicationModules.of(TandemApplication.class).verify();
    }

    @Test
    void catchesANeighbourThatIsNotListed() {
        ApplicationModules broken =
                ApplicationModules.of("org.tandem.broken.neighbours", new ImportOption.OnlyIncludeTests());

        assertThatThrownBy(broken::verify).hasMessageContaining("sowing").hasMessageContaining("reaping");
    }

    @Test
    void introducesEveryModule() throws IOException {
        assertThat(withoutIntroduction(Path.of("src/main/java/org/tandem"))).isEmpty();
        assertThat(withoutIntroduction(Path.of("src/test/java/org/tandem/broken")))
                .contains("bare");
    }

    /** Folders whose package-info lacks a sentence, a module mark or the promise about null. */
    private static List<String> withoutIntroduction(Path house) throws IOException {
        try (Stream<Path> modules = Files.list(house)) {
            return modules.filter(HouseTests::holdsCode)
                    .filter(module -> !isIntroduced(module.resolve("package-info.java")))
                    .map(module -> module.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static boolean holdsCode(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isIntroduced(Path packageInfo) {
        try {
            String text = Files.exists(packageInfo) ? Files.readString(packageInfo) : "";
            return text.startsWith("/** ") && text.contains("@ApplicationModule") && text.contains("@NullMarked");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
        }
    }
}
