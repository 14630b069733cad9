package org.tandem.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tandem.Caller;

/** What goes wrong between people and browsers on an ordinary day; nothing anybody typed may be lost. */
class BadInputJourneyTests extends Journey {

    private static final String TEXT = "We would rather wait for the census of next spring";

    @Test
    void tellsWhoWasFasterAndGivesTheTextBack() {
        nominated("KHM");
        Desk late = desk("fp.ilo.a3");
        late.openTask("Agree to the nomination", "KHM");
        late.choose("Refuse");
        late.field("Reason for refusing").fill(TEXT);

        Desk fast = desk("fp.ilo.a3.2");
        fast.agree("KHM");
        late.press("Send");

        late.heading("Your answer was not recorded");
        late.says("A colleague completed this: ILO");
        late.says(TEXT);
        late.follow("Open the case FFA-KHM-A3");
        late.says("In vetting");
        late.doesNotSay(TEXT);
    }

    @Test
    void countsADoubleClickOnce() {
        nominated("LAO");
        nominated("MMR");
        Desk withScript = desk("fp.ilo.a3");
        Desk without = deskWithoutScript("fp.ilo.a3");

        sendTwice(withScript, "LAO");
        sendTwice(without, "MMR");

        agreedOnce(withScript, "FFA-LAO-A3");
        agreedOnce(withScript, "FFA-MMR-A3");
    }

    @Test
    void opensOneCaseForADoubleClick() {
        Desk desk = desk("fp.undp.a3");
        desk.open("/selection/nominate");
        desk.fillIn(Wish.of("Timor-Leste", "3"));
        desk.button("Nominate").dblclick();
        desk.heading("Timor-Leste");

        desk.open("/selection?country=TLS");
        desk.says("1 case");
    }

    /** The facts of the country come in above the box and push it away: not before the mouse is up again. */
    @Test
    void aClickRightAfterTheCountryWasTypedIsNotLost() {
        Desk desk = desk("fp.undp.a3");
        desk.open("/selection/nominate");
        Page page = desk.page();
        Locator area =
                page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^3\\. ")));
        area.scrollIntoViewIfNeeded();
        assertThat(area).isChecked(); // the only one this person may nominate for
        desk.field("Country").fill("Brunei Darussalam");
        List<String> fetched = new ArrayList<>();
        page.onRequest(request -> fetched.add(request.url()));
        BoundingBox box = area.boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);

        page.mouse().down();
        page.evaluate("() => fetch('/login').then(answer => answer.text())");
        assertThat(fetched).noneMatch(url -> url.contains("/selection/nominate/remarks"));
        page.mouse().up();

        assertThat(area).not().isChecked();
        desk.says("Asia and the Pacific");
    }

    @Test
    void keepsWhatWasTypedWhenTheSessionEndedMeanwhile() {
        nominated("FJI");
        Desk desk = deskForItself("fp.ilo.a3.2");
        desk.openTask("Agree to the nomination", "FJI");
        desk.choose("Refuse");
        Page draft = desk.page();
        desk.field("Reason for refusing").fill(TEXT);
        draft.waitForResponse(
                answer -> answer.url().endsWith("/draft") && holds(answer.request(), "census"),
                () -> draft.keyboard().press("Tab"));
        desk.field("Reason for refusing").fill(TEXT + ", and not before");
        signOutElsewhere(desk);

        desk.press("Send");

        assertThat(desk.page().getByRole(AriaRole.MAIN).getByText("You are signed out."))
                .isVisible();
        assertThat(desk.page().getByLabel("Text 1")).hasValue(TEXT + ", and not before");

        desk.field("Sign-in name").fill("fp.ilo.a3.2");
        desk.field("Password").fill("tandem");
        desk.press("Sign in");
        desk.press("Open the form");
        assertThat(desk.field("Reason for refusing")).hasValue(TEXT + ", and not before");
        assertThat(desk.page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Refuse")))
                .isChecked();
    }

    @Test
    void saysSoWhenTheSessionEndsWhileSomebodyTypesAndGoesOnAfterSigningInInAnotherTab() {
        nominated("VUT");
        Desk desk = deskForItself("fp.ilo.a3.2");
        desk.openTask("Agree to the nomination", "VUT");
        desk.choose("Refuse");
        signOutElsewhere(desk);
        desk.field("Reason for refusing").fill(TEXT);
        desk.page().keyboard().press("Tab");

        Locator state = desk.page().locator(".draft-state");
        assertThat(state).containsText("You are signed out. Not saved yet");
        assertThat(state.getByRole(AriaRole.LINK)).hasAttribute("href", "/login");
        assertThat(desk.field("Reason for refusing")).hasValue(TEXT);

        Page other = desk.page().context().newPage();
        new Desk(other).signIn("fp.ilo.a3.2");
        other.close();
        desk.field("Reason for refusing").fill(TEXT + " at last");
        desk.page().keyboard().press("Tab");

        assertThat(state).containsText("Draft saved");
        desk.openTask("Agree to the nomination", "VUT");
        assertThat(desk.field("Reason for refusing")).hasValue(TEXT + " at last");
    }

    @Test
    void losesNothingWhenALongFormIsLeftAtOnce() {
        Desk desk = desk("fp.undp.a7");
        desk.open("/selection/nominate");
        String khmer = "ក្រសួងការងារនិងបណ្តុះបណ្តាលវិជ្ជាជីវៈ ".repeat(120).substring(0, 3_900);
        List<String> fields = List.of("entryPoint", "existingCapacity", "replicable", "reasons");
        desk.page().evaluate("""
                        ([fields, text]) => {
                          for (const name of fields) {
                            const field = document.getElementById(name);
                            field.focus();
                            field.value = text;
                            field.dispatchEvent(new Event('input', { bubbles: true }));
                          }
                          location.href = '/inbox';
                        }""", List.of(fields, khmer));
        desk.page().waitForURL("**/inbox");

        Locator begun = desk.page().locator("ul.task-list a").first();
        desk.page().waitForCondition(() -> {
            desk.open("/selection/nominate");
            return begun.isVisible();
        });
        begun.click();
        for (String field : fields) {
            assertThat(desk.page().locator("#" + field)).hasValue(khmer);
        }
    }

    @Test
    void cutsNothingThatIsPastedBeyondALimit() {
        nominated("TON");
        Desk desk = desk("fp.ilo.a3");
        desk.open("/cases/FFA-TON-A3");
        String text = "Paragraph. ".repeat(500).substring(0, 4_443);
        desk.page().locator("#comment").fill(text);

        assertThat(desk.page().locator(".counter.over")).containsText("-443");
        desk.page().locator("#comment").press("Tab");
        desk.page().locator("form:has(#comment) button").first().click();

        assertThat(desk.page().locator("#comment")).hasValue(text);
        assertThat(desk.page().locator("#error-summary")).isVisible();
    }

    /** What was chosen first is under way for long; what was typed after it must not arrive before it. */
    @Test
    void keepsTheLastTextOfADraftOnASlowLink() {
        nominated("SLB");
        Desk desk = desk("fp.ilo.a3");
        desk.openTask("Agree to the nomination", "SLB");
        List<Route> held = new ArrayList<>();
        List<String> sent = new ArrayList<>();
        desk.page().route("**/draft", route -> {
            sent.add(route.request().postData());
            if (sent.size() == 1) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        desk.page().waitForRequest("**/draft", () -> {
            desk.choose("Refuse");
            desk.field("Reason for refusing").fill(TEXT);
        });
        desk.page().keyboard().press("Tab");
        desk.page().evaluate("() => fetch('/login').then(answer => answer.text())");
        assertThat(sent).hasSize(1);

        desk.page().waitForResponse(answer -> holds(answer.request(), "census"), () -> held.get(0)
                .resume());

        desk.openTask("Agree to the nomination", "SLB");
        assertThat(desk.field("Reason for refusing")).hasValue(TEXT);
    }

    @Test
    void showsTheTextAgainWithoutScriptWhenTheSessionEndedMeanwhile() {
        nominated("PNG");
        Desk desk = at(options().setJavaScriptEnabled(false));
        desk.signIn("fp.ilo.a3.2");
        desk.openTask("Agree to the nomination", "PNG");
        desk.choose("Refuse");
        desk.field("Reason for refusing").fill(TEXT);
        signOutElsewhere(desk);

        desk.press("Send");

        assertThat(desk.page().getByLabel("Text 1")).hasValue(TEXT);
    }

    @Test
    void refusesTheSecondOfTwoBrowsersThatSaveTheSameProfile() {
        Desk office = desk("co.undp.lao");
        Desk home = desk("co.undp.lao");
        office.open("/profile");
        home.open("/profile");
        office.field("Time zone").fill("Asia/Vientiane");
        office.press("Save");
        office.says("Your profile is saved");

        home.field("Time zone").fill("Europe/Paris");
        Response answer = home.page().waitForResponse("**/profile", () -> home.press("Save"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(home.page().getByRole(AriaRole.ALERT)).isVisible();
        assertThat(home.field("Time zone")).hasValue("Europe/Paris");
        office.open("/profile");
        assertThat(office.field("Time zone")).hasValue("Asia/Vientiane");
    }

    private static boolean holds(Request request, String word) {
        return request.postData() != null && request.postData().contains(word);
    }

    private void nominated(String country) {
        assertThat(Caller.of(http, "fp.undp.a3")
                        .nominate(country, "A3")
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
    }

    private static void sendTwice(Desk desk, String country) {
        desk.openTask("Agree to the nomination", country);
        desk.choose("Agree");
        desk.button("Send").dblclick();
        assertThat(desk.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(Pattern.compile("Your tasks|Your answer was not recorded"));
    }

    private static void agreedOnce(Desk desk, String caseId) {
        desk.open("/cases/" + caseId);
        assertThat(desk.page().getByText("Agreed for ILO", new Page.GetByTextOptions().setExact(true)))
                .hasCount(1);
    }

    private static void signOutElsewhere(Desk desk) {
        Desk otherTab = new Desk(desk.page().context().newPage());
        otherTab.open("/profile");
        otherTab.signOut();
        otherTab.page().close();
    }
}
