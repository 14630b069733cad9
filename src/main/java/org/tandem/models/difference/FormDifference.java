package org.tandem.models.difference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which questions and texts of a form are new, gone, or say something else. Where they stand on the page makes no difference. */
final class FormDifference {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormDifference() {}

    static List<Change.Detail> between(@Nullable String before, @Nullable String after) {
        Map<String, JsonNode> was = parts(before);
        Map<String, JsonNode> is = parts(after);
        List<Change.Detail> details = new ArrayList<>();
        was.forEach((key, part) -> {
            if (!is.containsKey(key)) {
                details.add(new Change.Detail("REMOVED", label(part)));
            } else if (!part.equals(is.get(key))) {
                details.add(new Change.Detail("CHANGED", label(is.get(key))));
            }
        });
        is.forEach((key, part) -> {
            if (!was.containsKey(key)) {
                details.add(new Change.Detail("ADDED", label(part)));
            }
        });
        return details;
    }

    private static Map<String, JsonNode> parts(@Nullable String form) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        if (form != null) {
            try {
                collect(JSON.readTree(form), parts);
            } catch (JsonProcessingException unreadable) {
                parts.put("", JSON.getNodeFactory().textNode(form));
            }
        }
        return parts;
    }

    private static void collect(JsonNode holder, Map<String, JsonNode> parts) {
        for (JsonNode component : holder.path("components")) {
            ObjectNode plain = component.deepCopy();
            plain.remove(List.of("layout", "components", "id"));
            String key = component.path("key").asText("");
            parts.put(key.isEmpty() ? component.path("id").asText("text" + parts.size()) : key, plain);
            collect(component, parts);
        }
    }

    private static String label(JsonNode part) {
        String label = part.path("label").asText("");
        String text =
                label.isEmpty() ? part.path("text").asText(part.path("key").asText("")) : label;
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
