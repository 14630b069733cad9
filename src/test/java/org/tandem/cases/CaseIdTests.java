package org.tandem.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

class CaseIdTests {

    private static final PathPattern PAGE =
            PathPatternParser.defaultInstance.parse("/cases/" + CaseId.PATH + "/letters");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FFA-SOM-A7",
                "FFA-SOM-A7-2",
                "FFA-SOM-A7-2-D1",
                "FFA-NGA-A3-P1-D1",
                "FFA-NGA-A3-2-P12-F3",
                "FFA-MUL-ALL-P1-R4",
                "FFA-ALL-MUL-M1",
                "UNDP-ILO-2-KEN-G1-S1-V2"
            })
    void isLegal(String id) {
        assertThatNoException().isThrownBy(() -> new CaseId(id));
        assertThat(matches(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FFA",
                "FFA-NGA",
                "ffa-NGA-A3",
                "FFA-NG-A3",
                "FFA-NGA-A3-P1-D1-S1",
                "FFA-NGA-A3-P",
                "FFA-NGA-A3-PP1",
                "FFA-NGA-A3-p1",
                "FFA-NGA-A3-P1-D1-",
                "FFA-NGA-A3/P1"
            })
    void isNoId(String id) {
        assertThatExceptionOfType(CaseRefused.Unknown.class).isThrownBy(() -> new CaseId(id));
        assertThat(matches(id)).isFalse();
    }

    @Test
    void hasOneLetterAndNumberForEachLevel() {
        CaseId programme = CaseId.of(CaseSubject.of("FFA", "NGA", "A3"), 1).below('P', 1);

        assertThat(programme.below('D', 1)).hasToString("FFA-NGA-A3-P1-D1");
    }

    @Test
    void saysInThePlaceOfOneThatThereAreSeveralOrNone() {
        CaseSubject several = new CaseSubject(null, "FFA", List.of("NGA", "KEN"), List.of(), null);
        CaseSubject none = new CaseSubject(null, "FFA", List.of(), List.of("A3", "A1", "A3"), null);

        assertThat(CaseId.of(several, 1)).hasToString("FFA-MUL-ALL");
        assertThat(CaseId.of(none, 3)).hasToString("FFA-ALL-MUL-3");
    }

    private static boolean matches(String id) {
        return PAGE.matches(PathContainer.parsePath("/cases/" + id + "/letters"));
    }
}
