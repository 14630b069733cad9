package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people wrote stays text in every template, and reaches nothing that would run it. */
class TemplateTests {

    private static final List<Pattern> BRINGS_TEXT_TO_LIFE = Stream.of(
                    "th:utext",
                    "\\[\\(",
                    "\\b(th:|hx-)?on[a-z:-]+=",
                    "<script(?![^>]*\\bsrc=)",
                    "<iframe",
                    "<object",
                    "<embed",
                    "<base\\b",
                    "srcdoc",
                    "javascript:")
            .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE))
            .toList();
    private static final Pattern ASKS_HTMX =
            Pattern.compile("\\b(data-)?hx-(get|post|put|patch|delete|trigger|boost|vals|include|ext)\\b");

    @Test
    void writeTextAsText() {
        templates().forEach((name, template) -> assertThat(BRINGS_TEXT_TO_LIFE)
                .as(name)
                .noneMatch(pattern -> pattern.matcher(template).find()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:utext=\"${comment}\"></p>",
                "<p>[(${comment})]</p>",
                "<a th:onclick=\"|${call}|\">",
                "<a hx-on:click=\"x()\">",
                "<script th:inline=\"javascript\">",
                "<iframe th:srcdoc=\"${letter}\">"
            })
    void areCaughtWhenTheyDoNot(String template) {
        assertThat(BRINGS_TEXT_TO_LIFE)
                .anyMatch(pattern -> pattern.matcher(template).find());
    }

    /** A code before a colon would be a name for whoever types the same: what is named by its code is a MessageArgument. */
    @Test
    void nameNothingByTextThatSomebodyCouldType() {
        Pattern before =
                Pattern.compile("[\"'](agency|area|areaKey|country|flow|groups?|person|task|time|topic):[\"'] \\+");

        Map<String, String> sources = new TreeMap<>(templates());
        sources.putAll(read(Path.of("src/main/java")));

        sources.forEach((name, source) -> assertThat(before.matcher(source).find())
                .as(name + " names by text, not by MessageArgument")
                .isFalse());
    }

    /** A browser cuts what is pasted beyond a limit without a word; the server refuses it, and the page counts. */
    @Test
    void cutNothing() {
        Pattern cuts = Pattern.compile("(?<!data-)maxlength=", Pattern.CASE_INSENSITIVE);
        Pattern counted = Pattern.compile("<textarea(?![^>]*(data-maxlength|readonly|hidden))");

        templates().forEach((name, template) -> {
            assertThat(cuts.matcher(template).find()).as(name + " cuts").isFalse();
            assertThat(counted.matcher(template).find())
                    .as(name + " does not count")
                    .isFalse();
        });
    }

    /** Elsewhere it would only be there for what should not use it. */
    @Test
    void loadHtmxWhereTheyUseItAndNowhereElse() {
        templates().forEach((name, template) -> assertThat(template.contains("/htmx.min.js"))
                .as(name)
                .isEqualTo(ASKS_HTMX.matcher(template).find()));
    }

    private static Map<String, String> templates() {
        return read(Path.of("src/main/resources/templates"));
    }

    private static Map<String, String> read(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
