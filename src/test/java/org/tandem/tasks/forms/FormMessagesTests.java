package org.tandem.tasks.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every complaint the form engine can make has a sentence in both languages. */
class FormMessagesTests {

    private static final Pattern KEYS = Pattern.compile(
            "\"(required\\w*|too\\w+|oneLine|pattern\\w*|email|phone|number|amount|whole|decimals|min|max|increment|choice|country|person|twice|once"
                    + "|year|past|earliest|latest|interval|control|direction|oneFile|fileGone|tooFewRows|tooManyRows)\"");

    @Test
    void speakBothLanguages() throws IOException {
        Properties english = read("messages/tasks-forms.properties");
        Properties french = read("messages/tasks-forms_fr.properties");

        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void coverEveryComplaint() throws IOException {
        Set<String> raised;
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/tandem/tasks/forms"))) {
            raised = sources.filter(source -> source.toString().matches(".*(Reader|Checker)\\.java"))
                    .flatMap(source -> KEYS.matcher(text(source)).results())
                    .map(MatchResult::group)
                    .map(key -> "tasks.form.error." + key.replace("\"", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(raised).hasSizeGreaterThan(20);
        assertThat(read("messages/tasks-forms.properties").stringPropertyNames())
                .containsAll(raised)
                .contains("tasks.form.error.date", "tasks.form.error.time", "tasks.form.error.datetime");
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(FormMessagesTests.class.getClassLoader().getResourceAsStream(file)),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
