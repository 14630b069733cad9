package org.tandem.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandem.Caller;

/** Two people at one budget, with and without script. */
class BudgetJourneyTests extends Journey {

    private static String page;

    @BeforeEach
    void draft() {
        if (page == null) {
            Caller undp = Caller.of(http, "fp.undp.a3");
            String id = undp.post(
                            "/api/programmes",
                            Map.of("title", "Floors for fishers", "area", "FFA-A3", "country", "KIR"))
                    .getBody()
                    .at("/id")
                    .asText();
            undp.as("fp.ilo.a3").answer("programme", id, "joinDrafting", Map.of("decision", "JOIN"));
            page = "/proposal/" + id + "/budget";
        }
    }

    private static Locator cell(Desk desk, String name) {
        return desk.page().locator("[name='" + name + "']");
    }

    private static Locator state(Desk desk, String organisation) {
        return desk.page().locator("#" + organisation + " .draft-state");
    }

    private static Locator total(Desk desk, String organisation) {
        return desk.page().locator("#" + organisation + " tfoot td.number").last();
    }

    @Test
    void aCellIsSavedAsItIsLeftAndEverySumFollows() {
        Desk undp = desk("fp.undp.a3");
        undp.open(page);
        cell(undp, "UNDP.1.1.REQUESTED").fill("1000");
        cell(undp, "UNDP.1.1.REQUESTED").press("Enter");
        assertThat(cell(undp, "UNDP.2.1.REQUESTED")).isFocused();
        assertThat(state(undp, "UNDP")).containsText("Saved");
        assertThat(cell(undp, "UNDP.1.1.REQUESTED")).hasValue("1,000.00");
        assertThat(total(undp, "UNDP")).hasText("1,070.00");

        cell(undp, "UNDP.2.1.REQUESTED").fill("minus");
        cell(undp, "UNDP.2.1.REQUESTED").press("Tab");
        assertThat(undp.page().locator("[id='UNDP.2.1.REQUESTED-error']")).containsText("“minus” is not an amount");
        cell(undp, "UNDP.2.1.REQUESTED").fill("0.50");
        cell(undp, "UNDP.2.1.REQUESTED").press("Tab");
        assertThat(total(undp, "UNDP")).hasText("1,070.54");
        assertThat(undp.page().locator("[id='UNDP.2.1.REQUESTED-error']")).hasCount(0);

        undp.page().reload();
        assertThat(cell(undp, "UNDP.2.1.REQUESTED")).hasValue("0.50");
    }

    @Test
    void twoAtOneCellSeeBothFiguresAndElsewhereBothAreKept() {
        Desk undp = desk("fp.undp.a3");
        Desk ilo = desk("fp.ilo.a3");
        undp.open(page);
        ilo.open(page);
        cell(undp, "ILO.5.1.REQUESTED").fill("500");
        cell(undp, "ILO.5.1.REQUESTED").press("Tab");
        assertThat(state(undp, "ILO")).containsText("Saved");

        cell(ilo, "ILO.6.1.REQUESTED").fill("60");
        cell(ilo, "ILO.6.1.REQUESTED").press("Tab");
        assertThat(total(ilo, "ILO")).hasText("599.20");
        assertThat(cell(ilo, "ILO.5.1.REQUESTED")).hasValue("500.00");

        cell(undp, "ILO.5.2.REQUESTED").fill("1");
        cell(undp, "ILO.5.2.REQUESTED").press("Tab");
        assertThat(total(undp, "ILO")).hasText("600.27");
        cell(ilo, "ILO.5.2.REQUESTED").fill("2");
        cell(ilo, "ILO.5.2.REQUESTED").press("Tab");
        assertThat(ilo.page().locator("[id='ILO.5.2.REQUESTED-error']"))
                .containsText("Stored now: 1.00. You wrote: 2.");
        assertThat(cell(ilo, "ILO.5.2.REQUESTED")).hasValue("2");
        cell(ilo, "ILO.5.3.REQUESTED").fill("3");
        cell(ilo, "ILO.5.3.REQUESTED").press("Tab");
        assertThat(total(ilo, "ILO")).hasText("603.48");
        assertThat(cell(ilo, "ILO.5.2.REQUESTED")).hasValue("2");

        ilo.press("Save the budget of ILO");
        ilo.says("Budget saved.");
        assertThat(cell(ilo, "ILO.5.2.REQUESTED")).hasValue("2.00");
    }

    @Test
    void whatWasCopiedFromASpreadsheetFillsTheCells() {
        Desk undp = desk("fp.undp.a3");
        undp.open(page + "?source=own");
        cell(undp, "UNDP.6.1.OWN").focus();
        paste(undp, "10\\t20.5\\n1,000\\t5\\n\\t8\\n");
        assertThat(total(undp, "UNDP")).hasText("1,043.50");
        assertThat(cell(undp, "UNDP.7.1.OWN")).hasValue("1,000.00");
        assertThat(cell(undp, "UNDP.8.2.OWN")).hasValue("8.00");

        cell(undp, "UNDP.8.2.OWN").focus();
        paste(undp, "1\\n2\\n3\\n");
        assertThat(state(undp, "UNDP")).containsText("Nothing was filled in");
        assertThat(cell(undp, "UNDP.8.2.OWN")).hasValue("8.00");
    }

    private static void paste(Desk desk, String text) {
        desk.page()
                .evaluate("() => { const data = new DataTransfer(); data.setData('text/plain', '" + text + "');"
                        + " document.activeElement.dispatchEvent(new ClipboardEvent('paste',"
                        + " { clipboardData: data, bubbles: true, cancelable: true })); }");
    }

    @Test
    void aBlockIsSavedWithoutScript() {
        Desk ilo = deskWithoutScript("fp.ilo.a3");
        ilo.open(page + "?source=other");
        cell(ilo, "ILO.4.1.OTHER").fill("12.34");
        ilo.press("Save the budget of ILO");
        ilo.says("Budget saved.");
        assertThat(total(ilo, "ILO")).hasText("12.34");
    }

    @Test
    void hasNothingThatAssistiveTechnologyStumblesOverAndFitsAPhone() {
        Desk undp = desk("fp.undp.a3");
        List<String> found = new ArrayList<>();
        for (String path : List.of(page, page + "?source=all", page + "/import")) {
            undp.open(path);
            for (int width : List.of(WIDE, 360)) {
                undp.page().setViewportSize(width, 800);
                AccessJourneyTests.stumbles(undp.page())
                        .forEach(stumble -> found.add(path + " at " + width + ": " + stumble));
                if (Boolean.TRUE.equals(
                        undp.page().evaluate("() => document.documentElement.scrollWidth > innerWidth"))) {
                    found.add(path + " is too wide for " + width);
                }
            }
        }
        Assertions.assertThat(found).isEmpty();
    }
}
