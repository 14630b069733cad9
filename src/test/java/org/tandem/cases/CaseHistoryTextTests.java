package org.tandem.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.platform.web.TimelineItem;
import org.tandem.platform.web.Translator;

/** Are the names of a history looked up at once, however long it is? */
class CaseHistoryTextTests {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void looksUpAllNamesOfAHistoryAtOnce() {
        Roster roster = mock(Roster.class);
        when(roster.namesOf(any())).thenReturn(Map.of(ONE, "Focal point of area 3", OTHER, "Task team"));
        List<CaseEntry> entries = IntStream.range(0, 200)
                .mapToObj(number -> entry(number, number % 2 == 0 ? ONE : OTHER))
                .toList();

        List<TimelineItem> timeline = new CaseHistoryText(mock(Translator.class), roster)
                .timeline(new CaseId("FFA-VNM-A3"), entries, List.of());

        assertThat(timeline).hasSize(200).extracting(TimelineItem::who).contains("Focal point of area 3", "Task team");
        verify(roster, times(1)).namesOf(any());
        verify(roster, never()).nameOf(any());
    }

    private static CaseEntry entry(int number, UUID person) {
        return new CaseEntry(
                number, Instant.EPOCH, CaseEntry.Kind.STEP, person, null, Message.of("cases.history.commented"), null);
    }
}
