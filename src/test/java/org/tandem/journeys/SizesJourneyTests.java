package org.tandem.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much room pages take on screens and on paper, on a busy day. */
class SizesJourneyTests extends Journey {

    /** A lane more, as a framework with another party has it: what stands in the last lane, once again below it. */
    private static final String ANOTHER_PARTY = """
            () => {
              const line = document.querySelector('.stages > ol');
              const lanes = document.querySelector('.stages-lanes');
              const last = lanes.children.length;
              lanes.append(lanes.lastElementChild.cloneNode(true));
              line.classList.replace('lanes-' + last, 'lanes-' + (last + 1));
              for (const step of line.querySelectorAll('.row-' + last)) {
                const copy = step.cloneNode(true);
                copy.classList.replace('row-' + last, 'row-' + (last + 1));
                step.after(copy);
              }
            }""";

    /** Words of tags that take more than one line. */
    private static final String BROKEN_TAGS = """
            () => [...document.querySelectorAll('.table .tag')]
                .filter(tag => tag.getBoundingClientRect().height > 1.5 * parseFloat(getComputedStyle(tag).lineHeight))
                .map(tag => tag.textContent)""";

    /** What a script can read of a rule for pages leaves out the margins in which the numbers stand. */
    private static final String NUMBERED = """
            async () => {
              const sheet = await fetch(document.querySelector('link[href*="/css/tandem"]').href);
              return /@page \\{\\s*size: A4;[^}]*counter\\(page\\)/.test(await sheet.text());
            }""";

    @BeforeEach
    void fillTheDesk() {
        FullDesk.prepare(http, port);
        OpenLadder.prepare(http, port);
    }

    @Test
    void theStageLineOfTwoAndOfThreePartiesStaysBelow120Px() {
        for (String id : List.of(FullDesk.CASE, OpenLadder.AT_REGION)) {
            Page page = desk(FullDesk.DIRECTOR).page();
            page.setViewportSize(WIDE, 800);
            page.navigate("/cases/" + id);
            assertThat(height(page, ".stages")).as("two parties, " + id).isLessThanOrEqualTo(120);

            page.evaluate(ANOTHER_PARTY);
            assertThat(height(page, ".stages")).as("three parties, " + id).isLessThanOrEqualTo(120);
        }
    }

    @Test
    void theDashboardFoldsOnAPhoneAndHidesNothing() {
        Page page = desk("coord.undp").page();
        page.setViewportSize(360, 800);
        page.navigate("/dashboard");
        assertThat(height(page, "html")).isLessThanOrEqualTo(3_000);

        for (String folded : List.of("#regions", "#holders")) {
            Locator part = page.locator("details", new Page.LocatorOptions().setHas(page.locator(folded)));
            assertThat(part.locator("table").first()).not().isVisible();
            part.locator("summary").click();
            assertThat(part.locator("table").first()).isVisible();
        }

        page.setViewportSize(WIDE, 800);
        page.navigate("/dashboard");
        assertThat(page.locator(".region-tables table").first()).isVisible();
    }

    @Test
    void paperHasNumberedPagesAndNothingToFillInOrToPress() {
        for (String path : List.of(
                "/cases/" + FullDesk.CASE, "/divergence/" + OpenLadder.SETTLED, "/dashboard", "/selection", "/inbox")) {
            Page page = desk("coord.undp").page();
            page.navigate(path);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.evaluate(NUMBERED)).as(path).isEqualTo(true);
            assertThat(page.locator("header.bar, .side, footer, main form, main button, main textarea")
                            .all())
                    .as(path)
                    .noneMatch(Locator::isVisible);
            assertThat(page.locator(".print-only")).containsText("As of ");
        }
    }

    @Test
    void noStateIsBrokenOverTwoLinesInATable() {
        Page page = desk("coord.undp").page();
        page.setViewportSize(WIDE, 800);
        for (String path : List.of("/divergence", "/selection")) {
            for (String language : List.of("en", "fr")) {
                page.navigate(path + "?lang=" + language);
                assertThat(page.locator(".table .tag").count()).as(path).isPositive();
                assertThat((List<?>) page.evaluate(BROKEN_TAGS))
                        .as(path + " " + language)
                        .isEmpty();
                assertThat(page.evaluate(
                                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .as(path + " " + language)
                        .isEqualTo(0);
            }
        }
    }

    private static int height(Page page, String selector) {
        return ((Number) page.locator(selector).evaluate("part => part.getBoundingClientRect().height")).intValue();
    }
}
