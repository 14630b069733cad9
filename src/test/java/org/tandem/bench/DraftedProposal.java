package org.tandem.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;
import org.tandem.WrittenSections;

/**
 * A proposal of sixty pages in its first revision: five organisations, five years, a first version frozen.
 *
 * @param texts its sections of text
 * @param versions how many have been frozen
 * @param talk those who write let each other know: nobody types while the other sends the proposal for review
 */
record DraftedProposal(
        String id, String area, List<String> texts, int words, AtomicInteger versions, ReentrantReadWriteLock talk) {

    static final int BUDGET_ROWS = 200;

    private static final int WORDS = 60 * 500;
    private static final int YEARS = 5;
    private static final List<String> COUNTRIES = List.of(
            "AGO", "ARG", "BEN", "BGD", "BOL", "BRA", "BTN", "BWA", "CHL", "CMR", "COL", "CPV", "ECU", "EGY", "ETH",
            "FJI", "GHA", "GTM", "IDN", "IND", "KEN", "KHM", "LAO", "MDG", "MEX");

    static DraftedProposal write(URI address, int number) {
        String area = "a" + (number % 7 + 1);
        Caller undp = Caller.of(
                new TestRestTemplate(new RestTemplateBuilder().rootUri(address.toString())), "fp.undp." + area);
        String country = COUNTRIES.get(number);
        String id = done(undp.post(
                        "/api/programmes",
                        Map.of(
                                "title",
                                "Floors",
                                "area",
                                "FFA-" + area.toUpperCase(),
                                "areaReason",
                                "Asked for where it is not usual",
                                "country",
                                country)))
                .at("/id")
                .asText();
        done(undp.as("fp.ilo." + area).answer("programme", id, "joinDrafting", Map.of("decision", "JOIN")));
        lastFor(undp, id, YEARS * 12);
        for (String other : List.of("Ministry of Labour", "Chamber of Industry", "Federation of Trade Unions")) {
            String letter = done(undp.upload("/api/uploads?kind=letter", "file", "letter.pdf", "%PDF-1.7 " + other))
                    .at("/id")
                    .asText();
            done(undp.post("/api/proposal/" + id + "/organisations", Map.of("name", other, "letter", letter)));
        }
        WrittenSections.write(undp, id);
        List<String> texts = pages(undp, id);
        budget(undp, id);
        done(undp.answer("proposal", id, "draftProposal", Map.of()));
        section(undp, id, texts.get(0), text(WORDS / texts.size(), 1), 2);
        int words = done(undp.get(sections(id))).findValues("words").stream()
                .mapToInt(JsonNode::asInt)
                .sum();
        if (words < WORDS) {
            throw new IllegalStateException(id + " has only " + words + " words");
        }
        return new DraftedProposal(id, area, texts, words, new AtomicInteger(1), new ReentrantReadWriteLock());
    }

    List<String> writers() {
        return List.of("fp.undp." + area, "fp.ilo." + area);
    }

    /** Other words each time. */
    static String text(int words, int seed) {
        return IntStream.range(0, words)
                .mapToObj(word -> word % 90 == 89 ? "floors.\n\n" : "word" + (word * 31 + seed) % 997)
                .collect(Collectors.joining(" "));
    }

    private static List<String> pages(Caller undp, String id) {
        List<String> texts = new ArrayList<>();
        done(undp.get(sections(id))).forEach(section -> {
            if (section.at("/kind").asText().equals("text")) {
                texts.add(section.at("/section").asText());
            }
        });
        texts.forEach(section -> section(undp, id, section, text(WORDS / texts.size() + 1, 0), 1));
        return texts;
    }

    private static void section(Caller undp, String id, String section, String text, int revision) {
        done(undp.put(
                sections(id) + "/" + section,
                Map.of("revision", revision, "reopen", true, "content", Map.of("text", text))));
    }

    private static void lastFor(Caller undp, String id, int months) {
        JsonNode whole = done(undp.get("/api/proposal/" + id));
        Map<String, Object> profile = new java.util.HashMap<>();
        whole.at("/profile").fields().forEachRemaining(one -> profile.put(one.getKey(), one.getValue()));
        profile.put("months", String.valueOf(months));
        done(undp.put(
                "/api/proposal/" + id + "/profile",
                Map.of("profile", profile, "seen", whole.at("/seen").asText(), "reopen", false)));
    }

    /** A row for every organisation, category and year. */
    private static void budget(Caller undp, String id) {
        String address = "/api/proposal/" + id + "/budget";
        JsonNode before = done(undp.get(address));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode organisation : before.at("/organisations")) {
            for (int category = 1; category <= 8; category++) {
                for (int year = 1; year <= YEARS; year++) {
                    String amount = category == 8 ? "" : String.valueOf(1_000 * category + year);
                    rows.add(Map.of(
                            "organisation", organisation.at("/code").asText(),
                            "category", category,
                            "year", year,
                            "requested", amount,
                            "own", String.valueOf(10 * category + year)));
                }
            }
        }
        if (rows.size() != BUDGET_ROWS) {
            throw new IllegalStateException(rows.size() + " rows");
        }
        done(undp.put(address, Map.of("revision", before.at("/revision").asLong(), "rows", rows)));
    }

    private static String sections(String id) {
        return "/api/proposal/" + id + "/sections";
    }

    private static JsonNode done(ResponseEntity<JsonNode> answer) {
        if (!answer.getStatusCode().is2xxSuccessful()) {
            throw new IllegalStateException(String.valueOf(answer));
        }
        return answer.getBody();
    }
}
