package org.tandem.tasks.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties of one component, read by type; what is of the wrong type is refused with file and component. */
record Attributes(String file, String element, JsonNode node) {

    UnusableForm wrong(String problem, String remedy) {
        return new UnusableForm(file, element, problem, remedy);
    }

    Attributes inner(String name, Set<String> known) {
        JsonNode inner = node.path(name);
        if (inner.isMissingNode() || inner.isNull()) {
            return new Attributes(file, element, MissingNode.getInstance());
        }
        if (!inner.isObject()) {
            throw wrong("“" + name + "” is not an object.", "Save the form again with the Camunda Modeler.");
        }
        inner.fieldNames().forEachRemaining(found -> {
            if (!known.contains(found)) {
                throw wrong(
                        "“" + name + "." + found + "” is not supported.",
                        "Remove it, or use one of: "
                                + String.join(", ", known.stream().sorted().toList()) + ".");
            }
        });
        return new Attributes(file, element, inner);
    }

    String text(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual() && !value.isNumber()) {
            throw wrong("“" + name + "” is not a text.", "Write it between quotation marks.");
        }
        return value.asText();
    }

    /** A text for people, which must stand by itself: expressions in it would bypass translation. */
    String words(String name) {
        String words = text(name).strip();
        if (words.startsWith("=") || words.contains("{{")) {
            throw wrong(
                    "“" + name + "” is an expression.", "Write plain words; they are translated by their message key.");
        }
        return words;
    }

    boolean flag(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw wrong("“" + name + "” is neither true nor false.", "Expressions are supported only for hiding.");
        }
        return value.booleanValue();
    }

    @Nullable
    BigDecimal number(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()
                || value.isNull()
                || value.isTextual() && value.asText().isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(value.asText());
        } catch (NumberFormatException e) {
            throw wrong("“" + name + "” is not a number.", "Write a plain number, no expression.");
        }
    }

    int count(String name, int otherwise) {
        BigDecimal number = number(name);
        if (number == null) {
            return otherwise;
        }
        try {
            int count = number.intValueExact();
            if (count >= 0) {
                return count;
            }
        } catch (ArithmeticException e) {
            // said below
        }
        throw wrong("“" + name + "” is not a whole number from zero up.", "Write for example 4000.");
    }

    List<String> texts(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            String text = value.asText();
            return text.isEmpty() ? List.of() : List.of(text);
        }
        List<String> texts = new ArrayList<>();
        value.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
