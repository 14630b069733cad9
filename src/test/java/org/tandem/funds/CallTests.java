package org.tandem.funds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When is a call closed, and what of it may a load of the file change? */
class CallTests {

    private static final Duration SOON = Duration.ofDays(5);

    @ParameterizedTest
    @CsvSource({
        "2026-03-31T23:59, America/New_York, 2026-04-01T04:00:00Z",
        "2026-03-31, America/New_York, 2026-04-01T04:00:00Z",
        "2026-03-31T23:59, Pacific/Fiji, 2026-03-31T12:00:00Z",
        "2026-03-31T23:59, America/Lima, 2026-04-01T05:00:00Z",
        // The day on which clocks go forward has 23 hours; a time shown twice counts when it is shown for the second
        // time.
        "2026-03-08, America/New_York, 2026-03-09T04:00:00Z",
        "2026-11-01T01:30, America/New_York, 2026-11-01T06:31:00Z",
        "2026-10-25T02:30, Europe/Zurich, 2026-10-25T01:31:00Z",
        // Over everywhere on Earth, where nobody knows the zone.
        "2026-03-31,, 2026-04-01T12:00:00Z"
    })
    void aMinuteAndADayCountToTheirEnd(String closes, String zone, Instant closedFrom) {
        Call call = call(closes, zone);

        assertThat(call.closesAt()).contains(closedFrom);
        assertThat(call.state(closedFrom.minusSeconds(1), SOON)).isEqualTo(CallState.CLOSING_SOON);
        assertThat(call.state(closedFrom, SOON)).isEqualTo(CallState.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({"2020 (second half)", "2020-04", "yearly"})
    void wordsNameNoMoment(String words) {
        assertThat(call(words, "Europe/Zurich").closesAt()).isEmpty();
        assertThat(call(words, null).state(Instant.parse("2040-01-01T00:00:00Z"), SOON))
                .isEqualTo(CallState.UNKNOWN);
    }

    @Test
    void aCallOfWhichNothingIsKnownIsOnlyUnknown() {
        Call call = new Call("X-1", "COV00", Map.of(), Map.of(), Set.of(), false, null, 1);

        assertThat(call.state(Instant.EPOCH, SOON)).isEqualTo(CallState.UNKNOWN);
        assertThat(call.ceiling()).isEmpty();
        assertThat(call.countries()).isEmpty();
        assertThat(call.name()).isEqualTo("X-1");
    }

    @Test
    void opensAtTheFirstMomentOfItsDay() {
        Call call = call("2026-06-30", "Asia/Bangkok")
                .changed(Map.of("opens", "2026-06-01", "closes", "2026-06-30", "zone", "Asia/Bangkok"), null);
        Instant opening = Instant.parse("2026-05-31T17:00:00Z");

        assertThat(call.state(opening.minusSeconds(1), SOON)).isEqualTo(CallState.PLANNED);
        assertThat(call.state(opening, SOON)).isEqualTo(CallState.OPEN);
    }

    @Test
    void aLoadChangesOnlyWhatNobodyEdited() {
        Map<String, String> file = Map.of("name", "Round 1", "ceiling", "500000");
        Call edited = new Call("X-1", "COV00", file, file, Set.of(), true, null, 1)
                .changed(Map.of("name", "Round 1", "ceiling", "750000"), null);

        Call loaded =
                edited.told("COV00", Map.of("name", "First round", "ceiling", "600000", "opens", "2026-01-05"), true);

        assertThat(loaded.terms()).isEqualTo(Map.of("name", "First round", "ceiling", "750000", "opens", "2026-01-05"));
        assertThat(loaded.differences()).isEqualTo(Map.of("ceiling", "600000"));
        assertThat(loaded.edited()).containsExactly("ceiling");
        assertThat(loaded.version()).isEqualTo(3);
        assertThat(loaded.told("COV00", loaded.said(), true)).isEqualTo(loaded);
    }

    @Test
    void whatSomebodyTookOutStaysOut() {
        Map<String, String> file = Map.of("ceiling", "500000");
        Call edited = new Call("X-1", "COV00", file, file, Set.of(), true, null, 1).changed(Map.of(), null);

        assertThat(edited.told("COV00", file, true).ceiling()).isEmpty();
        assertThat(edited.differences()).isEqualTo(file);
    }

    @Test
    void aLoadLeavesWhoseCallItIsToWhoEnteredItAndKnowsOfADecision() {
        Call entered = new Call("X-1", "IPS00", Map.of(), Map.of(), Set.of(Call.FUND), false, null, 1);
        Call closed = call("2031-03-31", null).changed(Map.of("closes", "2031-03-31"), CallState.CLOSED);

        assertThat(entered.told("COV00", Map.of("name", "Of the file"), true).fund())
                .isEqualTo("IPS00");
        assertThat(closed.edited()).containsExactly(Call.ENDED);
        assertThat(closed.told("COV00", Map.of("closes", "2031-04-30"), true).state(Instant.EPOCH, SOON))
                .isEqualTo(CallState.CLOSED);
    }

    private static Call call(String closes, String zone) {
        Map<String, String> terms = zone == null ? Map.of("closes", closes) : Map.of("closes", closes, "zone", zone);
        return new Call("X-1", "COV00", terms, terms, Set.of(), false, null, 1);
    }
}
