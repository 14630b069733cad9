package org.tandem.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.MovableClock;
import org.tandem.Roads;

/** Whatever people do: every number has as many lines behind it as it says, and every country is counted once. */
@DashboardTest
class DashboardAgreementTests {

    private static final List<String> COUNTRIES =
            List.of("SOM", "VNM", "WSM", "KEN", "UGA", "KGZ", "JOR", "ECU", "NPL", "BOL", "DJI", "SDN");
    private static final List<String> AREAS = List.of("A2", "A3", "A7");
    private static final List<String> VIEWS = List.of(
            "framework=FFA&region=ILO:AFRICA",
            "region=UNDP:RBAS&region=ILO:AFRICA",
            "area=FFA-A3&flag=ldc",
            "area=FFA-*&flag=crisis");

    @LocalServerPort
    int port;

    @Autowired
    Roads roads;

    @Autowired
    EmptyHouse house;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final Random random = new Random(20_200_617);

    @BeforeEach
    void sweep() {
        house.sweep();
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void numbersAndListsAgreeAfterWhateverPeopleDo() {
        Look look = Look.of(port, "observer");
        for (int step = 1; step <= 80; step++) {
            act();
            if (step % 40 == 0) {
                VIEWS.forEach(look::at);
                everyCountryOnce(look);
            }
        }
    }

    private void everyCountryOnce(Look look) {
        JsonNode figure = look.at("").at("/F1/FFA");
        int sum = 0;
        for (JsonNode state : figure.get("states")) {
            sum += state.get("number").asInt();
        }
        int countries = jdbc.sql("select count(distinct country) from tandem.case_file where framework = 'FFA'")
                .query(Integer.class)
                .single();
        assertThat(sum).isEqualTo(countries);
        assertThat(figure.at("/total/number").asInt()).isEqualTo(countries);
    }

    private void act() {
        List<String> open = jdbc.sql("select id from tandem.case_file where kind = 'selection' order by id")
                .query(String.class)
                .list();
        int choice = random.nextInt(10);
        if (open.isEmpty() || choice < 3) {
            String area = one(AREAS);
            roads.as("fp.undp." + area.toLowerCase(java.util.Locale.ROOT)).nominate(one(COUNTRIES), area);
        } else if (choice == 3) {
            roads.as("coord.undp").post("/api/selection/" + one(open) + "/suspension", Map.of("reason", "Elections"));
        } else if (choice == 4) {
            roads.as("coord.undp").delete("/api/selection/" + one(open) + "/suspension");
        } else if (choice == 5) {
            clock.advance(Duration.ofHours(random.nextInt(200)));
        } else if (choice == 6) {
            roads.as("coord.ilo").post("/api/selection/" + one(open) + "/withdrawal", Map.of("reason", "No funds"));
        } else {
            answer(one(open));
        }
    }

    private void answer(String caseId) {
        List<Roads.Open> waiting = roads.open(caseId);
        if (waiting.isEmpty()) {
            return;
        }
        Roads.Open task = one(waiting);
        if (random.nextInt(5) == 0) {
            roads.holder(task.offers().get(0)).post("/api/tasks/" + task.id() + "/claim", Map.of());
        } else if (Set.of("agreeNomination", "agreeWithdrawal", "vetCountry", "answerQuestion")
                .contains(task.key())) {
            roads.tries(caseId, task.key(), task.party(), one(answers(task.key())));
        }
    }

    private static List<Map<String, String>> answers(String key) {
        return switch (key) {
            case "vetCountry" ->
                List.of(
                        Map.of("decision", "APPROVE"),
                        Map.of("decision", "APPROVE"),
                        Map.of("decision", "DECLINE", "reason", "Not convinced"),
                        Map.of("decision", "RETURN", "question", "Which ministry?"));
            case "answerQuestion" -> List.of(Map.of("answer", "Labour"));
            default ->
                List.of(
                        Map.of("decision", "AGREE"),
                        Map.of("decision", "AGREE"),
                        Map.of("decision", "REFUSE", "reason", "No"));
        };
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
