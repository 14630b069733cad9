package org.tandem.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The scenarios up to selection, as people of both sides live them. Viet Nam comes twice: first the tour, then anew. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SelectionJourneyTests extends Journey {

    private static final String AGREE = "Agree to the nomination";
    private static final String VET = "Vet the country";

    @Test
    @Order(1)
    void holdsWhatTheTourOfTheReadmePromises() {
        String condition = "Only with the ministry on board";
        Desk desk = nobody();

        desk.signIn("fp.undp.a3");
        desk.follow("Nominate a country");
        desk.says("Framework for Action 2020");
        desk.fillIn(Wish.of("Viet Nam", "3").building(Wish.SDG_FUND));
        desk.press("Nominate");
        desk.says("FFA-VNM-A3");
        desk.signOut();

        desk.signIn("fp.ilo.a3");
        desk.agree("VNM");
        desk.seesCase("FFA-VNM-A3", "In vetting");
        desk.signOut();

        desk.signIn("rd.undp.rbap");
        desk.vet("VNM", "Approve", Desk.CONDITION, condition);
        for (String other : List.of("rd.ilo.asia_pacific", "fp.undp.a3", "coord.undp", "observer", "admin")) {
            Desk neighbour = desk(other);
            neighbour.seesCase("FFA-VNM-A3", "In vetting");
            neighbour.doesNotSay(condition);
        }
        desk.signOut();

        desk.signIn("rd.ilo.asia_pacific");
        desk.approve("VNM");
        desk.seesCase("FFA-VNM-A3", "Selected");
        desk.says("UNDP approved in round 1");
        desk.says("ILO approved in round 1");
        desk.says(condition);
    }

    @Test
    @Order(2)
    void letsASelectedCountryGoWhenBothCoordinatorsWantIt() {
        Desk undp = desk("coord.undp");
        undp.seesCase("FFA-VNM-A3", "Selected");
        undp.follow("Ask to withdraw this country");
        undp.field("Why should it be withdrawn?").fill("The ministry has asked us to wait");
        undp.press("Ask for the withdrawal");
        undp.says("You have asked for the withdrawal");

        Desk ilo = desk("coord.ilo");
        ilo.openTask("Agree to the withdrawal", "VNM");
        ilo.choose("Agree to withdraw");
        ilo.press("Send");
        ilo.done("VNM", "Agree to withdraw");
        ilo.seesCase("FFA-VNM-A3", "Withdrawn");
    }

    /** Scenario 1, steps 1 to 3. */
    @Test
    @Order(3)
    void selectsVietNamAndSamoaForSocialProtection() {
        List<Desk> focalPoints =
                Stream.of("fp.ilo.a3", "fp.ilo.a3.2").map(this::desk).toList();
        List<Desk> directors =
                Stream.of("rd.undp.rbap", "rd.ilo.asia_pacific").map(this::desk).toList();
        List<Integer> before = waiting(focalPoints);
        List<Integer> directorsBefore = waiting(directors);

        Desk nominator = desk("fp.undp.a3");
        nominator.nominate(Wish.of("Viet Nam", "3").building(Wish.SDG_FUND));
        nominator.nominate(Wish.of("Samoa", "3").building(Wish.SDG_FUND));
        nominator.seesCase("FFA-VNM-A3-2", "Proposed");
        nominator.seesCase("FFA-WSM-A3", "Proposed");
        nominator.says(Wish.SDG_FUND);
        assertThat(waiting(focalPoints)).isEqualTo(plus(before, 2));
        assertThat(waiting(directors)).isEqualTo(directorsBefore);

        focalPoints.get(0).agree("VNM");
        focalPoints.get(1).agree("WSM");
        assertThat(waiting(focalPoints)).isEqualTo(before);
        assertThat(waiting(directors)).isEqualTo(plus(directorsBefore, 2));
        nominator.seesCase("FFA-WSM-A3", "In vetting");

        directors.get(0).approve("VNM");
        directors.get(0).approve("WSM");
        nominator.seesCase("FFA-VNM-A3-2", "In vetting");
        nominator.seesCase("FFA-WSM-A3", "In vetting");
        directors.get(1).approve("VNM");
        directors.get(1).approve("WSM");
        nominator.seesCase("FFA-VNM-A3-2", "Selected");
        nominator.seesCase("FFA-WSM-A3", "Selected");
        assertThat(waiting(directors)).isEqualTo(directorsBefore);
    }

    /** Scenario 2, step 2: six decisions by two people, taken from the table of comparison. */
    @Test
    @Order(4)
    void selectsThreeCountriesOfCentralAsiaInOneGo() {
        List<String> codes = List.of("KGZ", "TJK", "UZB");
        Desk ilo = desk("fp.ilo.a2");
        List.of("Kyrgyzstan", "Tajikistan", "Uzbekistan").forEach(country -> ilo.nominate(Wish.of(country, "2")));
        Desk undp = desk("fp.undp.a2");
        codes.forEach(undp::agree);

        for (String director : List.of("rd.undp.rbec", "rd.ilo.europe_central_asia")) {
            Desk desk = desk(director);
            codes.forEach(country -> desk.hasTask(VET, country));
            desk.open("/vetting/compare");
            desk.field("Decision").selectOption("APPROVE");
            desk.press("Set for all");
            desk.press("Check before sending");
            desk.press("Send 3 decisions");
            desk.says("3 decisions were recorded");
        }
        codes.forEach(country -> ilo.seesCase("FFA-" + country + "-A2", "Selected"));
    }

    /** Scenario 3, step 1. */
    @Test
    @Order(5)
    void marksThreeOfSevenAssessmentsAsDone() {
        for (String country : List.of("jor", "lbn", "irq")) {
            Desk office = desk("co.ilo." + country);
            office.open("/assessments?framework=FFA");
            office.follow("SEIA-" + country.toUpperCase(java.util.Locale.ROOT));
            office.choose("Done");
            office.field("Findings").fill("Informal work is where the loss is largest");
            office.press("Save");
            office.says("The assessment has been saved");
        }
        Desk reader = desk("observer");
        reader.open("/assessments?framework=FFA");
        reader.says("Done 3 of 7");
    }

    /** Scenario 3, step 3. */
    @Test
    @Order(6)
    void votesAnewOnIraqAfterItsQuestionIsAnswered() {
        String question = "Who pays for the registry after the first year?";
        Desk ilo = desk("fp.ilo.a2");
        ilo.nominate(Wish.of("Jordan", "2"));
        ilo.nominate(Wish.of("Iraq", "2"));
        desk("fp.undp.a3").nominate(Wish.of("Lebanon", "3").building(Wish.SDG_FUND));
        Desk undp = desk("fp.undp.a2");
        undp.agree("JOR");
        undp.agree("IRQ");
        desk("fp.ilo.a3").agree("LBN");

        Desk rbas = desk("rd.undp.rbas");
        Desk arabStates = desk("rd.ilo.arab_states");
        for (Desk director : List.of(rbas, arabStates)) {
            director.approve("JOR");
            director.approve("LBN");
        }
        rbas.approve("IRQ");
        arabStates.vet("IRQ", "Return with a question", Desk.QUESTION, question);
        rbas.hasNoTask(VET, "IRQ");
        rbas.seesCase("FFA-IRQ-A2", "Returned with a question");
        rbas.says(question);

        Desk office = desk("co.ilo.irq");
        office.openTask("Answer the director’s question", "IRQ");
        office.field("Your answer").fill("The ministry does, from its own budget");
        office.field("What changed in the file").fill("The budget line of the ministry is named");
        office.press("Send");
        office.done("IRQ", "the question is answered");

        for (Desk director : List.of(rbas, arabStates)) {
            director.hasTask(VET, "IRQ");
            director.approve("IRQ");
        }
        Desk reader = desk("observer");
        reader.seesCase("FFA-IRQ-A2", "Selected");
        reader.says("void because the file was returned");
        reader.says("The ministry does, from its own budget");
        reader.seesCase("FFA-JOR-A2", "Selected");
        reader.seesCase("FFA-LBN-A3", "Selected");
    }

    @Test
    @Order(7)
    void bringsSomaliaToTwoDirectorsAndNobodyElse() {
        Wish somalia = Wish.of("Somalia", "3");
        desk("fp.undp.a3").nominate(somalia);
        desk("fp.ilo.a3").agree("SOM");

        List<String> asked = Stream.of(
                        "rd.undp.rba",
                        "rd.undp.rbap",
                        "rd.undp.rbas",
                        "rd.undp.rbec",
                        "rd.undp.rblac",
                        "rd.ilo.africa",
                        "rd.ilo.americas",
                        "rd.ilo.arab_states",
                        "rd.ilo.asia_pacific",
                        "rd.ilo.europe_central_asia")
                .filter(director -> desk(director).task(VET, "SOM").count() > 0)
                .toList();

        assertThat(asked).containsExactly("rd.undp.rbas", "rd.ilo.africa");
    }

    @Test
    @Order(8)
    void selectsJordanForAGoalOfTheRefugeePlan() {
        desk("fp.unhcr.g1").nominate(Wish.of("Jordan", "1").in("ILO-UNHCR Joint Action Plan"));
        Desk ilo = desk("fp.ilo.g1");
        ilo.agree("JOR");
        desk("rd.unhcr.middle_east_and_north_africa").approve("JOR");
        desk("rd.ilo.arab_states").approve("JOR");
        ilo.seesCase("JAP-JOR-G1", "Selected");
    }

    private static List<Integer> waiting(List<Desk> desks) {
        return desks.stream().map(Desk::waiting).toList();
    }

    private static List<Integer> plus(List<Integer> numbers, int more) {
        return numbers.stream().map(number -> number + more).toList();
    }
}
