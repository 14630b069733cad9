package org.tandem.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.journeys.ReadyProposals.ok;

import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.Caller;
import org.tandem.TandemTest;
import org.tandem.WrittenSections;
import org.tandem.cases.CaseId;
import org.tandem.proposal.Finding;
import org.tandem.proposal.Places;
import org.tandem.proposal.Proposals;
import org.tandem.proposal.Readiness;

/** Joint proposals as people of both agencies live them: scenarios 1 (steps 4 and 5), 3 (step 2) and 5. */
@TandemTest({"tandem.demo=true", "tandem.pseudo-locales=true", "tandem.test.database=proposal-journey"})
class ProposalJourneyTests extends Journey {

    private static final String JOIN = "Join the drafting";
    private static final String DRAFT = "Draft the proposal";
    private static final String REVIEW = "Review the proposal";
    private static final String REVISE = "Revise the proposal";
    private static final String CLEAR = "Clear the proposal";
    private static final String REASON = "What should change, and why?";

    @Autowired
    Readiness readiness;

    @Autowired
    Proposals written;

    @Autowired
    JdbcClient jdbc;

    @Test
    void bothAgenciesWriteReviewReviseAndClearOneProposalForVietNam() {
        proposals().selected("VNM", "A3", "rd.undp.rbap", "rd.ilo.asia_pacific");
        Desk undp = desk("fp.undp.a3");
        Desk ilo = desk("fp.ilo.a3");
        undp.open("/cases/FFA-VNM-A3");
        undp.follow("Start a joint programme");
        undp.field("Title of the joint programme").fill("A floor for every worker");
        undp.press("Ask the other parties to join");
        undp.heading("A floor for every worker");
        ilo.openTask(JOIN, "VNM");
        ilo.choose("Yes, we join");
        send(ilo, "VNM", "Yes, we join");
        String id = "FFA-VNM-A3-P1";
        ilo.seesCase(id, "Being drafted");
        WrittenSections.write(Caller.of(http, "fp.ilo.a3"), id);
        proposals().budget(id, "UNDP", "280373.83");
        proposals().budget(id, "ILO", "186915.89");

        sendForReview(undp, DRAFT, "VNM");
        review(undp, "VNM", "Agree");
        ilo.openTask(REVIEW, "VNM");
        ilo.choose("A change is wanted");
        ilo.field("Where?").selectOption(new SelectOption().setLabel("The budget"));
        ilo.field(REASON).fill("Travel of the second year is too high");
        send(ilo, "VNM", "A change is wanted");
        ilo.seesCase(id, "In revision");

        undp.openTask(REVISE, "VNM");
        undp.says("Travel of the second year is too high");
        undp.press("Send");
        review(undp, "VNM", "Agree");
        review(ilo, "VNM", "Agree");
        clear(desk("coord.undp"), "VNM");
        undp.seesCase(id, "In review");
        clear(desk("coord.ilo"), "VNM");
        undp.seesCase(id, "Ready to submit");
        undp.hasTask("Choose a call", "VNM");
        ilo.open("/programmes");
        ilo.says("A floor for every worker");
    }

    @Test
    void proposalsOfJordanAndIraqComeFromTheirAssessments() {
        for (String country : List.of("JOR", "IRQ")) {
            Desk office = desk("co.ilo." + country.toLowerCase(java.util.Locale.ROOT));
            office.open("/assessments/SEIA-" + country);
            office.choose("Done");
            office.field("Findings").fill("Three in four informal workers lost their income");
            office.press("Save");
            office.says("The assessment has been saved");
            office.follow("Start a joint programme");
            office.field("Title of the joint programme").fill("Jobs after the crisis in " + country);
            office.field("Area").selectOption("FFA-A2");
            office.press("Ask the other parties to join");
            office.heading("Jobs after the crisis in " + country);
            office.open("/proposal/FFA-" + country + "-A2-P1");
            office.says("SEIA-" + country);
        }
    }

    @Test
    void sharesAgreedAtTheJointMechanismBindTheBudgetOfNigeria() {
        proposals().selected("NGA", "A3", "rd.undp.rba", "rd.ilo.africa");
        Caller undp = Caller.of(http, "fp.undp.a3");
        String id = ok(undp.post(
                        "/api/programmes", Map.of("title", "Floors in Nigeria", "area", "FFA-A3", "country", "NGA")))
                .at("/id")
                .asText();
        ok(undp.as("fp.ilo.a3").answer("programme", id, "joinDrafting", Map.of("decision", "JOIN")));
        WrittenSections.write(undp, id);
        proposals().budget(id, "UNDP", "80000");
        proposals().budget(id, "ILO", "20000");
        ok(undp.answer("proposal", id, "draftProposal", Map.of()));

        Desk ilo = desk("fp.ilo.a3");
        ilo.seesCase(id, "In review");
        ilo.follow("Raise a divergence");
        ilo.choose("Share of the budget, or who joins");
        ilo.field("What it is about").fill("UNDP wants 80/20, we want 50/50");
        ilo.press("Raise it");
        ilo.says("has been raised");
        ilo.seesCase(id, "In review");
        ilo.says("wait until a divergence about this proposal is settled");
        ilo.open("/proposal/" + id + "/budget");
        ilo.says(id + "-D1");

        String divergence = id + "-D1";
        climb(divergence, "fp.undp.a3", "fp.ilo.a3");
        climb(divergence, "rd.undp.rba", "rd.ilo.africa");
        ok(undp.as("coord.undp")
                .answer("divergence", divergence, "briefMechanism", Map.of("brief", "So far", "advice", "NOT_WANTED")));
        Desk coordinator = desk("coord.undp");
        coordinator.openTask("Propose an outcome", "NGA");
        coordinator.choose("Agreement");
        coordinator.field("The text").fill("60/40, looked at again after a year");
        share(coordinator, 0, "ILO", "40");
        share(coordinator, 1, "UNDP", "60");
        send(coordinator, "NGA", "Agreement");
        Desk other = desk("coord.ilo");
        other.openTask("Agree to the outcome", "NGA");
        other.says("UNDP: 60");
        other.choose("Accept this very text");
        send(other, "NGA", "Accept this very text");
        other.seesCase(divergence, "Resolved");
        other.says("ILO: 40");

        ilo.seesCase(id, "In review");
        ilo.doesNotSay("wait until a divergence about this proposal is settled");
        assertThat(budgetFindings(id)).isNotEmpty();
        proposals().budget(id, "UNDP", "60000");
        proposals().budget(id, "ILO", "40000");
        assertThat(budgetFindings(id)).isEmpty();
    }

    private List<String> budgetFindings(String id) {
        return readiness.findings(written.of(new CaseId(id))).stream()
                .filter(found -> found.place().equals(Places.BUDGET))
                .map(Finding::rule)
                .toList();
    }

    private void climb(String divergence, String one, String other) {
        Caller caller = Caller.of(http, one);
        for (String person : List.of(one, other)) {
            ok(caller.as(person).answer("divergence", divergence, "statePosition", Map.of("position", "As we see it")));
        }
        ok(caller.answer(
                "divergence",
                divergence,
                "attemptSettlement",
                Map.of("move", "RECORD", "attempt", "A call that led nowhere")));
        ok(caller.answer(
                "divergence", divergence, "attemptSettlement", Map.of("move", "RISE", "reason", "Neither can move")));
    }

    private static void share(Desk desk, int row, String organisation, String share) {
        desk.page().locator("[name='shares." + row + ".sharer']").selectOption(organisation);
        desk.page().locator("[name='shares." + row + ".share']").fill(share);
    }

    private static void sendForReview(Desk desk, String task, String country) {
        desk.openTask(task, country);
        desk.press("Send");
        desk.says("sent to the reviewers");
    }

    private static void review(Desk desk, String country, String answer) {
        desk.openTask(REVIEW, country);
        desk.choose(answer);
        if (answer.equals("Agree")) {
            desk.choose("Version");
        }
        send(desk, country, answer);
    }

    private static void clear(Desk desk, String country) {
        desk.openTask(CLEAR, country);
        desk.choose("Clear it");
        desk.choose("Version");
        desk.field("Working days your agency has spent on it so far").fill("12.5");
        send(desk, country, "Clear it");
    }

    private static void send(Desk desk, String country, String answer) {
        desk.press("Send");
        desk.done(country, answer);
    }

    private ReadyProposals proposals() {
        return new ReadyProposals(http, jdbc);
    }
}
