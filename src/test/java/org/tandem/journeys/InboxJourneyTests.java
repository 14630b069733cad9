package org.tandem.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandem.Caller;

/**
 * What a day in the list of tasks costs. Before (build of 30 November, morning): 5 tasks on 1280 × 800 and none whole on
 * 360 × 800; 60 clicks and 20 scrolls to agree to 20, reckoned from the page; vetting 5 was not counted; what waits on one
 * director was only read off 36 rows of 104 px.
 */
class InboxJourneyTests extends Journey {

    private static final List<String> TWENTY = List.of(
            "ARG", "BLZ", "BOL", "BRA", "CHL", "URY", "CRI", "CUB", "DOM", "ECU", "SLV", "GTM", "GUY", "HTI", "HND",
            "JAM", "MEX", "NIC", "PAN", "PRY");
    private static final List<String> FIVE = List.of("KEN", "GHA", "SEN", "TGO", "ZMB");
    private static final String DECIDER = "fp.ilo.a1";

    @BeforeEach
    void fillTheDesk() {
        FullDesk.prepare(http, port);
    }

    @Test
    void showsFourteenTasksAtAGlanceAndSixOnAPhone() {
        Page page = desk(FullDesk.FOCAL_POINT).page();
        assertThat(visible(page, 1280)).isGreaterThanOrEqualTo(14);
        assertThat(visible(page, 360)).isGreaterThanOrEqualTo(6);
    }

    @Test
    void agreesToTwentyAndVetsFive() {
        Caller undp = Caller.of(http, "fp.undp.a1");
        TWENTY.forEach(country -> undp.nominate(country, "A1"));
        Hands hands = new Hands(desk(DECIDER));
        hands.desk.open("/inbox?area=FFA-A1");

        hands.click(hands.desk.button("Answer all 20"));
        hands.click(hands.option("Agree"));
        hands.click(hands.desk.button("Send for those ticked"));
        hands.desk.says("20 answers have been recorded");
        hands.took("agree to 20", 3, 0);

        FIVE.forEach(country -> {
            undp.nominate(country, "A1");
            Caller.of(http, DECIDER)
                    .answer("selection", "FFA-" + country + "-A1", "agreeNomination", Map.of("decision", "AGREE"));
        });
        Hands director = new Hands(desk("rd.ilo.africa"));
        director.desk.open("/inbox?area=FFA-A1");
        director.click(director.desk.button("Answer all 5"));
        director.choose("sharedDecision", "APPROVE");
        director.click(director.desk.button("Set for all"));
        director.click(director.desk.button("Check before sending"));
        director.click(director.desk.button("Send 5 decisions"));
        director.desk.says("5 decisions were recorded");
        director.took("vet 5", 6, 2);
    }

    @Test
    void findsWhatWaitsOnOneDirector() {
        Hands hands = new Hands(desk("coord.undp"));
        hands.desk.open("/inbox");

        hands.click(hands.desk
                .page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Assigned to others"))));
        hands.choose("with", "regional-director:ILO:AFRICA");
        hands.click(hands.desk.button("Filter"));

        Locator rows = hands.desk.page().locator("#tasks tbody tr");
        assertThat(rows.first()).containsText("ILO Regional Director for Africa");
        assertThat(rows.filter(new Locator.FilterOptions().setHasNotText("ILO Regional Director for Africa")))
                .hasCount(0);
        hands.took("find what waits on the ILO director for Africa", 4, 0);
    }

    @Test
    void goesFromRowToRowByKeysAndComesBackToTheSame() {
        Desk desk = desk(FullDesk.FOCAL_POINT);
        Page page = desk.page();
        desk.open("/inbox?area=FFA-A5");
        Locator third = page.locator("#tasks tbody tr").nth(2).locator("th a");
        Keys keys = new Keys(page);

        keys.press("ArrowDown", "ArrowDown", "j", "j", "k");
        assertThat(third).isFocused();
        keys.press("x");
        assertThat(page.locator("#tasks tbody tr").nth(2).locator(".pick input"))
                .isChecked();
        keys.press("Enter");
        desk.heading("Agree to the nomination");
        assertThat(page.locator("[rel=next]")).hasCount(1);
        desk.follow("Your tasks");
        assertThat(third).isFocused();
    }

    @Test
    void showsTheFileOfTheRowBesideAWideList() {
        Page page = desk(FullDesk.FOCAL_POINT).page();
        page.setViewportSize(1600, 900);
        page.navigate("/inbox");
        Locator second = page.locator("#tasks tbody tr").nth(1);

        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");

        assertThat(page.locator("#preview h1"))
                .containsText(second.locator("th a").innerText().split(":")[0]);
        assertThat(page.locator("#preview")).containsText("Entry point");
    }

    private static int visible(Page page, int width) {
        page.setViewportSize(width, 800);
        page.navigate("/inbox");
        return (int) page.evaluate("""
                () => [...document.querySelectorAll('#tasks tbody tr')].filter(row => {
                  const place = row.getBoundingClientRect();
                  return place.height > 0 && place.top >= 0 && place.bottom <= innerHeight;
                }).length""");
    }

    /** Clicks, and scrolls by nearly a screen before them where the goal is out of sight. */
    private static final class Hands {

        private static final String SCREENS_AWAY = """
                goal => {
                  const place = goal.getBoundingClientRect();
                  const away = Math.max(0, place.bottom - innerHeight, -place.top);
                  return Math.ceil(away / (innerHeight * .9));
                }""";

        private final Desk desk;
        private int clicks;
        private int scrolls;

        Hands(Desk desk) {
            this.desk = desk;
            desk.page().setViewportSize(1280, 800);
        }

        Locator option(String name) {
            return desk.page()
                    .getByRole(
                            AriaRole.RADIO,
                            new Page.GetByRoleOptions().setName(name).setExact(true))
                    .first();
        }

        void click(Locator goal) {
            goal.waitFor();
            scrolls += (int) goal.evaluate(SCREENS_AWAY);
            clicks++;
            goal.click();
        }

        /** One click opens it, one chooses. */
        void choose(String name, String value) {
            Locator select = desk.page().locator("main select[name=" + name + "]");
            scrolls += (int) select.evaluate(SCREENS_AWAY);
            clicks += 2;
            select.selectOption(value);
        }

        void took(String what, int mostClicks, int mostScrolls) {
            System.out.printf("%s: %d clicks, %d scrolls%n", what, clicks, scrolls);
            assertThat(clicks).as(what + ": clicks").isLessThanOrEqualTo(mostClicks);
            assertThat(scrolls).as(what + ": scrolls").isLessThanOrEqualTo(mostScrolls);
        }
    }
}
