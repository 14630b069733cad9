package org.tandem.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.funds.Call;

/** Until which second is something handed in in time (D39)? */
class ClosingTests {

    private static final String NEW_YORK = "America/New_York";

    /** 23:59 of the last day of March in New York, by the clock on somebody's wall. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Fiji, 2031-04-01T15:59:59, YES",
        "Pacific/Fiji, 2031-04-01T16:00:00, NO",
        "Europe/Zurich, 2031-04-01T05:59:59, YES",
        "Europe/Zurich, 2031-04-01T06:00:00, NO",
        "America/Lima, 2031-03-31T22:59:59, YES",
        "America/Lima, 2031-03-31T23:00:00, NO"
    })
    void countsTheLastMinuteInNewYorkWhereverSomebodySits(String zone, String onTheWall, String inTime) {
        Instant now = LocalDateTime.parse(onTheWall).atZone(ZoneId.of(zone)).toInstant();

        assertThat(SubmissionFit.isOpen(call(null, "2031-03-31T23:59", NEW_YORK), now))
                .isEqualTo(inTime);
    }

    /** Clocks in New York go back at two on 2 November 2031: one o'clock comes twice, and the second one still counts. */
    @ParameterizedTest
    @CsvSource({"2031-11-02T05:30:59Z, YES", "2031-11-02T06:30:59Z, YES", "2031-11-02T06:31:00Z, NO"})
    void countsAMinuteThatComesTwiceToItsSecondEnd(Instant now, String inTime) {
        assertThat(SubmissionFit.isOpen(call(null, "2031-11-02T01:30", NEW_YORK), now))
                .isEqualTo(inTime);
    }

    /** The day on which clocks go forward is as long as it is. */
    @ParameterizedTest
    @CsvSource({"2031-03-10T03:59:59Z, YES", "2031-03-10T04:00:00Z, NO"})
    void countsADayToItsEndWhereItIs(Instant now, String inTime) {
        assertThat(SubmissionFit.isOpen(call(null, "2031-03-09", NEW_YORK), now))
                .isEqualTo(inTime);
    }

    @ParameterizedTest
    @CsvSource({"2031-03-01T08:59:59Z, LATER", "2031-03-01T09:00:00Z, YES"})
    void isNotOpenBeforeItOpens(Instant now, String open) {
        assertThat(SubmissionFit.isOpen(call("2031-03-01T09:00", "2031-03-31", "UTC"), now))
                .isEqualTo(open);
    }

    @Test
    void saysThatItIsNotKnownWhereNobodyKnows() {
        assertThat(SubmissionFit.isOpen(call(null, null, null), Instant.EPOCH)).isEqualTo("UNKNOWN");
        assertThat(SubmissionFit.isOpen(call(null, "spring 2031", null), Instant.EPOCH))
                .isEqualTo("UNKNOWN");
    }

    /** A receipt of the day on which the call closed may be of an hour before; one of the next day is too late. */
    @ParameterizedTest
    @ValueSource(strings = {NEW_YORK, "Pacific/Fiji"})
    void takesAReceiptOfTheLastDayAndNoneOfTheNext(String zone) {
        Call call = call(null, "2031-03-31T12:00", zone);

        assertThat(MeetClosing.isAfterClosing(call, LocalDate.parse("2031-03-31")))
                .isFalse();
        assertThat(MeetClosing.isAfterClosing(call, LocalDate.parse("2031-04-01")))
                .isTrue();
    }

    private static Call call(@Nullable String opens, @Nullable String closes, @Nullable String zone) {
        Map<String, String> terms = new HashMap<>();
        put(terms, Call.OPENS, opens);
        put(terms, Call.CLOSES, closes);
        put(terms, Call.ZONE, zone);
        return new Call("X-1", "UNTFHS", terms, Map.of(), Set.of(), false, null, 1);
    }

    private static void put(Map<String, String> terms, String field, @Nullable String value) {
        if (value != null) {
            terms.put(field, value);
        }
    }
}
