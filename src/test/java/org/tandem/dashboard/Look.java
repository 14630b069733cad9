package org.tandem.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.Visitor;

/** Somebody looks at the figures by the API; with a session, as a password takes long to check. */
record Look(Visitor who) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Look of(int port, String name) {
        return new Look(Visitor.signedIn(port, name, "tandem"));
    }

    /** The figures of a view, after comparing every number in them with the list behind it. */
    JsonNode at(String query) {
        JsonNode figures = read("/api/dashboard/figures" + (query.isEmpty() ? "" : "?" + query));
        List<JsonNode> numbers = new ArrayList<>();
        collect(figures, numbers);
        assertThat(numbers).as(query).isNotEmpty();
        Map<String, Long> lists = new LinkedHashMap<>();
        numbers.forEach(number ->
                lists.put(number.get("list").asText(), number.get("number").asLong()));
        // A list behind 0 is asked for once in a while only: most numbers are 0.
        lists.entrySet().removeIf(list -> list.getValue() == 0 && list.hashCode() % 4 != 0);
        lists.forEach((list, number) -> assertThat(behind(list)).as(list).hasSize(number.intValue()));
        return figures;
    }

    Map<String, Integer> countries(String framework, String query) {
        return countriesIn(at(query), framework);
    }

    List<Integer> tasks(String role, String query) {
        return tasksIn(at(query), role);
    }

    /** States of F1 that are not 0, with their numbers. */
    static Map<String, Integer> countriesIn(JsonNode figures, String framework) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        JsonNode states = figures.at("/F1/" + framework + "/states");
        assertThat(states.size()).as("all states are there").isEqualTo(10);
        states.fields().forEachRemaining(state -> {
            if (state.getValue().get("number").asInt() > 0) {
                numbers.put(state.getKey(), state.getValue().get("number").asInt());
            }
        });
        return numbers;
    }

    /** Open, due soon, overdue. */
    static List<Integer> tasksIn(JsonNode figures, String role) {
        JsonNode load = figures.at("/F6/roles/" + role);
        return List.of(number(load, "open"), number(load, "dueSoon"), number(load, "overdue"));
    }

    private static int number(JsonNode load, String which) {
        return load.at("/" + which + "/number").asInt(-1);
    }

    /** All lines of a list, page by page; none of them twice. */
    List<JsonNode> behind(String list) {
        List<JsonNode> lines = new ArrayList<>();
        String next = list;
        long total = 0;
        while (next != null) {
            JsonNode page = read(next);
            page.get("cases").forEach(lines::add);
            page.get("tasks").forEach(lines::add);
            total = page.get("total").asLong();
            next = page.get("next").isNull() ? null : page.get("next").asText();
        }
        assertThat(total).as(list).isEqualTo(lines.size());
        Set<String> ids = new HashSet<>();
        lines.forEach(line -> ids.add(line.get("id").asText()));
        assertThat(ids).as(list).hasSize(lines.size());
        return lines;
    }

    JsonNode read(String path) {
        HttpResponse<String> answer = who.send("GET", path, Map.of());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException broken) {
            throw new AssertionError(path, broken);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> numbers) {
        if (node.has("number") && node.has("list")) {
            numbers.add(node);
        }
        node.forEach(child -> collect(child, numbers));
    }
}
