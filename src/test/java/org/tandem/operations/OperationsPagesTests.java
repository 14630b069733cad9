package org.tandem.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tandem.MovableClock;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Saboteur;
import org.tandem.Visitor;
import org.tandem.platform.LastRuns;

/** Can an administrator get failed work going again in a browser without script? */
@ProcessTest
class OperationsPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Roads roads;

    @Autowired
    Saboteur saboteur;

    @Autowired
    MovableClock clock;

    @Autowired
    LastRuns lastRuns;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    private Visitor admin;
    private FailedRoad.Failed failed;

    @BeforeEach
    void somethingFails() {
        admin = Visitor.signedIn(port, "admin", "tandem");
        failed = new FailedRoad(roads.inArea("A4"), saboteur, clock, management, runtime).givenUp();
    }

    @AfterEach
    void letItLapse() {
        saboteur.rest();
        admin.post("/operations/jobs/" + failed.job() + "/try-again");
        clock.reset();
    }

    @Test
    void isTriedAgainAndSaysWhatCameOfIt() {
        assertThat(admin.get("/operations").body())
                .contains("Close as lapsed", "Begun by: Nomination lapsed", "href=\"/cases/" + failed.caseId() + "\"")
                .contains("Given up", "An error of the program.", "java.lang.IllegalStateException")
                .doesNotContain("sabotage", "??");

        String address = "/operations/jobs/" + failed.job() + "/try-again";
        assertThat(admin.follow(admin.post(address)).body()).contains("It failed again: Close as lapsed.");
        saboteur.rest();
        assertThat(admin.follow(admin.post(address)).body()).contains("It worked this time: Close as lapsed.");
        assertThat(admin.follow(admin.post(address)).body()).contains("This is settled");
    }

    @Test
    void isGivenToTheCoordinatorsWithANoteTheyReadBesideTheirTask() {
        String form = "/operations/give?about=job:" + failed.job();
        assertThat(admin.get(form).body()).contains("Give " + failed.caseId() + " to its coordinators");
        HttpResponse<String> empty = admin.post("/operations/give", "about", "job:" + failed.job(), "note", "");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("href=\"#note\"", "id=\"note-error\"");

        HttpResponse<String> given =
                admin.post("/operations/give", "about", "job:" + failed.job(), "note", "Do you still want it?");
        assertThat(admin.follow(given).body())
                .contains("Given to the coordinators of " + failed.caseId(), "They have not yet answered.");

        Visitor coordinator = Visitor.signedIn(port, "coord.ilo", "tandem");
        assertThat(coordinator.get("/tasks/" + failed.caseId() + "/seeToCase").body())
                .contains("See to the case", "Do you still want it?", "What you found or did");
        coordinator.post("/tasks/" + failed.caseId() + "/seeToCase", "done", "No, let it lapse");
        assertThat(coordinator.get("/cases/" + failed.caseId()).body())
                .contains("No, let it lapse", "Saw to the case as asked");
        assertThat(coordinator.get("/cases/" + failed.caseId() + "/diagram").body())
                .contains("Ad-hoc work on a case");
    }

    @Test
    void saysWhenTheMailOfTheDayLastWentOutAndWhatWasLeftOut() {
        lastRuns.ran("daily-mail", "MailSendException");
        assertThat(admin.get("/operations").body())
                .contains("Mail of the day last sent", "Not all of it worked: MailSendException.");
        lastRuns.ran("daily-mail", null);
        assertThat(admin.get("/operations").body()).doesNotContain("Not all of it worked");
    }

    @Test
    void givesNoCaseThatIsNotThere() {
        assertThat(admin.get("/operations/give?about=case:FFA-XXX-A9").statusCode())
                .isEqualTo(404);
    }

    @Test
    void isForAdministratorsInTheirLanguage() {
        assertThat(admin.get("/operations?lang=fr").body()).contains("Travaux échoués", "Abandonné", "Réessayer");
        Visitor coordinator = Visitor.signedIn(port, "coord.ilo", "tandem");
        HttpResponse<String> refused = coordinator.get("/operations");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Only administrators see how Tandem runs.");
    }
}
