package org.tandem.platform.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is in a bundle, in every language, and every bundle entry is used. Reads files, starts nothing. */
class MessageBundlesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path BUNDLES = RESOURCES.resolve("messages");
    private static final Path TEMPLATES = RESOURCES.resolve("templates");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-z][\\w.-]*)[(}]");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    /** Titles of tasks and labels of forms are named after the task, in the bundle of its module. */
    private static final Pattern BY_TASK = Pattern.compile("^(?:task|form)\\.(\\w+)");

    private static final Pattern SINGLE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    /** A space that may break or is too wide, or none, before ; : ! ? and inside guillemets; addresses and times aside. */
    private static final Pattern WIDE_SPACE = Pattern.compile(
            "[ \u00a0\\t][;:!?](?=[\\s{\u00bb]|$)|\u00ab(?!\u202f)|(?<!\u202f)\u00bb|[\\p{L})}\u2019](?<!job|case);|[\\p{L})}\u00bb](?<!job|case)[:!?](?=\\s|$)");

    /** What docs/glossary.md has a better word for, by language. */
    private static final Map<String, Pattern> RETIRED = Map.of(
            "en",
            Pattern.compile(
                    "(?i:what waits for you|waits for me|claimed by me|unclaimed|with others|stands? still|"
                            + "holds the pen|put (?:a|an|another) \\w+ forward|up one level|same as a process diagram|"
                            + "the way of this case|named jointly|each once$|needs? another look)|\\bSuspended\\b|\\bF[1-6]\\b"),
            "fr",
            Pattern.compile("(?i:équipes? de travail|comptes? rendus?|pourquoi pas|tient la plume|ce qui attend qui|"
                    + "mécanismes communs|coordinateur|\\bagences?\\b|choisi en commun|à nouveau|"
                    + "organisations? (?:présente|et leurs)|l’autre côté)|"
                    + "(?<!regional-director:)\\b(?:UNDP|ILO|UNHCR)\\b(?!:AFRICA)|\\bF[1-6]\\b"));

    private final Map<String, String> english = bundle("");
    private final Map<String, String> french = bundle("_fr");

    @Test
    void everyTextIsInBothLanguages() {
        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(english.values()).noneMatch(String::isBlank);
        assertThat(french.values()).noneMatch(String::isBlank);
    }

    @Test
    void bothLanguagesSayTheSameArguments() {
        assertThat(english.keySet())
                .allSatisfy(
                        key -> assertThat(arguments(french.get(key))).as(key).isEqualTo(arguments(english.get(key))));
    }

    @Test
    void everyTextIsAFormatWithItsApostrophesDoubled() {
        Stream.of(english, french)
                .forEach(texts -> texts.forEach((key, text) -> {
                    assertThat(SINGLE_APOSTROPHE.matcher(text).find())
                            .as("%s = %s: double the apostrophe or write ’", key, text)
                            .isFalse();
                    new MessageFormat(text, Locale.ENGLISH);
                }));
    }

    @Test
    void everyKeyBeginsWithTheNameOfItsModule() {
        files(BUNDLES, ".properties").forEach(file -> {
            String module = file.getFileName().toString().replaceFirst("[-_.].*", "");
            assertThat(read(file).keySet())
                    .filteredOn(key -> !key.startsWith(module + ".")
                            && !BY_TASK.matcher(key).find())
                    .as(file.toString())
                    .isEmpty();
        });
    }

    @Test
    void noTemplateAsksForATextThatIsNotThere() {
        assertThat(keysAskedForIn(TEMPLATES))
                .filteredOn(key -> !english.containsKey(key))
                .isEmpty();
    }

    @Test
    void everyTextIsUsed() {
        Uses uses = new Uses(Stream.of(
                        files(Path.of("src/main/java"), ".java"),
                        files(TEMPLATES, ".html"),
                        files(Path.of("processes"), ""),
                        files(Path.of("forms"), ""))
                .flatMap(List::stream)
                .map(MessageBundlesTests::content)
                .collect(joining("\n")));
        assertThat(english.keySet()).filteredOn(key -> !uses.use(key)).isEmpty();
    }

    /** By the answer chosen, where the first choice is between fixed ones, or by a sentence of its own (TaskConfirmation). */
    @Test
    void everyTaskConfirmsWhatWasDone() {
        assertThat(unconfirmed(Path.of("forms"))).isEmpty();
        assertThat(unconfirmed(Path.of("src/test/resources/broken/forms"))).containsExactly("task.askNobody.done");
    }

    @Test
    void noTemplateHoldsTextOfItsOwn() {
        assertThat(literalTextsIn(TEMPLATES)).isEmpty();
    }

    @Test
    void saysNoRetiredWord() {
        assertThat(retiredIn(english, "en")).isEmpty();
        assertThat(retiredIn(french, "fr")).isEmpty();
    }

    @Test
    void keepsNarrowSpacesBeforeFrenchPunctuation() {
        assertThat(french).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(WIDE_SPACE));
    }

    @Test
    void retiredWordsAndWideSpacesAreCaught() {
        assertThat(retiredIn(Map.of("a", "Stands still", "b", "F6 of UNDP"), "en"))
                .hasSize(2);
        assertThat(retiredIn(Map.of("a", "Les missions de l’UNDP", "b", "Pourquoi pas ?"), "fr"))
                .hasSize(2);
        assertThat(List.of("Non ?", "« oui", "a\u00a0:", "a;", "«oui»"))
                .allSatisfy(text -> assertThat(text).containsPattern(WIDE_SPACE));
        assertThat("«\u202fa\u202f», 14:30, x\u202f: https://a.org").doesNotContainPattern(WIDE_SPACE);
    }

    @Test
    void everyPageIsInStandardsMode() {
        assertThat(files(TEMPLATES, ".html"))
                .allSatisfy(
                        file -> assertThat(content(file)).as(file.toString()).startsWith("<!DOCTYPE html>"));
    }

    @Test
    void noTemplateHoldsScriptOrStyleInline() {
        assertThat(files(TEMPLATES, ".html")).allSatisfy(file -> assertThat(content(file))
                .as(file.toString())
                .doesNotContainPattern("(?s)<script(?![^>]*src)[^>]*>|<style|\\s(th:)?style=|\\son[a-z]+="));
    }

    @Test
    void literalTextAndUnknownKeysAreCaught() {
        Path broken = Path.of("src/test/resources/broken/templates");
        assertThat(literalTextsIn(broken))
                .containsExactly(
                        "broken.html: Text of its own",
                        "broken.html: title=Literal",
                        "broken.html: placeholder=Literal");
        assertThat(keysAskedForIn(broken)).contains("broken.noSuchText");
        assertThat(new Uses("say(\"broken.used\") + say(\"broken.prefix.\" + status)"))
                .satisfies(uses -> assertThat(uses.use("broken.used")).isTrue())
                .satisfies(uses -> assertThat(uses.use("broken.prefix.DONE")).isTrue())
                .satisfies(uses -> assertThat(uses.use("broken.unused")).isFalse());
    }

    /** A text is used when its key stands somewhere, or the beginning of it up to a dot, to be completed there. */
    private static final class Uses {

        private static final Pattern DOTTED = Pattern.compile("[A-Za-z][\\w-]*(?:\\.[\\w-]+)+\\.?");
        private static final Pattern IDENTIFIED = Pattern.compile("(?:\"?\\bid\"?\\s*[:=]\\s*|\\.named\\()\"(\\w+)\"");

        private final Set<String> dotted;
        private final Set<String> tasks;

        Uses(String sources) {
            dotted = DOTTED.matcher(sources).results().map(MatchResult::group).collect(toSet());
            tasks = IDENTIFIED.matcher(sources).results().map(id -> id.group(1)).collect(toSet());
        }

        boolean use(String key) {
            Matcher byTask = BY_TASK.matcher(key);
            if (byTask.find()) {
                return tasks.contains(byTask.group(1));
            }
            boolean used = dotted.contains(key);
            for (int dot = key.lastIndexOf('.'); !used && dot > key.indexOf('.'); dot = key.lastIndexOf('.', dot - 1)) {
                used = dotted.contains(key.substring(0, dot + 1));
            }
            return used;
        }
    }

    private List<String> unconfirmed(Path forms) {
        return files(forms, ".form").stream()
                .filter(form -> forms.relativize(form).getNameCount() == 2)
                .filter(form -> !choosesAmongFixed(content(form)))
                .map(form -> "task." + form.getFileName().toString().replace(".form", ".done"))
                .filter(done ->
                        english.keySet().stream().noneMatch(key -> key.equals(done) || key.startsWith(done + ".")))
                .toList();
    }

    private static boolean choosesAmongFixed(String form) {
        try {
            return new ObjectMapper()
                    .readTree(form).findParents("type").stream()
                            .filter(field -> field.path("type").asText().equals("radio"))
                            .findFirst()
                            .filter(field -> field.has("values"))
                            .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the API name figures and agencies by their codes. */
    private static List<String> retiredIn(Map<String, String> texts, String language) {
        return texts.entrySet().stream()
                .filter(text -> !text.getKey().startsWith("platform.api."))
                .filter(text -> RETIRED.get(language).matcher(text.getValue()).find())
                .map(Map.Entry::toString)
                .toList();
    }

    private static Set<String> keysAskedForIn(Path templates) {
        Set<String> keys = new TreeSet<>();
        for (Path file : files(templates, ".html")) {
            Matcher matcher = KEY_IN_TEMPLATE.matcher(content(file));
            while (matcher.find()) {
                keys.add(matcher.group(1));
            }
        }
        return keys;
    }

    /** A colon is text too: French puts a space before it. */
    private static List<String> literalTextsIn(Path templates) {
        List<String> found = new ArrayList<>();
        for (Path file : files(templates, ".html")) {
            String name = file.getFileName().toString();
            String markup = content(file)
                    .replaceAll("(?s)<!--.*?-->", "")
                    .replaceAll("(?s)\\s(?:th:)?[\\w-]+:[\\w-]+\\s*=\\s*(\"[^\"]*\"|'[^']*')", " ");
            Matcher attributes = Pattern.compile("\\s(title|placeholder|aria-label|alt|label)=\"([^\"]*\\p{L}[^\"]*)\"")
                    .matcher(markup);
            List<String> inAttributes = new ArrayList<>();
            while (attributes.find()) {
                inAttributes.add(name + ": " + attributes.group(1) + "=" + attributes.group(2));
            }
            Stream.of(markup.replaceAll("(?s)<[^>]*>", "\n").split("\n"))
                    .map(text ->
                            text.replaceAll("&[a-z]+;|&#\\d+;|\\[\\[.*?]]", "").strip())
                    .filter(text -> text.startsWith(":") || text.codePoints().anyMatch(Character::isLetter))
                    .forEach(text -> found.add(name + ": " + text));
            found.addAll(inAttributes);
        }
        return found;
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = ARGUMENT.matcher(text);
        while (matcher.find()) {
            arguments.add(matcher.group(1));
        }
        return arguments;
    }

    private static Map<String, String> bundle(String language) {
        Map<String, String> texts = new TreeMap<>();
        files(BUNDLES, ".properties").stream()
                .filter(file -> file.getFileName().toString().matches("[^_]+" + language + "\\.properties"))
                .forEach(file -> texts.putAll(read(file)));
        return texts;
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                assertThat(containsKey(key))
                        .as("%s: %s stands there twice", file, key)
                        .isFalse();
                return super.put(key, value);
            }
        };
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
