package org.tandem.funds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FundsTests {

    private final Funds funds = FundsMother.funds();
    private final Markers markers = FundsMother.markers();

    @Test
    void fundsAreFoundByCodeAndByTheNamesFrameworksUse() {
        assertThat(funds.find("COVID19-MPTF").map(Fund::code)).contains("COV00");
        assertThat(funds.find("JOINT-SDG-FUND").map(Fund::code)).contains("IPS00");
        assertThat(List.of("BILATERAL", "OTHER-MPTF", "COV00", "GA-DJUSP"))
                .allSatisfy(code -> assertThat(funds.find(code)).isPresent());
        assertThat(funds.find("NOTHING")).isEmpty();
        assertThat(funds.windowsOf("IPS00").stream().map(Fund::code)).containsExactly("GA-DJUSP");
    }

    @Test
    void callsKnowWhatTheyMayCost() {
        Fund fund = funds.find("IPS00").orElseThrow();

        assertThat(fund.call("IPS-2019-LNOB").orElseThrow().ceiling()).isEqualTo(2_000_000L);
        assertThat(fund.call("IPS-2024-MGA1").orElseThrow().deadline()).isEqualTo("2024-07-01");
        assertThat(funds.find("COV00").orElseThrow().closed()).isTrue();
    }

    @Test
    void whatNobodyLookedUpIsNotVerified() {
        assertThat(Verification.of("S")).isEqualTo(Verification.VERIFIED);
        assertThat(Verification.of("G")).isEqualTo(Verification.NOT_VERIFIED);
        assertThat(Verification.of("D (70 million over 35 programmes)")).isEqualTo(Verification.DERIVED);
        assertThat(Verification.of("S for the score, G for the shares")).isEqualTo(Verification.PARTLY_VERIFIED);
        assertThat(Verification.of(null)).isEqualTo(Verification.NOT_VERIFIED);
        assertThat(funds.find("COV00").orElseThrow().fees().verification()).isEqualTo(Verification.NOT_VERIFIED);
    }

    @Test
    void markersHaveLabelsInTheReadersLanguage() {
        MarkerSet goals = markers.find("sdg_goals").orElseThrow();

        assertThat(goals.markers()).hasSize(17);
        assertThat(goals.marker("8").orElseThrow().label(Locale.FRENCH)).isEqualTo("Travail décent et croissance");
        assertThat(markers.find("unsdg_budget_categories").orElseThrow().markers())
                .hasSize(8);
        assertThat(markers.find("gender_equality_marker").orElseThrow().marker("GEM2"))
                .isPresent();
        assertThat(markers.find("human_rights_marker").orElseThrow().markers()).hasSize(4);
        assertThat(markers.find("human_rights_marker_un_info").orElseThrow().marker("3"))
                .hasValueSatisfying(one -> assertThat(one.label(Locale.FRENCH)).isEqualTo("Objectif principal"));
        assertThat(markers.find("sdg_targets").orElseThrow().groups().stream().map(MarkerSet.Group::code))
                .containsExactly("core", "related");
        assertThat(markers.find("ilo_policy_outcomes").orElseThrow().groups()).hasSize(4);
        assertThat(markers.all()).hasSize(13);
    }
}
