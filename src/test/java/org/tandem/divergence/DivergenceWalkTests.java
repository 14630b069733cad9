package org.tandem.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.tasks.ReconcileTasks;

/** Whoever is asked answers anything that is allowed, for a while; then somebody gives in. Does every such walk end well? */
@ProcessTest
class DivergenceWalkTests {

    private static final String AREA = "A6";
    private static final int WALKS = 30;
    private static final int LONGEST = 14;

    /** After giving in: two positions, text, answer; at the joint mechanism brief, advice, outcome, answer. */
    private static final int STEPS_TO_AGREE = 5;

    @Autowired
    Roads roads;

    @Autowired
    Roster roster;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ReconcileTasks reconcile;

    private Random random = new Random();
    private final List<String> road = new ArrayList<>();
    private final Set<String> triedAt = new HashSet<>();

    static IntStream seeds() {
        return IntStream.rangeClosed(1, WALKS);
    }

    @AfterEach
    void engineAndProjectionAreEqual() {
        assertThat(reconcile.difference().size()).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWalkEndsWithExactlyOneOutcome(int seed) {
        random = new Random(seed);
        boolean split = random.nextBoolean();
        String matter = roads.inArea(AREA).inVetting();
        String id = split ? splitVote(matter) : raised(matter);

        int wild = random.nextInt(LONGEST);
        for (int i = 0; i < wild && isOpen(id); i++) {
            answer(id, split, true);
        }
        for (int i = 0; i < STEPS_TO_AGREE && isOpen(id); i++) {
            answer(id, split, false);
        }

        assertThat(roads.waiting(id)).as(road.toString()).isEmpty();
        assertThat(roads.state(id)).as(road.toString()).isIn("RESOLVED", "AGREED_TO_DIFFER", "CLOSED_NO_AGREEMENT");
        assertThat(roads.history(id))
                .filteredOn(key -> key.startsWith("divergence.history.settled."))
                .as(road.toString())
                .hasSize(1);
        if (!split) {
            boolean wanted = random.nextBoolean();
            for (String agency : List.of("UNDP", "ILO")) {
                vote(matter, agency, wanted);
            }
        }
        assertThat(roads.state(matter)).as(road.toString()).isIn("VETTED", "NOT_SELECTED");
        for (String ended : List.of(id, matter)) {
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(ended)
                            .count())
                    .isZero();
        }
    }

    private String splitVote(String matter) {
        boolean first = random.nextBoolean();
        vote(matter, "UNDP", first);
        vote(matter, "ILO", !first);
        return matter + "-D1";
    }

    private void vote(String matter, String agency, boolean approves) {
        if (approves) {
            roads.approves(matter, agency);
        } else {
            roads.declines(matter, agency, "Not convinced");
        }
    }

    private String raised(String matter) {
        ResponseEntity<?> raised = roads.as("fp.ilo.a6")
                .post(
                        "/api/divergence",
                        Map.of("matter", matter, "subject", "BUDGET_SHARE", "summary", "Who gets how much"));
        assertThat(raised.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        return matter + "-D1";
    }

    private boolean isOpen(String id) {
        return !roads.waiting(id).isEmpty();
    }

    /** One of those who are asked answers one of the tasks that are open. */
    private void answer(String id, boolean split, boolean wild) {
        List<Roads.Open> open = roads.open(id);
        Roads.Open task = open.get(random.nextInt(open.size()));
        List<String> asked = task.offers().stream()
                .filter(group -> roster.anyoneHolds(MandatePattern.parse(group)))
                .toList();
        String group = asked.get(random.nextInt(asked.size()));
        Map<String, String> values = values(task.key(), roads.state(id), wild);
        boolean proposes = values.containsKey("text") && !"NO_AGREEMENT".equals(values.get("outcome"));
        if (split && proposes) {
            values.put("resolution", random.nextBoolean() ? "VETTED" : "NOT_SELECTED");
        }
        road.add(group + " " + task.key() + " " + values);
        ResponseEntity<?> done = roads.holder(group).post(Roads.address(id, task.key()) + "?task=" + task.id(), values);
        assertThat(done.getStatusCode()).as("%s: %s", road, done.getBody()).isEqualTo(HttpStatus.OK);
    }

    private Map<String, String> values(String task, String state, boolean wild) {
        Map<String, String> values = new HashMap<>();
        switch (task) {
            case "statePosition" -> values.put("position", "As we see it");
            case "attemptSettlement" -> attempt(values, state, wild);
            case "answerText", "agreeOutcome" -> reply(values, task, wild);
            case "briefMechanism" -> {
                values.put("brief", "The facts");
                values.put("advice", wild && random.nextBoolean() ? "WANTED" : "NOT_WANTED");
            }
            case "adviseMechanism" -> values.put("advice", "Meet half way");
            case "proposeOutcome" -> {
                values.put("outcome", outcome(wild));
                values.put("text", "Sixty to forty");
            }
            default -> throw new AssertionError("no answer known to " + task);
        }
        return values;
    }

    private void attempt(Map<String, String> values, String level, boolean wild) {
        List<String> allowed =
                triedAt.contains(level) ? List.of("PROPOSE", "RECORD", "RISE") : List.of("PROPOSE", "RECORD");
        String move = wild ? allowed.get(random.nextInt(allowed.size())) : "PROPOSE";
        triedAt.add(level);
        values.put("move", move);
        switch (move) {
            case "PROPOSE" -> values.put("text", "Half and half");
            case "RECORD" -> values.put("attempt", "A call that led nowhere");
            default -> values.put("reason", "Neither can move");
        }
    }

    private void reply(Map<String, String> values, String task, boolean wild) {
        String answer = wild ? List.of("ACCEPT", "COUNTER", "REFUSE").get(random.nextInt(3)) : "ACCEPT";
        values.put("answer", answer);
        if (answer.equals("REFUSE")) {
            values.put("reason", "Not with this budget");
        }
        if (answer.equals("COUNTER")) {
            values.put("text", "Forty to sixty");
            if (task.equals("agreeOutcome")) {
                values.put("outcome", outcome(wild));
            }
        }
    }

    private String outcome(boolean wild) {
        List<String> all = List.of("AGREEMENT", "AGREED_TO_DIFFER", "GUIDANCE", "NO_AGREEMENT");
        return wild ? all.get(random.nextInt(all.size())) : "AGREEMENT";
    }
}
