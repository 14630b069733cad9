package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

/** The map of the house is drawn from the code; {@code mvn test -Dtest=MapTests -Dtandem.map=write} draws it anew. */
class MapTests {

    private static final Path MAP = Path.of("docs/map.md");
    private static final Path SOURCES = Path.of("src/main/java/org/tandem");

    private final ApplicationModules modules = ApplicationModules.of(TandemApplication.class);

    @Test
    void showsTheHouseAsItIs() throws IOException {
        String map = map();
        if ("write".equals(System.getProperty("tandem.map"))) {
            Files.createDirectories(MAP.getParent());
            Files.writeString(MAP, map);
        }

        assertThat(MAP)
                .as("docs/map.md is out of date: run mvn test -Dtest=MapTests -Dtandem.map=write")
                .hasContent(map);
    }

    private String map() throws IOException {
        List<ApplicationModule> sorted =
                modules.stream().sorted(Comparator.comparing(MapTests::name)).toList();
        StringBuilder map = new StringBuilder("# Map of the modules\n\n"
                + "Drawn from the code and checked by a test; do not edit. To draw it anew:"
                + " `mvn test -Dtest=MapTests -Dtandem.map=write`.\n\n"
                + "An arrow leads from a module to one it imports. Every module may import `platform`.\n\n"
                + "```mermaid\ngraph TD\n");
        for (ApplicationModule module : sorted) {
            map.append("  ").append(name(module)).append("\n");
            neighbours(module).forEach(other -> map.append("  %s --> %s%n".formatted(name(module), other)));
        }
        map.append("```\n\n| Module | In one sentence | Imports |\n|---|---|---|\n");
        for (ApplicationModule module : sorted) {
            map.append("| `%s` | %s | %s |\n"
                    .formatted(
                            name(module),
                            sentence(module),
                            neighbours(module).stream()
                                    .map(other -> "`" + other + "`")
                                    .collect(Collectors.joining(", "))));
        }
        return map.toString();
    }

    private List<String> neighbours(ApplicationModule module) {
        return module.getDependencies(modules, DependencyDepth.IMMEDIATE)
                .uniqueModules()
                .map(MapTests::name)
                .filter(other -> !other.equals("platform"))
                .sorted()
                .toList();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    /** First sentence of the package comment. */
    private static String sentence(ApplicationModule module) throws IOException {
        Path packageInfo = SOURCES.resolve(name(module).replace('.', '/')).resolve("package-info.java");
        String text = Files.exists(packageInfo) ? Files.readString(packageInfo) : "";
        int end = text.indexOf("*/");
        return end < 0
                ? ""
                : text.substring(0, end)
                        .replaceAll("(?m)^\\s*/?\\*+ ?", "")
                        .replaceAll("\\s+", " ")
                        .replace("|", "\\|")
                        .strip();
    }
}
