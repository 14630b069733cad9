package org.tandem.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.ProcessTest;
import org.tandem.Roads;

/** Do the declarations of all kinds of cases fit together? */
@ProcessTest
class CaseTypesTests {

    @Autowired
    CaseTypes types;

    @Autowired
    Cases cases;

    @Autowired
    Roads roads;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void statesOfTheSameNameHaveTheSameTone() {
        Map<String, CaseTone> tones = new HashMap<>();
        types.all().forEach(type -> type.tones()
                .forEach((state, tone) -> assertThat(tones.merge(state, tone, (first, second) -> first))
                        .as(state)
                        .isEqualTo(tone)));
        assertThat(tones).containsEntry("VETTED", CaseTone.DONE).containsEntry("DECLINED", CaseTone.STOP);
    }

    @Test
    void everyLetterStandsForOneKind() {
        assertThat(types.all().stream().flatMap(type -> type.letter().stream())).doesNotHaveDuplicates();
    }

    @Test
    void aCaseComesUpOnlyOnTheKindsItsTypeNames() {
        CaseId support = new CaseId(roads.asked(roads.freshCountry(), "Where do divergences come up?"));
        CaseView about = cases.find(support).orElseThrow();
        CaseOpening opening = new CaseOpening(
                support.below('D', 1),
                "divergence",
                support.value(),
                about.subject(),
                "RAISED",
                50,
                UUID.randomUUID(),
                "ILO");

        assertThatThrownBy(
                        () -> new TransactionTemplate(transactions).executeWithoutResult(status -> cases.open(opening)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not come up on");
    }
}
