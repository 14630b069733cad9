package org.tandem.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tandem.TandemTest;
import org.tandem.countries.Countries;

@TandemTest
class FrameworksModuleTests {

    @Autowired
    Frameworks frameworks;

    @Autowired
    Countries countries;

    @Test
    void whatIsInTheTablesIsWhatWasInTheFiles() {
        assertThat(frameworks.byShortCode("FFA")).contains(FrameworksMother.framework("FFA"));
        assertThat(frameworks.all()).hasSize(4);
        assertThat(frameworks.all().get(0).nominatesCountries()).isTrue();
        assertThat(countries.all()).hasSize(208);
        assertThat(frameworks.areaByKey("FFA-A3").orElseThrow().title()).isEqualTo("Social protection");
        assertThat(frameworks.assessmentFigures()).contains(new AssessmentFigures("FFA", 0, 7));
    }

    @Test
    void noCeilingIsSetAtFirst() {
        assertThat(frameworks.ceiling("JAP")).isEmpty();
    }
}
