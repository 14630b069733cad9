package org.tandem.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Do calendar programs understand what is written, and recognise what they have already? */
class CalendarFileTests {

    private static final Instant NOW = Instant.parse("2031-01-02T03:04:05Z");
    private static final Instant MOMENT = Instant.parse("2031-04-01T03:59:00Z");

    @Test
    void writesAMomentInUniversalTimeWithWhatTellsAChange() {
        assertThat(lines(entry("Closes", null, MOMENT, 3, false)))
                .contains(
                        "VERSION:2.0",
                        "METHOD:PUBLISH",
                        "UID:call-X-closes@tandem",
                        "DTSTAMP:20310102T030405Z",
                        "DTSTART:20310401T035900Z",
                        "SEQUENCE:3",
                        "LAST-MODIFIED:20310102T030405Z",
                        "STATUS:CONFIRMED",
                        "URL:https://tandem.test/calls/X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Fiji", "America/Lima"})
    void writesADayAsTheSameDayWhereverTheServerStands(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            assertThat(lines(entry("Closes", LocalDate.of(2031, 3, 31), null, 0, false)))
                    .contains("DTSTART;VALUE=DATE:20310331", "DTSTAMP:20310102T030405Z");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void saysThatSomethingIsCancelled() {
        assertThat(lines(entry("Closes", null, MOMENT, 4, true))).contains("STATUS:CANCELLED");
    }

    @Test
    void letsNothingPeopleWroteBecomeALineOfItsOwn() {
        List<String> lines = lines(entry("One; two, three\r\nEND:VEVENT\nATTACH:x", null, MOMENT, 0, false));

        assertThat(lines).contains("SUMMARY:One\\; two\\, three\\nEND:VEVENT\\nATTACH:x");
        assertThat(lines).filteredOn("END:VEVENT"::equals).hasSize(1);
        assertThat(lines).noneMatch(line -> line.startsWith("ATTACH"));
    }

    /** Wherever a line is folded: in words, within an escape, between the two halves of a sign. */
    @Test
    void givesBackWhatPeopleWroteWhereverALineIsFolded() {
        for (int before = 0; before < 80; before++) {
            String name = "x".repeat(before) + "é\uD83C\uDF0D\n,;:\"\\BEGIN:VALARM\n ខ្មែរ".repeat(30);
            byte[] sent = CalendarFile.of(
                            List.of(entry(name, null, MOMENT, 0, false)), "Tandem", "https://tandem.test", NOW)
                    .getBytes(StandardCharsets.UTF_8);

            List<ICalendar> read =
                    Biweekly.parse(new String(sent, StandardCharsets.UTF_8)).all();
            assertThat(read).hasSize(1);
            assertThat(read.get(0).getEvents())
                    .extracting(event -> event.getSummary().getValue())
                    .containsExactly(name);
            assertThat(read.get(0).getEvents().get(0).getAlarms()).isEmpty();
        }
    }

    @Test
    void holdsTheLatestAndNoMoreThanAProgramCanTake() {
        List<CalendarEntry> many = IntStream.rangeClosed(0, CalendarFile.MOST)
                .mapToObj(day -> entry("Day " + day, LocalDate.EPOCH.plusDays(day), null, 0, false))
                .toList();

        assertThat(CalendarFile.of(many, "Tandem", "", NOW).split("\r\n"))
                .contains("SUMMARY:Day 1", "SUMMARY:Day " + CalendarFile.MOST)
                .doesNotContain("SUMMARY:Day 0");
    }

    @Test
    void isACalendarAlsoWithNothingInIt() {
        assertThat(CalendarFile.of(List.of(), "Tandem", "", NOW)).startsWith("BEGIN:VCALENDAR\r\n");
    }

    @Test
    void needsADayOrAMoment() {
        assertThatThrownBy(() -> entry("Closes", null, null, 0, false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> lines(CalendarEntry entry) {
        String folded = CalendarFile.of(List.of(entry), "Tandem", "https://tandem.test", NOW);
        return List.of(folded.replace("\r\n ", "").split("\r\n"));
    }

    private static CalendarEntry entry(String title, LocalDate day, Instant at, int version, boolean cancelled) {
        return new CalendarEntry("call-X-closes", title, "Text", day, at, version, NOW, cancelled, "/calls/X");
    }
}
