package org.tandem.tasks.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;
import org.tandem.cases.CaseId;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.Message;

/** Which roads lead through ad-hoc work? One, and it goes on whatever the case itself waits for. */
@ProcessTest(covers = "todo")
class TodoProcessTests {

    @LocalServerPort
    int port;

    @Autowired
    Roads roads;

    @Autowired
    Todos todos;

    @Autowired
    Roster roster;

    @Autowired
    TransactionTemplate transactions;

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

    @Test
    void isAskedByAnyModuleOfAnyGroupUntilADayOfItsOwn() {
        String id = roads.inVetting();
        Instant due = Instant.parse("2031-05-01T00:00:00Z");

        String about = "test:" + id;
        asks(TodoRequest.of(new CaseId(id), about, "task-team:ILO:FFA,coordinator:UNDP:FFA")
                .named("vetCountry", Message.of("tasks.history.seenTo"))
                .withDue(due)
                .withLink("/people"));

        Roads.Open task = roads.open(id, "seeToCase", null);
        assertThat(task.offers()).containsExactly("coordinator:UNDP:FFA", "task-team:ILO:FFA");
        assertThat(task.dueAt()).isEqualTo(due);
        Visitor team = Visitor.signedIn(port, "team.ilo", "tandem");
        assertThat(team.get("/tasks/" + id + "/seeToCase").body())
                .contains("<h1>Vet the country</h1>", "Saw to the case as asked", "href=\"/people\"");
        assertThat(team.get("/inbox?country=" + roads.file(id).at("/country").asText())
                        .body())
                .contains("Vet the country");
        assertThat(roads.history(id)).contains("tasks.history.asked");
    }

    @Test
    void isAskedOnceForOneReason() {
        String id = roads.inVetting();
        TodoRequest request = TodoRequest.of(new CaseId(id), "test:" + id, "task-team:ILO:FFA");

        assertThat(asks(request).id()).isEqualTo(asks(request).id());
        assertThat(roads.waiting(id)).containsOnlyOnce("seeToCase");
    }

    @Test
    void isAskedOfNobodyWhoCannotOpenTheCase() {
        String id = roads.inVetting();
        String country = id.split("-")[1];

        assertThatThrownBy(
                        () -> asks(TodoRequest.of(new CaseId(id), "test:" + id, "resident-coordinator:UN:" + country)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("may not read");
        assertThat(roads.waiting(id)).doesNotContain("seeToCase");
    }

    @Test
    void isAskedOfOnePerson() {
        String id = roads.inVetting();
        UUID person = roster.holders(MandatePattern.parse("coordinator:ILO:FFA"))
                .get(0)
                .id();

        asks(TodoRequest.of(new CaseId(id), "test:" + id, "coordinator:ILO:FFA").withPerson(person));

        assertThat(roads.open(id, "seeToCase", null).assignee()).isEqualTo(person);
    }

    @Test
    void endsWhenWhatMadeItNecessaryIsGone() {
        String id = roads.inVetting();
        String about = "test:" + id;
        asks(TodoRequest.of(new CaseId(id), about, "task-team:ILO:FFA"));

        transactions.executeWithoutResult(running -> todos.settle(about));

        assertThat(roads.waiting(id)).doesNotContain("seeToCase");
        assertThat(todos.openAbout(about)).isEmpty();
    }

    private Todo asks(TodoRequest request) {
        return Objects.requireNonNull(transactions.execute(running -> todos.ask(request)));
    }

    private void ask(String id) {
        assertThat(roads.as("admin")
                        .post("/api/operations/give", Map.of("about", "case:" + id, "note", "Please look"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }
}
