package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * Some attributes take no expression with a bean, a parameter, a static class or a new object; the template engine says so only
 * when somebody asks for the page. Here it is asked about each such expression, in the attribute it stands in.
 */
class TemplateExpressionsTests {

    private static final Pattern ATTRIBUTE = Pattern.compile("\\sth:([\\w-]+)=\"([^\"]*)\"");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}");
    private static final Pattern DELICATE = Pattern.compile("@\\w|\\bparam\\b|\\bnew\\b|\\bT\\(");

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    TemplateExpressionsTests() {
        engine.setTemplateResolver(new StringTemplateResolver());
    }

    @Test
    void noAttributeHoldsWhatTheEngineForbidsThere() {
        assertThat(forbiddenIn(Path.of("src/main/resources/templates"))).isEmpty();
    }

    @Test
    void whatIsForbiddenIsCaught() {
        assertThat(forbiddenIn(Path.of("src/test/resources/broken/templates")))
                .containsExactly(
                        "forbidden.html: th:data-at=${@times.now()}",
                        "forbidden.html: th:attr=${@times.now()}",
                        "forbidden.html: th:href=${param.back}");
    }

    private List<String> forbiddenIn(Path templates) {
        try (Stream<Path> walk = Files.walk(templates)) {
            return walk.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .flatMap(file -> forbiddenIn(file.getFileName().toString(), content(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> forbiddenIn(String file, String markup) {
        return ATTRIBUTE.matcher(markup).results().flatMap(attribute -> EXPRESSION
                .matcher(attribute.group(2))
                .results()
                .map(MatchResult::group)
                .filter(expression -> DELICATE.matcher(expression).find())
                .filter(expression -> isForbidden(attribute.group(1), expression))
                .map(expression -> file + ": th:" + attribute.group(1) + "=" + expression));
    }

    /** Without beans every expression fails; what counts is whether it was forbidden before. */
    private boolean isForbidden(String attribute, String expression) {
        String value =
                switch (attribute) {
                    case "each" -> "x : " + expression;
                    case "with", "attr", "attrappend", "attrprepend" -> "x=" + expression;
                    default -> expression;
                };
        try {
            engine.process("<p th:" + attribute + "=\"" + value + "\"></p>", new Context());
            return false;
        } catch (TemplateEngineException failed) {
            return Stream.<Throwable>iterate(failed, cause -> cause != null, Throwable::getCause)
                    .anyMatch(cause -> cause.getMessage().contains("is forbidden in this context"));
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
