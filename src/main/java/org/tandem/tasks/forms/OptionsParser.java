package org.tandem.tasks.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the options a form file lists. */
final class OptionsParser {

    private OptionsParser() {}

    static List<Option> options(Attributes of) {
        List<Option> options = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode node : of.node().path("values")) {
            Option option = new Option(
                    node.path("value").asText(), node.path("label").asText().strip());
            if (!option.value().matches("[A-Za-z0-9_.:-]+") || !seen.add(option.value())) {
                throw of.wrong(
                        "the option value “" + option.value() + "” is no name or is used twice.",
                        "Use letters, digits, dots, hyphens and underscores, each value once.");
            }
            if (option.label().isEmpty()
                    || option.label().startsWith("=")
                    || option.label().contains("{{")) {
                throw of.wrong(
                        "the option “" + option.value() + "” has no plain label.", "Write what the reader chooses.");
            }
            options.add(option);
        }
        return options;
    }
}
