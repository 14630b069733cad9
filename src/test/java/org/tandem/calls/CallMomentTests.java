package org.tandem.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.funds.Call;

/** When does a call open and close, as a calendar shows it? */
class CallMomentTests {

    @ParameterizedTest
    @CsvSource({
        "2031-03-31T23:59, America/New_York, 2031-04-01T03:59:00Z",
        "2031-12-31T23:59, America/New_York, 2032-01-01T04:59:00Z",
        "2031-03-31T23:59, Pacific/Fiji, 2031-03-31T11:59:00Z",
        // Clocks show it twice: it counts when it is shown for the second time.
        "2026-11-01T01:30, America/New_York, 2026-11-01T06:30:00Z",
        // A day counts to its end, also where it has 23 hours or 25.
        "2031-03-31, Pacific/Fiji, 2031-03-31T11:59:00Z",
        "2026-03-08, America/New_York, 2026-03-09T03:59:00Z",
        "2026-11-01, America/New_York, 2026-11-02T04:59:00Z"
    })
    void aDateInANamedZoneIsAMoment(String closes, String zone, Instant lastMinute) {
        CallMoment closing = closing(closes, zone);

        assertThat(closing.isInAZone()).isTrue();
        assertThat(closing.at()).isEqualTo(lastMinute);
    }

    @ParameterizedTest
    @CsvSource({"2031-03-31T23:59,", "2031-03-31,"})
    void aDateWithoutZoneIsThatDay(String closes, String zone) {
        CallMoment closing = closing(closes, zone);

        assertThat(closing.isInAZone()).isFalse();
        assertThat(closing.day()).isEqualTo(LocalDate.of(2031, 3, 31));
    }

    @Test
    void whatIsOnlyKnownInWordsHasNoDate() {
        assertThat(closing("2031 (second half)", "UTC").at()).isNull();
        assertThat(closing(null, null).at()).isNull();
    }

    private static CallMoment closing(String closes, String zone) {
        Map<String, String> terms = new HashMap<>();
        terms.put(Call.CLOSES, closes);
        terms.put(Call.ZONE, zone);
        terms.values().removeIf(value -> value == null);
        Call call = new Call("X", "UNTFHS", terms, Map.of(), Set.of(), false, null, 1);
        return CallMoment.of(call)
                .filter(one -> one.field().equals(Call.CLOSES))
                .findFirst()
                .orElseThrow();
    }
}
