package org.tandem.platform.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.platform.web.Times;
import org.tandem.platform.web.Translator;

/** What people typed stands in a table as text, whatever kind of field it is in. */
class CellMarkupTests {

    private static final String HOSTILE = "\"'><script>alert(1)</script>&amp;${7*7}";
    private static final String AS_TEXT = "&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;${7*7}";

    private final Times times = mock(Times.class);
    private final Translator translator = mock(Translator.class);
    private final CellMarkup markup = new CellMarkup(times, translator);

    @BeforeEach
    void sayIt() {
        when(translator.agency(any())).thenAnswer(asked -> asked.getArgument(0));
        when(times.iso(any())).thenReturn("2026-11-30T10:00:00Z");
        when(times.date(any(Instant.class))).thenReturn("30 Nov 2026");
        when(times.full(any())).thenReturn("30 Nov 2026, 10:00 (UTC)");
        when(times.ago(any())).thenReturn("today");
    }

    static Stream<Cell> fields() {
        return Stream.of(
                Cell.text(HOSTILE),
                Cell.typed(HOSTILE),
                Cell.small(HOSTILE),
                Cell.code(HOSTILE),
                Cell.item(HOSTILE),
                Cell.link(HOSTILE, HOSTILE),
                Cell.tag(HOSTILE, HOSTILE),
                Cell.mark(HOSTILE, HOSTILE),
                Cell.agency(HOSTILE),
                Cell.folded(HOSTILE),
                Cell.folded(HOSTILE.repeat(6)),
                new Cell("unknown", HOSTILE, HOSTILE, null));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void keepsTextText(Cell cell) {
        assertThat(markup.field(List.of(cell)))
                .contains(AS_TEXT)
                .doesNotContain("<script", "\"'>", "'>")
                .matches("[^<>]*(<(/?(a|span|p|code|ul|li|details|summary)( [a-z-]+=\"[^\"<>]*\")*)>[^<>]*)*");
    }

    @Test
    void namesTheColumnBesideEachFieldButTheFirst() {
        assertThat(markup.row(
                        List.of(
                                List.of(Cell.text("Viet Nam")),
                                List.of(Cell.tag("done", "Selected"), Cell.small("new"))),
                        List.of("Country", "State & flags")))
                .isEqualTo("<th scope=\"row\">Viet Nam</th><td data-label=\"State &amp; flags\">"
                        + "<span class=\"tag tag-done\">Selected</span> <span class=\"small muted\">new</span></td>");
    }

    @Test
    void saysTimesWithTheirDateForPaperAndTheirMomentAsTitle() {
        assertThat(markup.field(List.of(Cell.ago(Instant.EPOCH))))
                .isEqualTo("<time data-date=\"30 Nov 2026\" datetime=\"2026-11-30T10:00:00Z\""
                        + " title=\"30 Nov 2026, 10:00 (UTC)\">today</time>");
    }
}
