package org.tandem.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandem.countries.CountriesMother;

class FrameworkTests {

    private final FrameworkData data = FrameworksMother.data();

    @Test
    void shortCodesLeaveOutPartiesAndYears() {
        assertThat(data.frameworks().stream().map(Framework::shortCode))
                .containsExactlyInAnyOrder("FFA", "JAP", "UNREFORM", "DCS");
    }

    @Test
    void theFrameworkForActionIsWhole() {
        Framework framework = FrameworksMother.framework("FFA");

        assertThat(framework.areas()).hasSize(7);
        assertThat(framework.actionCount()).isEqualTo(31);
        assertThat(framework.indicatorCount()).isEqualTo(26);
        assertThat(focalPoints(framework, "UNDP")).containsExactly(4, 3, 2, 2, 1, 1, 2);
        assertThat(focalPoints(framework, "ILO")).containsExactly(2, 3, 2, 3, 2, 2, 1);
        assertThat(framework.area("A7").orElseThrow().gains()).hasSize(2);
        assertThat(framework.area("A3").orElseThrow().areaKey()).isEqualTo("FFA-A3");
        assertThat(framework.nominatesCountries()).isTrue();
    }

    @Test
    void proposalsAreUsualInTheAreasTheDocumentNamesAndInAllWhereItNamesNone() {
        assertThat(usualForProposals("FFA")).containsExactly("A2", "A3", "A4");
        assertThat(usualForProposals("JAP"))
                .hasSameSizeAs(FrameworksMother.framework("JAP").areas());
    }

    private static List<String> usualForProposals(String shortCode) {
        Framework framework = FrameworksMother.framework(shortCode);
        return framework.areas().stream()
                .filter(framework::isUsualForProposals)
                .map(Area::code)
                .toList();
    }

    @Test
    void theActionPlanForRefugeesIsWhole() {
        Framework plan = FrameworksMother.framework("JAP");

        assertThat(plan.actionCount()).isEqualTo(46);
        assertThat(plan.indicatorCount()).isZero();
        assertThat(plan.areas()).hasSize(3);
        assertThat(plan.crossCutting()).hasSize(4);
        assertThat(plan.nominatesCountries()).isTrue();
    }

    @Test
    void aFrameworkOfOnePartyNominatesNoCountries() {
        assertThat(FrameworksMother.framework("DCS").nominatesCountries()).isFalse();
        assertThat(FrameworksMother.framework("UNREFORM").nominatesCountries()).isFalse();
    }

    @Test
    void registersHoldWhatIsUnderWay() {
        List<Assessment> assessments = data.assessments().stream()
                .filter(assessment -> assessment.framework().equals("FFA"))
                .toList();

        assertThat(assessments).hasSize(7);
        assertThat(assessments.stream().filter(one -> one.state() == AssessmentState.DONE))
                .isEmpty();
        assertThat(assessments.stream()
                        .filter(one -> one.code().startsWith("SEIA-") && one.state() == AssessmentState.UNDER_WAY)
                        .map(Assessment::country))
                .contains("JOR", "LBN", "IRQ");
        assertThat(data.collaborations().stream().filter(one -> one.framework().equals("FFA")))
                .hasSize(8);
        assertThat(data.collaborations().stream()
                        .filter(one -> one.key().equals("FFA-COL-1"))
                        .findFirst()
                        .orElseThrow()
                        .countries())
                .hasSize(14);
    }

    @Test
    void aFrameworkOfInventedAgenciesIsAFileAway() {
        Framework mud = FrameworksMother.framework("MUD", CountriesMother.INVENTED);

        assertThat(mud.parties()).containsExactly("AQUA", "TERRA");
        assertThat(mud.areas().stream().map(Area::areaKey)).containsExactly("MUD-M1", "MUD-M2");
        assertThat(mud.area("M1").orElseThrow().gain("ONE-SPOON")).isPresent();
        assertThat(FrameworksMother.data(CountriesMother.INVENTED).assessments().stream()
                        .filter(one -> one.code().equals("MUD-KEN"))
                        .findFirst()
                        .orElseThrow()
                        .roles())
                .containsExactly(new Assessment.AgencyRole("AQUA", "lead"));
    }

    @Test
    void whatLeavesAFrameworkIsKeptAsRetired() {
        Framework before = FrameworksMother.framework("FFA");
        List<Area> fewer = before.areas().stream()
                .filter(area -> !area.code().equals("A7"))
                .map(area -> area.withGains(area.gains().subList(0, 1)))
                .toList();

        Framework after = RetiredParts.keep(before, before.withAreas(fewer).withCrossCutting(List.of()));

        assertThat(after.areas()).hasSize(7);
        assertThat(after.currentAreas()).hasSize(6);
        assertThat(after.area("A7").orElseThrow().retired()).isTrue();
        assertThat(after.area("A1").orElseThrow().gains()).hasSize(4);
        assertThat(after.area("A1").orElseThrow().currentGains()).hasSize(1);
    }

    private static List<Integer> focalPoints(Framework framework, String agency) {
        return framework.areas().stream()
                .map(area -> area.focalPointsOf(agency).orElseThrow().count())
                .toList();
    }
}
