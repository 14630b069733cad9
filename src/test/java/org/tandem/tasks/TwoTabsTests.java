package org.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;

/** One task in two tabs, and one button pressed twice. */
@ProcessTest
class TwoTabsTests {

    private static final String STEP = "agreeNomination";

    @LocalServerPort
    int port;

    @Autowired
    Roads roads;

    @Autowired
    JdbcClient jdbc;

    private Visitor focalPoint;
    private String caseId;
    private String address;

    @BeforeEach
    void open() {
        caseId = roads.nominated();
        address = "/selection/" + caseId + "/agreeNomination";
        focalPoint = Visitor.signedIn(port, "fp.ilo.a3", "tandem");
    }

    @Test
    void neitherSavesOverTheOtherUnseen() {
        String first = opened(focalPoint.get(address));
        String second = opened(focalPoint.get(address));
        focalPoint.post(address + "/draft", "_once", first, "decision", "REFUSE", "reason", "The census");
        assertThat(focalPoint
                        .post(address + "/draft", "_once", second, "reason", "The election")
                        .statusCode())
                .isEqualTo(409);

        HttpResponse<String> both = focalPoint.post(address, "_once", second, "decision", "AGREE");
        assertThat(both.statusCode()).isEqualTo(409);
        assertThat(both.body())
                .contains("in another tab", "The census", "dir=\"auto\">Refuse</p>")
                .doesNotContain(">REFUSE<");
        assertThat(roads.state(caseId)).isEqualTo("PROPOSED");

        HttpResponse<String> seen = focalPoint.post(address, "_once", opened(both), "decision", "AGREE");
        assertThat(seen.statusCode()).isEqualTo(302);
        assertThat(roads.state(caseId)).isEqualTo("IN_VETTING");
    }

    @Test
    void norDoesWhatIsSentToATaskThatHasMovedOn() {
        String before = opened(focalPoint.get(address));
        String task = roads.open(caseId, STEP, "ILO").id();
        jdbc.sql("insert into tandem.task_moved (task_id, case_id, at, from_key) values (?, ?, now(), 'agreeOnce')")
                .params(task, caseId)
                .update();
        String now = opened(focalPoint.get(address));
        focalPoint.post(address + "/draft", "_once", now, "decision", "REFUSE", "reason", "The census");

        HttpResponse<String> moved =
                focalPoint.post(address.replace(STEP, "agreeOnce"), "_once", before, "reason", "The election");

        assertThat(moved.statusCode()).isEqualTo(409);
        assertThat(moved.body()).contains("The election");
        assertThat(focalPoint.get(address).body()).contains("The census").doesNotContain("The election");
    }

    @Test
    void aDraftKeptOrATaskClaimedLeavesNobodyOutsideOfTheListTheyCameFrom() {
        String list = "country=" + caseId.split("-")[1];
        String task = roads.open(caseId, "agreeNomination", "ILO").id();
        String inTheList = address + "?_task=" + task + "&_in=" + list.replace("=", "%3D");

        assertThat(location(focalPoint.post(
                        address + "/keep",
                        "_once",
                        opened(focalPoint.get(address)),
                        "_in",
                        list,
                        "reason",
                        "The census")))
                .endsWith(inTheList);
        assertThat(location(focalPoint.post("/tasks/" + task + "/claim", "_in", list)))
                .endsWith(inTheList);
        assertThat(location(focalPoint.post("/tasks/" + task + "/release", "_in", list)))
                .endsWith("/inbox?" + list);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Of a person there is one draft of a page that answers several tasks of a step. */
    @ParameterizedTest
    @CsvSource({"fp.ilo.a3, /tasks/several, reason", "rd.ilo.asia_pacific, /vetting/compare, sharedReason"})
    void norDoesAPageThatAnswersSeveral(String account, String page, String field) {
        Visitor visitor = Visitor.signedIn(port, account, "tandem");
        String draft = page + "/draft";
        String first = opened(visitor.get(page));
        String second = opened(visitor.get(page));
        visitor.post(draft, "_key", STEP, "_once", first, field, "The census");
        assertThat(visitor.post(draft, "_key", STEP, "_once", second, field, "The election")
                        .statusCode())
                .isEqualTo(409);

        HttpResponse<String> both = visitor.post(page, "_key", STEP, "_once", second, field, "The election");
        assertThat(both.statusCode()).isEqualTo(409);
        assertThat(both.body()).contains("in another tab", "The census");
        assertThat(visitor.post(draft, "_key", STEP, "_once", opened(both), field, "The election")
                        .statusCode())
                .isNotEqualTo(409);
        assertThat(visitor.get(page).body()).doesNotContain("The census");
    }

    @Test
    void aCommentBegunStandsOnTheCaseUntilItIsSent() {
        String page = "/cases/" + caseId;
        String form = opened(focalPoint.get(page), "action=\"(" + page + "/comments\\?draft=[^\"]+)");
        String kept = form.replace("/comments?", "/comments/draft?");
        assertThat(focalPoint.get(page).body()).contains("data-draft-url=\"" + page + "/comments/draft?draft=");
        focalPoint.post(kept, "comment", "The ministry asks for");

        String again = focalPoint.get(page).body();
        assertThat(again).contains("Begun and not sent", "The ministry asks for");
        assertThat(Visitor.signedIn(port, "fp.undp.a3", "tandem").get(page).body())
                .doesNotContain("The ministry asks for");

        focalPoint.post(form, "comment", "The ministry asks for a list");
        assertThat(focalPoint.get(page).body())
                .contains("The ministry asks for a list")
                .doesNotContain("Begun and not sent");
    }

    @Test
    void aSecondPressLeadsWhereTheFirstHasLed() {
        String page = opened(focalPoint.get(address));
        HttpResponse<String> first = focalPoint.post(address, "_once", page, "decision", "AGREE");
        HttpResponse<String> second = focalPoint.post(address, "_once", page, "decision", "AGREE");

        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(second.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(second)).isEqualTo(Visitor.location(first));
        HttpResponse<String> another = focalPoint.post(address, "_once", page, "decision", "REFUSE", "reason", "No");
        assertThat(another.statusCode()).isEqualTo(409);
    }

    @Test
    void aRefusedFormMayBeSentAgain() {
        String page = opened(focalPoint.get(address));
        assertThat(focalPoint.post(address, "_once", page).statusCode()).isEqualTo(422);
        assertThat(focalPoint.post(address, "_once", page).statusCode()).isEqualTo(422);
    }

    private static String opened(HttpResponse<String> shown) {
        return opened(shown, "name=\"_once\"[^>]*value=\"([^\"]+)");
    }

    private static String opened(HttpResponse<String> shown, String pattern) {
        Matcher id = Pattern.compile(pattern).matcher(shown.body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }
}
