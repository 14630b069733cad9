package org.tandem.tasks.todo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.tandem.ProcessTest;
import org.tandem.Roads;

/** Which roads lead through ad-hoc work? One, and it goes on whatever the case itself waits for. */
@ProcessTest(covers = "todo")
class TodoProcessTests {

    @Autowired
    Roads roads;

    @BeforeEach
    void elsewhere() {
        roads = roads.inArea("A4");
    }

    @Test
    void isDoneByACoordinatorOfEitherSideAndLeavesTheCaseWhereItIs() {
        String id = roads.inVetting();
        ask(id);

        roads.does(id, "seeToCase", null, Map.of("done", "A call with both directors"));

        assertThat(roads.state(id)).isEqualTo("IN_VETTING");
        assertThat(roads.waiting(id)).containsExactly("vetCountry ILO", "vetCountry UNDP");
        assertThat(roads.history(id)).contains("tasks.history.seenTo");
    }

    @Test
    void goesOnWhileTheCaseIsPaused() {
        String id = roads.inVetting();
        ask(id);
        assertThat(roads.as("coord.undp")
                        .post("/api/selection/" + id + "/suspension", Map.of("reason", "Elections"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);

        roads.does(id, "seeToCase", null, Map.of("done", "Both sides know"));
    }

    @Test
    void asksForAnAnswer() {
        String id = roads.inVetting();
        ask(id);

        assertThat(roads.tries(id, "seeToCase", null, Map.of("done", "  ")).getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private void ask(String id) {
        assertThat(roads.as("admin")
                        .post("/api/operations/give", Map.of("about", "case:" + id, "note", "Please look"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }
}
