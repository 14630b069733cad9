package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be on the class path, and what must not be old (D1, D2). */
class ClassPathTests {

    private static final Pattern VERSION = Pattern.compile("-([0-9]+(?:\\.[0-9]+)*)[^/]*\\.jar$");

    private final List<String> jars = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(path -> path.replace('\\', '/'))
            .filter(path -> path.endsWith(".jar"))
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "engine-rest",
                "webapp",
                "groovy",
                "graal",
                "truffle",
                "nashorn",
                "rhino",
                "jruby",
                "jython",
                "freemarker",
                "velocity-engine",
                "camunda-connect",
                "camunda-engine-plugin-connect"
            })
    void hasNo(String part) {
        assertThat(jars).noneMatch(jar -> jar.contains(part));
    }

    /** JUEL and FEEL are the languages of conditions and tables; neither can reach beyond what it is given. */
    @Test
    void hasNoScriptEngine() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(ScriptEngineFactory::getEngineName)
                .allMatch(name -> name.matches("(?i).*(juel|feel).*"));
    }

    @Test
    void hasNoKnownHole() {
        assertThat(Arrays.compare(version("commons-lang3"), new int[] {3, 18, 0}))
                .isNotNegative();
        assertThat(Arrays.compare(version("postgresql"), new int[] {42, 7, 12})).isNotNegative();
    }

    private int[] version(String artifact) {
        return jars.stream()
                .map(jar -> jar.startsWith(artifact + "-") ? VERSION.matcher(jar) : null)
                .filter(Objects::nonNull)
                .filter(Matcher::find)
                .map(found -> Arrays.stream(found.group(1).split("\\."))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .findFirst()
                .orElseThrow();
    }
}
