package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;

/** Brings every case to its end by answering its tasks through the API, as people who hold the mandates they are offered to. */
final class WorkedOff {

    private static final int MOST_ROUNDS = 60;

    private static final Map<String, Map<String, String>> ANSWERS = Map.ofEntries(
            Map.entry("agreeNomination", Map.of("decision", "AGREE")),
            Map.entry("agreeWithdrawal", Map.of("decision", "REFUSE", "reason", "Let us see")),
            Map.entry("vetCountry", Map.of("decision", "APPROVE", "conditions", "With a review")),
            Map.entry("answerQuestion", Map.of("answer", "The ministry of labour")),
            Map.entry("statePosition", Map.of("position", "We see it so")),
            Map.entry("answerText", Map.of("answer", "ACCEPT")),
            Map.entry("briefMechanism", Map.of("brief", "What happened", "advice", "WANTED")),
            Map.entry("adviseMechanism", Map.of("advice", "Ask the council")),
            Map.entry("proposeOutcome", Map.of("outcome", "AGREEMENT", "text", "We agree")),
            Map.entry("agreeOutcome", Map.of("answer", "ACCEPT")),
            Map.entry("answerRequest", Map.of("decision", "ANSWER", "answer", "Begin with the tax office")),
            Map.entry("rateAnswer", Map.of("useful", "YES", "comment", "Thank you")),
            Map.entry("seeToCase", Map.of("done", "Called them")));

    private final Roads roads;
    private final JdbcClient jdbc;
    private final Roster roster;

    WorkedOff(OldData old) {
        this.roads = old.roads();
        this.jdbc = old.bean(JdbcClient.class);
        this.roster = old.bean(Roster.class);
    }

    void all() {
        lift();
        name("regional-director:UNDP:RBLAC", "rd.undp.rblac");
        withdrawWhereNobodyCanBeNamed();
        for (int round = 0; round < MOST_ROUNDS && answerWhatCanBeAnswered(); round++) {}
    }

    private void lift() {
        jdbc.sql("select id, suspended_by from tandem.case_file where suspended_by is not null and parent is null")
                .query()
                .listOfRows()
                .forEach(held -> Stream.of(
                                String.valueOf(held.get("suspended_by")).split(", "))
                        .forEach(party -> ok(roads.holder("coordinator:" + party + ":FFA")
                                .delete("/api/selection/" + held.get("id") + "/suspension"))));
    }

    private void name(String group, String person) {
        roads.grant(
                jdbc.sql("select person_id from tandem.sign_in_name where name = ?")
                        .param(person)
                        .query(UUID.class)
                        .single(),
                MandatePattern.parse(group));
    }

    /** In a country that one side files under no region. */
    private void withdrawWhereNobodyCanBeNamed() {
        for (String id :
                texts("select distinct case_id from tandem.task where state = 'OPEN' and task_key = 'repairRoster'")) {
            ok(roads.as("coord.undp")
                    .post("/api/selection/" + id + "/withdrawal", Map.of("reason", "Nobody can vet it")));
            does(id, roads.open(id, "agreeWithdrawal", "ILO"), Map.of("decision", "AGREE"));
        }
    }

    private boolean answerWhatCanBeAnswered() {
        boolean any = false;
        for (String id :
                texts("select distinct t.case_id from tandem.task t join tandem.case_file c on c.id = t.case_id"
                        + " where t.state = 'OPEN' and c.waiting_since is null order by 1")) {
            // What one answer has ended is not asked for again.
            for (Roads.Open task : roads.open(id)) {
                if (roads.open(id).stream().anyMatch(left -> left.id().equals(task.id()))) {
                    does(id, task, answer(id, task));
                    any = true;
                }
            }
        }
        return any;
    }

    private Map<String, String> answer(String id, Roads.Open task) {
        Map<String, String> answer = new LinkedHashMap<>(
                switch (task.key()) {
                    case "attemptSettlement" -> settlement(id);
                    case "routeRequest" ->
                        Map.of(
                                "decision",
                                "ASSIGN",
                                "agency",
                                texts("select opened_for from tandem.case_file where id = '" + id + "'")
                                        .get(0));
                    default -> Objects.requireNonNull(ANSWERS.get(task.key()), task.key());
                });
        if (task.key().equals("proposeOutcome") && isSplitVote(id)) {
            answer.put("resolution", "VETTED");
        }
        return answer;
    }

    /** Up to the joint mechanism, after an attempt at each level. */
    private Map<String, String> settlement(String id) {
        boolean tried = !texts("select m.kind from tandem.divergence_move m join tandem.divergence d using (case_id)"
                        + " where m.kind = 'ATTEMPT' and m.level = d.level and m.case_id = '" + id + "'")
                .isEmpty();
        return tried
                ? Map.of("move", "RISE", "reason", "Neither side can move")
                : Map.of("move", "RECORD", "attempt", "A call that led nowhere");
    }

    private boolean isSplitVote(String id) {
        return !texts("select 1::text from tandem.divergence where subject = 'SPLIT_VOTE' and case_id = '" + id + "'")
                .isEmpty();
    }

    /** By whoever has claimed it, or else by the first it is offered to who may do it. */
    private void does(String id, Roads.Open task, Map<String, String> answer) {
        ResponseEntity<JsonNode> done = null;
        for (String person : mayTry(task)) {
            done = roads.as(person).post(Roads.address(id, task.key()) + "?task=" + task.id(), answer);
            if (done.getStatusCode().value() == 200) {
                return;
            }
        }
        throw new AssertionError(task + " of " + id + ": " + done);
    }

    private List<String> mayTry(Roads.Open task) {
        return Stream.concat(
                        texts("select n.name from tandem.sign_in_name n join tandem.task t on t.assignee = n.person_id"
                                        + " where n.main and t.id = '" + task.id() + "'")
                                .stream(),
                        task.offers().stream()
                                .flatMap(group -> roster.holders(MandatePattern.parse(group)).stream())
                                .map(PersonName::signInName))
                .distinct()
                .toList();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private static void ok(ResponseEntity<JsonNode> response) {
        assertThat(response.getStatusCode().is2xxSuccessful())
                .as(String.valueOf(response))
                .isTrue();
    }
}
