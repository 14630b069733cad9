package org.tandem.versions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** New step by old step, as pages and addresses carry it: one parameter for each old step. */
final class ChosenSteps {

    private static final String FIELD = "step-";

    private ChosenSteps() {}

    static Map<String, String> of(Map<String, String[]> parameters) {
        Map<String, String> chosen = new TreeMap<>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(FIELD)) {
                chosen.put(name.substring(FIELD.length()), values[0]);
            }
        });
        return chosen;
    }

    /** The old step an input of the page asks about. */
    static String stepOf(String field) {
        return field.substring(FIELD.length());
    }

    /** To go behind other parameters of an address. */
    static String query(Map<String, String> chosen) {
        return chosen.entrySet().stream()
                .map(step -> "&" + FIELD + encoded(step.getKey()) + "=" + encoded(step.getValue()))
                .collect(Collectors.joining());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
