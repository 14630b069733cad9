package org.tandem.journeys;

import static org.tandem.journeys.ReadyProposals.ok;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.Caller;
import org.tandem.TandemTest;

/** Submissions as people of both agencies, of the Resident Coordinator and of the fund live them. */
@TandemTest({"tandem.demo=true", "tandem.pseudo-locales=true", "tandem.test.database=submission-journey"})
class SubmissionJourneyTests extends Journey {

    private static final String CHOOSE = "Choose a call";
    private static final String PREPARE = "Prepare the package";
    private static final String CONSULT = "Answer the consultation";
    private static final String HAND_IN = "Hand in the proposal";
    private static final String RECORD = "Record what the fund says";

    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();

    private static final FilePayload LETTER =
            new FilePayload("letter.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));

    @Autowired
    JdbcClient jdbc;

    private ReadyProposals proposals;

    @BeforeEach
    void prepare() {
        proposals = new ReadyProposals(http, jdbc);
    }

    /** Scenario 1, steps 6 and 7. */
    @Test
    void vietNamGetsAllAndSamoaAPartOfWhatTheyAskFor() {
        call("SOUTH-1", "UNTFHS");
        String vietNam = ready("VNM");
        String samoa = ready("WSM");

        chooses("VNM", "SOUTH-1");
        asks("VNM");
        Desk coordinator = desk("rc.vnm");
        coordinator.openTask(CONSULT, "VNM");
        coordinator.choose("Endorses the proposal");
        on(coordinator, "Date of the answer");
        send(coordinator, "VNM", "Endorses the proposal");
        chooses("WSM", "SOUTH-1");
        asks("WSM");
        Desk office = desk("co.undp.wsm");
        office.openTask(CONSULT, "WSM");
        office.choose("Endorses the proposal");
        on(office, "Date of the answer");
        send(office);
        office.says("Letter");
        letter(office);
        send(office, "WSM", "Endorses the proposal");

        handsIn("coord.undp", "VNM");
        handsIn("coord.undp", "WSM");
        Desk fund = desk("fund.untfhs");
        fund.seesCase(vietNam + "-F1", "Submitted");
        fund.openTask(RECORD, "VNM");
        fund.choose("Approved");
        on(fund, "Date of the answer");
        letter(fund);
        send(fund, "VNM", "Approved");
        Desk undp = desk("coord.undp");
        undp.openTask(RECORD, "WSM");
        undp.choose("Approved in part");
        on(undp, "Date of the answer");
        granted(undp, 0, "UNDP", "210000");
        granted(undp, 1, "ILO", "140000");
        letter(undp);
        send(undp, "WSM", "Approved in part");

        undp.seesCase(vietNam + "-F1", "Approved");
        undp.says("500,000");
        undp.seesCase(samoa + "-F1", "Approved in part");
        undp.says("350,000");
        undp.open("/submissions");
        undp.says("SOUTH-1");
    }

    /** what one fund refuses another may pay for. */
    @Test
    void whatOneFundRefusesIsWonFromAnother() {
        call("FIRST-1", "UNTFHS");
        call("SECOND-1", "BILATERAL");
        String id = ready("LAO");
        chooses("LAO", "FIRST-1");
        asks("LAO");
        endorsed(id + "-F1");
        handsIn("coord.undp", "LAO");
        Desk ilo = desk("coord.ilo");
        ilo.openTask(RECORD, "LAO");
        ilo.choose("Rejected");
        on(ilo, "Date of the answer");
        ilo.field("Reasons of the fund").fill("Too many like it");
        letter(ilo);
        send(ilo, "LAO", "Rejected");

        ilo.openTask("Decide what now", "LAO");
        ilo.says("Too many like it");
        ilo.choose("Another call, with the same proposal");
        send(ilo, "LAO", "Another call, with the same proposal");
        chooses("LAO", "SECOND-1");
        asks("LAO");
        endorsed(id + "-F2");
        handsIn("coord.undp", "LAO");
        ilo.openTask(RECORD, "LAO");
        ilo.choose("Approved");
        on(ilo, "Date of the answer");
        letter(ilo);
        send(ilo, "LAO", "Approved");

        ilo.seesCase(id, "Approved");
        ilo.says(id + "-F1");
        ilo.says(id + "-F2");
    }

    @Test
    void nothingIsSubmittedAgainstAnObjection() {
        call("THIRD-1", "UNTFHS");
        String id = ready("KHM");
        chooses("KHM", "THIRD-1");
        asks("KHM");
        ok(Caller.of(http, "rc.khm")
                .answer(
                        "submission",
                        id + "-F1",
                        "answerConsultation",
                        Map.of("decision", "OBJECTED", "said", "The ministry was not heard", "on", TODAY)));

        Desk undp = desk("coord.undp");
        undp.hasNoTask(HAND_IN, "KHM");
        undp.openTask("Meet the objection", "KHM");
        undp.says("The ministry was not heard");
        undp.choose("Revise the proposal");
        undp.field("Why?").fill("We hear the ministry first");
        send(undp, "KHM", "Revise the proposal");
        undp.seesCase(id, "In revision");
        undp.seesCase(id + "-F1", "Withdrawn");
    }

    private void call(String code, String fund) {
        ok(Caller.of(http, "coord.ilo")
                .post(
                        "/api/calls",
                        Map.of(
                                "code",
                                code,
                                "fund",
                                fund,
                                "closes",
                                LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                                "zone",
                                "America/New_York")));
    }

    /** USD 500,000, of which 300,000 for UNDP. */
    private String ready(String country) {
        proposals.selected(country, "A3", "rd.undp.rbap", "rd.ilo.asia_pacific");
        String id = proposals.written(country, "Floors for " + country);
        proposals.budget(id, "UNDP", "280373.83");
        proposals.budget(id, "ILO", "186915.89");
        proposals.clear(id);
        return id;
    }

    private void endorsed(String submission) {
        ok(Caller.of(http, "rc.lao")
                .answer("submission", submission, "answerConsultation", Map.of("decision", "ENDORSED", "on", TODAY)));
    }

    private void chooses(String country, String call) {
        Desk desk = desk("fp.undp.a3");
        desk.openTask(CHOOSE, country);
        desk.choose("Submit it to a call");
        desk.page().locator("[name='call']").selectOption(call);
        send(desk, country, "Submit it to a call");
    }

    private void asks(String country) {
        Desk desk = desk("fp.undp.a3");
        desk.openTask(PREPARE, country);
        desk.choose("Yes, ask the Resident Coordinator");
        send(desk, country, "Yes, ask the Resident Coordinator");
    }

    private void handsIn(String account, String country) {
        Desk desk = desk(account);
        desk.openTask(HAND_IN, country);
        desk.choose("Yes, it is handed in now");
        desk.field("Reference of the fund").fill("HS-" + country);
        send(desk, country, "Yes, it is handed in now");
    }

    private static void granted(Desk desk, int row, String organisation, String amount) {
        desk.page().locator("[name='amounts." + row + ".organisation']").selectOption(organisation);
        desk.page().locator("[name='amounts." + row + ".amount']").fill(amount);
    }

    private static void on(Desk desk, String label) {
        desk.field(label).fill(TODAY);
    }

    private static void letter(Desk desk) {
        desk.page().locator("input[type='file']").last().setInputFiles(LETTER);
    }

    private static void send(Desk desk, String country, String answer) {
        send(desk);
        desk.done(country, answer);
    }

    private static void send(Desk desk) {
        desk.press("Send");
    }
}
