package org.tandem.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;
import org.tandem.MovableClock;
import org.tandem.tasks.SweepDueDates;

/** Scenario 5, as people of both sides live it: from the country by the region to the joint mechanism. */
class LadderJourneyTests extends Journey {

    private static final String STATE = "State your side’s position";
    private static final String TRY = "Try to settle the divergence together";
    private static final String BRIEF = "Brief the joint mechanism";
    private static final String ADVISE = "Advise the joint mechanism";
    private static final String PROPOSE = "Propose an outcome";
    private static final String AGREE = "Agree to the outcome";

    private static final String WAITS = "The directors’ vetting waits until this is settled; everything else goes on";
    private static final String POSITION = "The position of your side";
    private static final String TRIED = "What was tried together, when, and why it led nowhere";
    private static final String WHY_UP = "Why it cannot be settled at this level";
    private static final String MEANS = "What this means for the country";
    /** What is confirmed of answers that are no choice between fixed ones. */
    private static final String STATED = "the position of your side is stated";

    private static final String RECORDED = "an attempt is recorded";
    private static final String ESCALATED = "it is escalated";

    private static final String SEND = "() => document.querySelector('main form[data-draft-url]').requestSubmit()";

    @Autowired
    MovableClock clock;

    @Autowired
    SweepDueDates sweepDueDates;

    @AfterEach
    void backToRealTime() {
        clock.reset();
    }

    /** The variant of Uganda: the directors' votes differ, and nobody finds a way. */
    @Test
    void doesNotSelectUgandaWhenNobodyFindsAWay() {
        inVetting("UGA", "A2");
        Desk undp = desk("rd.undp.rba");
        Desk ilo = desk("rd.ilo.africa");
        undp.approve("UGA");
        ilo.vet("UGA", "Decline", Desk.REASON, "The ministry has nobody to work with us");
        undp.seesCase("FFA-UGA-A2", "In divergence");
        undp.follow("FFA-UGA-A2-D1");
        undp.says("At regional level");

        state(undp, "UGA", "The ministry of gender asks for both of us");
        undp.seesCase("FFA-UGA-A2-D1", "At regional level");
        undp.says("Position stated by: UNDP");
        ilo.seesCase("FFA-UGA-A2-D1", "At regional level");
        ilo.doesNotSay("The ministry of gender");
        state(ilo, "UGA", "Without a counterpart nothing lasts");
        ilo.seesCase("FFA-UGA-A2-D1", "At regional level");
        ilo.says("The ministry of gender asks for both of us");

        ilo.openTask(TRY, "UGA");
        assertThat(ilo.page().getByText(MEANS)).isHidden();
        ilo.choose("Propose a text");
        assertThat(ilo.page().getByText(MEANS)).isVisible();

        record(undp, "UGA", "A call with both country offices on Monday");
        rise(ilo, "UGA", "It is a question of principle");
        undp.seesCase("FFA-UGA-A2-D1", "At the joint mechanism");

        brief(desk("coord.ilo"), "UGA", "Yes, ask for it");
        Desk team = desk("team.undp");
        team.openTask(ADVISE, "UGA");
        team.says("Without a counterpart nothing lasts");
        team.field("Your advice to the coordinators").fill("Look again in a year");
        send(team, "UGA", "the advice is given");
        propose(desk("coord.undp"), "UGA", "Closed without agreement", "Neither side can move; look again in a year");
        undp.seesCase("FFA-UGA-A2", "In divergence");
        Desk other = desk("coord.ilo");
        other.openTask(AGREE, "UGA");
        other.says("Neither side can move; look again in a year");
        other.choose("Accept this very text");
        send(other, "UGA", "Accept this very text");

        other.seesCase("FFA-UGA-A2-D1", "Closed without agreement");
        other.seesCase("FFA-UGA-A2", "Not selected");
        undp.seesCase("FFA-UGA-A2", "Not selected");
        undp.says("Neither side can move; look again in a year");
    }

    /** Steps 1 to 4, on a case that is being vetted; in the country without script, in the region by keyboard alone. */
    @Test
    void settlesTheShareOfTheBudgetInNigeriaAtTheJointMechanism() {
        inVetting("NGA", "A3");
        raiseInNigeria();
        isRefusedAtTheTop();
        climbsOutOfTheCountryWithoutScript();
        isTriedInTheRegionByKeyboard();
        remindsAndDecidesNothing();
        climbsOutOfTheRegion();
        bothCoordinatorsAgree();

        Desk reader = desk("fp.undp.a3");
        reader.open("/divergence/FFA-NGA-A3-D1");
        for (String level : List.of("Country level", "Regional level", "Joint mechanism")) {
            assertThat(reader.page().getByRole(AriaRole.HEADING, named(level))).hasCount(1);
        }
        assertThat(reader.page().getByRole(AriaRole.HEADING, named("Position of")))
                .hasCount(4);
        reader.says("60/40, looked at again after a year");
        reader.seesCase("FFA-NGA-A3", "In vetting");
        reader.says("60/40, looked at again after a year");
        reader.doesNotSay("The vetting is paused");
        desk("rd.undp.rba").hasTask("Vet the country", "NGA");
    }

    private void raiseInNigeria() {
        Desk ilo = desk("fp.ilo.a3");
        ilo.seesCase("FFA-NGA-A3", "In vetting");
        ilo.follow("Raise a divergence");
        ilo.heading("Raise a divergence");
        ilo.doesNotSay("Where does it begin?");
        ilo.field("What it is about").fill("UNDP wants 80/20, we want 50/50");
        ilo.press("Raise it");
        assertThat(ilo.page().getByRole(AriaRole.ALERT)).containsText("Choose what the divergence is about");
        assertThat(ilo.field("What it is about")).hasValue("UNDP wants 80/20, we want 50/50");
        ilo.choose("Share of the budget, or who joins");
        assertThat(ilo.field(WAITS)).not().isChecked();
        ilo.field(WAITS).check();
        ilo.press("Raise it");
        ilo.says("FFA-NGA-A3-D1 has been raised");
        ilo.seesCase("FFA-NGA-A3", "In vetting");
        ilo.says("The vetting is paused until a divergence on this case is settled");
        ilo.says("Next: the divergence listed below is settled");
    }

    private void isRefusedAtTheTop() {
        ResponseEntity<JsonNode> refused = Caller.of(http, "coord.undp")
                .post(
                        "/api/divergence",
                        Map.of(
                                "matter", "FFA-NGA-A3",
                                "subject", "AREA",
                                "summary", "Which area",
                                "level", "JOINT_MECHANISM"));
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/code").asText()).isEqualTo("divergence.refused.top");
    }

    private void climbsOutOfTheCountryWithoutScript() {
        Desk ilo = deskWithoutScript("fp.ilo.a3");
        Desk undp = deskWithoutScript("fp.undp.a3");
        state(ilo, "NGA", "Half each: the work is shared evenly");
        state(undp, "NGA", "Four fifths: the field offices are ours");

        String reason = "The share is not ours to give";
        ilo.openTask(TRY, "NGA");
        ilo.choose("Escalate to the Regional Directors");
        ilo.field(WHY_UP).fill(reason);
        ilo.press("Send");
        assertThat(ilo.page().getByRole(AriaRole.ALERT)).containsText("no attempt at this level is on record");
        Locator choice = ilo.page().getByRole(AriaRole.GROUP, groupNamed("What is the next step?"));
        assertThat(choice).containsText("no attempt at this level is on record");
        assertThat(ilo.field(WHY_UP)).hasValue(reason);

        record(undp, "NGA", "Two meetings in Abuja");
        rise(ilo, "NGA", reason);
        ilo.seesCase("FFA-NGA-A3-D1", "At regional level");
    }

    private void isTriedInTheRegionByKeyboard() {
        for (String director : List.of("rd.undp.rba", "rd.ilo.africa")) {
            Desk desk = desk(director);
            desk.openTask(STATE, "NGA");
            Keys keys = new Keys(desk.page());
            keys.to(desk.field(POSITION)).type("As our country office, says " + director);
            keys.to(desk.button("Send")).press("Enter");
            desk.done("NGA", STATED);
        }
        Desk desk = desk("rd.undp.rba");
        desk.openTask(TRY, "NGA");
        desk.says("As our country office, says rd.ilo.africa");
        desk.doesNotSay(MEANS);
        Keys keys = new Keys(desk.page());
        keys.to(radio(desk, "Propose a text")).press("Space", "ArrowDown");
        keys.to(desk.field(TRIED)).type("A call of an hour");
        keys.to(desk.button("Send")).press("Enter");
        desk.done("NGA", RECORDED);
    }

    /** */
    private void remindsAndDecidesNothing() {
        clock.advance(Duration.ofDays(6));
        sweepDueDates.sweep();
        Desk director = desk("rd.ilo.africa");
        director.seesCase("FFA-NGA-A3-D1", "At regional level");
        director.says("Reminder: " + TRY + " waits for");
        director.doesNotSay("Overdue: " + TRY);
        clock.advance(Duration.ofDays(2));
        sweepDueDates.sweep();
        director.seesCase("FFA-NGA-A3-D1", "At regional level");
        director.says("Overdue: " + TRY + " still waits for");
        director.openTask(TRY, "NGA");
        assertThat(director.page()
                        .getByRole(AriaRole.MAIN)
                        .locator("time.tag-late")
                        .first())
                .isVisible();
    }

    private void climbsOutOfTheRegion() {
        Desk ilo = desk("rd.ilo.africa");
        rise(ilo, "NGA", "Both regions have promised too much");
        ilo.seesCase("FFA-NGA-A3-D1", "At the joint mechanism");
    }

    private void bothCoordinatorsAgree() {
        brief(desk("coord.undp"), "NGA", "No, go on without");
        propose(desk("coord.undp"), "NGA", "Agreement", "60/40, looked at again after a year");
        desk("observer").seesCase("FFA-NGA-A3-D1", "At the joint mechanism");
        desk("coord.undp").hasNoTask(AGREE, "NGA");
        Desk ilo = desk("coord.ilo");
        ilo.openTask(AGREE, "NGA");
        ilo.choose("Accept this very text");
        send(ilo, "NGA", "Accept this very text");
        desk("observer").seesCase("FFA-NGA-A3-D1", "Resolved");
    }

    @Test
    void losesNothingWhenBothSidesTypeAtOnce() {
        inVetting("RWA", "A3");
        Caller.of(http, "fp.ilo.a3")
                .post("/api/divergence", Map.of("matter", "FFA-RWA-A3", "subject", "AREA", "summary", "Three or four"));
        Desk undp = desk("fp.undp.a3");
        Desk ilo = desk("fp.ilo.a3");
        undp.openTask(STATE, "RWA");
        ilo.openTask(STATE, "RWA");
        undp.field(POSITION).fill("Area three");
        ilo.field(POSITION).fill("Area four");
        undp.page().evaluate(SEND);
        ilo.page().evaluate(SEND);
        undp.done("RWA", STATED);
        ilo.done("RWA", STATED);
        ilo.seesCase("FFA-RWA-A3-D1", "At country level");
        ilo.says("Area three");
        ilo.says("Area four");

        undp.openTask(TRY, "RWA");
        ilo.openTask(TRY, "RWA");
        undp.choose("Record an attempt that led nowhere");
        undp.field(TRIED).fill("We met on Monday");
        ilo.choose("Propose a text");
        ilo.field("The text to agree on").fill("Area three first, then four");
        ilo.field("What follows from it, by whom and by when").fill("60/40 by May");
        send(undp, "RWA", RECORDED);
        ilo.press("Send");

        ilo.heading("Your answer was not recorded");
        ilo.says("A colleague completed this");
        ilo.says("Area three first, then four");
        ilo.says("60/40 by May");
        ilo.seesCase("FFA-RWA-A3-D1", "At country level");
        ilo.says("We met on Monday");
        ilo.doesNotSay("Area three first, then four");
    }

    private void inVetting(String country, String area) {
        String suffix = area.toLowerCase(java.util.Locale.ROOT);
        Caller undp = Caller.of(http, "fp.undp." + suffix);
        assertThat(undp.nominate(country, area).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        ResponseEntity<JsonNode> agreed = undp.as("fp.ilo." + suffix)
                .answer("selection", "FFA-" + country + "-" + area, "agreeNomination", Map.of("decision", "AGREE"));
        assertThat(agreed.getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    private static void state(Desk desk, String country, String position) {
        desk.openTask(STATE, country);
        desk.field(POSITION).fill(position);
        send(desk, country, STATED);
    }

    private static void record(Desk desk, String country, String attempt) {
        desk.openTask(TRY, country);
        desk.choose("Record an attempt that led nowhere");
        desk.field(TRIED).fill(attempt);
        send(desk, country, RECORDED);
    }

    private static void rise(Desk desk, String country, String reason) {
        desk.openTask(TRY, country);
        desk.choose("Escalate to");
        desk.field(WHY_UP).fill(reason);
        send(desk, country, ESCALATED);
    }

    private static void brief(Desk desk, String country, String advice) {
        desk.openTask(BRIEF, country);
        desk.field("The facts, in brief").fill("What each side has said stands above");
        desk.choose(advice);
        send(
                desk,
                country,
                "the brief is given, "
                        + (advice.startsWith("Yes")
                                ? "the Task Team’s advice is asked for"
                                : "without asking for the Task Team’s advice"));
    }

    private static void propose(Desk desk, String country, String outcome, String text) {
        desk.openTask(PROPOSE, country);
        desk.choose(outcome);
        desk.field("The text").fill(text);
        send(desk, country, outcome);
    }

    private static void send(Desk desk, String country, String answer) {
        desk.press("Send");
        desk.done(country, answer);
    }

    private static Locator radio(Desk desk, String name) {
        return desk.page()
                .getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String beginning) {
        return new Page.GetByRoleOptions().setName(java.util.regex.Pattern.compile("^\\s*" + beginning));
    }

    private static Page.GetByRoleOptions groupNamed(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
