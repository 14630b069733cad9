package org.tandem.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;
import org.tandem.Roads;

/** Takes proposals to calls of a fund that prescribes no form of its own. */
record Submitting(Roads roads, Clock clock) {

    static final String FUND = "UNTFHS";
    static final String CLERK = "fund.untfhs";

    private static final AtomicInteger NEXT = new AtomicInteger();

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** A call that closes in ten days. */
    String call() {
        return call(Map.of("closes", today().plusDays(10).toString(), "zone", "America/New_York"));
    }

    String call(Map<String, ?> terms) {
        Map<String, Object> sent = new HashMap<>(terms);
        String code = "SUB-" + NEXT.incrementAndGet();
        sent.put("code", code);
        sent.putIfAbsent("fund", FUND);
        ResponseEntity<JsonNode> entered = roads.as("coord.ilo").post("/api/calls", sent);
        assertThat(entered.getStatusCode())
                .as(String.valueOf(entered.getBody()))
                .isEqualTo(HttpStatus.CREATED);
        return code;
    }

    /** Cleared by every party, of a country that is selected. */
    String ready() {
        String id = roads.inClearance(roads.vetted().split("-")[1]);
        clear(id);
        return id;
    }

    void clear(String id) {
        roads.clears(id, "UNDP");
        roads.clears(id, "ILO");
    }

    ResponseEntity<JsonNode> chooses(String programme, String call) {
        return roads.tries(programme, "chooseCall", null, Map.of("decision", "SUBMIT", "call", call));
    }

    /** A submission that is being prepared. */
    String opened(String programme, String call) {
        ResponseEntity<JsonNode> chosen = chooses(programme, call);
        assertThat(chosen.getStatusCode()).as(String.valueOf(chosen.getBody())).isEqualTo(HttpStatus.OK);
        JsonNode all = roads.details(programme).at("/sections/submission/all");
        return all.get(all.size() - 1).at("/id").asText();
    }

    String consulting() {
        return consulting(call());
    }

    String consulting(String call) {
        String id = opened(ready(), call);
        roads.does(id, "preparePackage", null, Map.of("decision", "ASK"));
        return id;
    }

    /** Endorsed, to be handed in. */
    String endorsed(String call) {
        String id = consulting(call);
        answersConsultation(id, "ENDORSED", Map.of());
        return id;
    }

    void answersConsultation(String id, String answer, Map<String, ?> more) {
        ResponseEntity<JsonNode> done = consultation(id, answer, more);
        assertThat(done.getStatusCode()).as(String.valueOf(done.getBody())).isEqualTo(HttpStatus.OK);
    }

    /** By the office of the Resident Coordinator, or by a country office with its letter where nobody sits there. */
    private ResponseEntity<JsonNode> consultation(String id, String answer, Map<String, ?> more) {
        Map<String, Object> sent = new HashMap<>(more);
        sent.put("decision", answer);
        sent.put("on", today().toString());
        Caller office = office(id);
        sent.put("letter", uploaded(office));
        return office.post(Roads.address(id, "answerConsultation"), sent);
    }

    private Caller office(String id) {
        return roads.open(id, "answerConsultation", null).offers().stream()
                .flatMap(group -> roads.holderIfAny(group).stream())
                .findFirst()
                .orElseThrow();
    }

    /** A letter nobody has sent before: the same one is kept once. */
    static String uploaded(Caller by) {
        ResponseEntity<JsonNode> sent = by.upload(
                "/api/uploads?kind=letter", "file", "letter.pdf", "%PDF-1.4\n%" + UUID.randomUUID() + "\n%%EOF\n");
        assertThat(sent.getStatusCode().is2xxSuccessful())
                .as(String.valueOf(sent.getBody()))
                .isTrue();
        return sent.getBody().at("/id").asText();
    }

    String submitted() {
        return submitted(call());
    }

    String submitted(String call) {
        String id = endorsed(call);
        roads.does(
                id,
                "handInProposal",
                null,
                Map.of(
                        "decision",
                        "HAND_IN",
                        "reference",
                        "HS-1",
                        "effort",
                        List.of(Map.of("agency", "UNDP", "days", 4.5))));
        return id;
    }

    /** What the fund says, recorded by somebody. */
    ResponseEntity<JsonNode> says(String who, String id, String answer, Map<String, ?> more) {
        Caller recorder = roads.as(who);
        Map<String, Object> sent = new HashMap<>(more);
        sent.put("decision", answer);
        sent.put("on", today().toString());
        sent.putIfAbsent("letter", uploaded(recorder));
        if (answer.equals("RECEIVED")) {
            sent.remove("letter");
        }
        return recorder.post(Roads.address(id, "recordFundAnswer"), sent);
    }

    void fundSays(String who, String id, String answer, Map<String, ?> more) {
        ResponseEntity<JsonNode> done = says(who, id, answer, more);
        assertThat(done.getStatusCode()).as(String.valueOf(done.getBody())).isEqualTo(HttpStatus.OK);
    }

    static String programme(String submission) {
        return submission.replaceAll("-F\\d+$", "");
    }
}
