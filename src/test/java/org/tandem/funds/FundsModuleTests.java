package org.tandem.funds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tandem.TandemTest;

@TandemTest
class FundsModuleTests {

    @Autowired
    Funds funds;

    @Autowired
    Markers markers;

    @Test
    void whatIsInTheTablesIsWhatWasInTheFiles() {
        assertThat(funds.all().stream().map(Fund::code))
                .isEqualTo(FundsMother.funds().all().stream().map(Fund::code).toList());
        assertThat(funds.find("IPS00").orElseThrow().calls())
                .hasSameSizeAs(FundsMother.funds().find("IPS00").orElseThrow().calls());
        assertThat(markers.all()).hasSameSizeAs(FundsMother.markers().all());
        assertThat(funds.commonRules()).containsKey("common_fee_rules");
        assertThat(funds.asOf()).isEqualTo("2026-11-21");
    }
}
