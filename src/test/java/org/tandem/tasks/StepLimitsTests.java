package org.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.tandem.platform.CannotStart;

/** How long may a step take, and who says so? (D19, R-037) */
class StepLimitsTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void comeFromTheDataFile() {
        StepLimit limit = new StepLimits(environment).of("vetCountry");

        assertThat(limit.due()).isEqualTo(Period.ofDays(7));
        assertThat(limit.remind()).isEqualTo(Period.ofDays(2));
        assertThat(limit.lapse()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreeNomination",
                "agreeWithdrawal",
                "vetCountry",
                "answerQuestion",
                "repairRoster",
                "statePosition",
                "attemptSettlement",
                "agreeOutcome"
            })
    void remindBeforeTheDueDate(String task) {
        StepLimit limit = new StepLimits(environment).of(task);

        assertThat(limit.remind().getDays()).isBetween(1, limit.due().getDays() - 1);
    }

    @Test
    void areOverriddenByConfiguration() {
        environment.setProperty("tandem.limits.vetCountry.due", "P2W");
        environment.setProperty("tandem.limits.agreeNomination.lapse", "P3M");
        StepLimits limits = new StepLimits(environment);

        assertThat(limits.of("vetCountry").due()).isEqualTo(Period.ofDays(14));
        assertThat(limits.lapseOf("agreeNomination")).isEqualTo("P3M");
    }

    @ParameterizedTest
    @CsvSource({
        "tandem.limits.vetCountry.due, PT2H",
        "tandem.limits.vetCountry.due, P0D",
        "tandem.limits.vetCountry.due, ''",
        "tandem.limits.vetCountry.remind, -P1D",
        "tandem.limits.agreeNomination.lapse, -P1D",
        "tandem.limits.agreeNomination.lapse, soon",
        "tandem.limits.agreeNomination.lapse, ''",
        "tandem.limits.agreeNomination.due, P999999999Y"
    })
    void aLimitThatIsNoneStopsTheStartByItsName(String property, String value) {
        environment.setProperty(property, value);

        assertThatThrownBy(() -> new StepLimits(environment)).isInstanceOfSatisfying(CannotStart.class, told -> {
            assertThat(told).hasMessageContaining(property + " is “" + value + "”");
            assertThat(told.whatToDo()).contains("P10D");
        });
    }

    @Test
    void aTaskWithoutALimitIsNamed() {
        StepLimits limits = new StepLimits(environment);

        assertThatThrownBy(() -> limits.of("mendRoof")).hasMessageContaining("mendRoof");
        assertThatThrownBy(() -> limits.lapseOf("vetCountry")).hasMessageContaining("vetCountry");
    }

    @Test
    void aTaskIsOnTimeThenDueSoonThenOverdue() {
        Instant due = Instant.parse("2026-11-28T12:00:00Z");

        assertThat(task(due, Duration.ofDays(2)).timeliness(due.minus(Duration.ofDays(5))))
                .isEqualTo("ON_TIME");
        assertThat(task(due, Duration.ofDays(2)).timeliness(due.minus(Duration.ofDays(2))))
                .isEqualTo("DUE_SOON");
        assertThat(task(due, Duration.ofDays(2)).timeliness(due)).isEqualTo("DUE_SOON");
        assertThat(task(due, Duration.ofDays(2)).timeliness(due.plusSeconds(1))).isEqualTo("OVERDUE");
    }

    private static OpenTask task(Instant due, Duration remind) {
        return new OpenTask(
                "1",
                "FFA-SOM-A7",
                "vetting",
                "vetCountry",
                "vetCountry",
                null,
                "FFA",
                "A7",
                "SOM",
                "ILO",
                OpenTask.State.OPEN,
                50,
                null,
                null,
                due.minus(Duration.ofDays(7)),
                due,
                due.minus(remind),
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                java.util.List.of("regional-director:ILO:AFRICA"));
    }
}
