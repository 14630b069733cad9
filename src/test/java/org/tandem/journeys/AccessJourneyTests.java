package org.tandem.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tandem.Share;

/** Whether everybody can use it: by keyboard, without script, read aloud, on a phone, in another script. */
class AccessJourneyTests extends Journey {

    private static final int PHONE = 360;
    private static final int SMALL_PHONE = 320;
    private static final String IS_TOO_WIDE =
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";
    private static final String SEND = "() => document.querySelector('main form[method=post]').requestSubmit()";

    @Autowired
    KnownData known;

    @BeforeEach
    void fillTheDesk() {
        FullDesk.prepare(http, port);
        OpenLadder.prepare(http, port);
    }

    @Test
    void takesACountryToSelectedByKeyboardAlone() {
        Desk nominator = nobody();
        Keys keys = signIn(nominator, "fp.undp.a6");
        keys.to(link(nominator, "Nominate a country")).press("Enter");
        keys.to(nominator.field("Country")).type("Mongolia");
        Locator area = nominator.page().getByRole(AriaRole.CHECKBOX, named("^6\\. "));
        Locator gain = nominator.field("Expected efficiency gain in area 6");
        keys.to(area);
        assertThat(area).isChecked(); // the only one this person may nominate for
        keys.press("Space");
        assertThat(gain).isHidden();
        keys.press("Space");
        keys.to(gain).press("ArrowDown");
        assertThat(gain).not().hasValue("");
        keys.to(nominator.field("Entry point")).type("The youth employment plan");
        keys.to(nominator.field("Reasons")).type("Half of the young people look for work");
        keys.to(nominator.field("If it builds on none of them, why?")).type("None runs there");
        keys.to(nominator.button("Nominate")).press("Enter");
        nominator.heading("Mongolia");

        Desk other = nobody();
        keys = signIn(other, "fp.ilo.a6");
        keys.to(link(other, "^Mongolia ?: Agree to the nomination")).press("Enter");
        keys.to(radio(other, "Agree")).press("Space");
        keys.to(other.button("Send")).press("Enter");
        other.done("MNG", "Agree");

        for (String director : List.of("rd.undp.rbap", "rd.ilo.asia_pacific")) {
            Desk desk = nobody();
            keys = signIn(desk, director);
            keys.to(link(desk, "^Mongolia ?: Vet the country")).press("Enter");
            keys.to(radio(desk, "Approve")).press("Space", "ArrowDown", "ArrowUp");
            keys.to(desk.field(Desk.CONDITION)).type("Start small");
            keys.to(desk.button("Send")).press("Enter");
            desk.done("MNG", "Approve");
        }
        nominator.seesCase("FFA-MNG-A6", "Selected");
    }

    @Test
    void takesACountryToSelectedWithoutScript() {
        Desk nominator = deskWithoutScript("fp.undp.a4");
        nominator.open("/selection/nominate");
        nominator.field("Country").fill("Nepal");
        nominator.field("Reasons").fill("Begun before lunch");
        nominator.press("Save draft");
        nominator.says("Your draft is saved");
        nominator.open("/selection/nominate");
        nominator.follow("Nepal · FFA");
        assertThat(nominator.field("Country")).hasValue("Nepal");
        assertThat(nominator.field("Reasons")).hasValue("Begun before lunch");
        nominator.fillIn(Wish.of("Nepal", "4"));
        nominator.press("Nominate");
        nominator.heading("Nepal");

        deskWithoutScript("fp.ilo.a4").agree("NPL");

        Desk undp = deskWithoutScript("rd.undp.rbap");
        undp.openTask("Vet the country", "NPL");
        undp.field(Desk.CONDITION).fill("With the unions");
        undp.press("Save draft");
        undp.says("Your draft has been saved");
        assertThat(undp.field(Desk.CONDITION)).hasValue("With the unions");
        undp.press("Send");
        assertThat(undp.page().getByRole(AriaRole.ALERT)).isVisible();
        assertThat(undp.field(Desk.CONDITION)).hasValue("With the unions");
        undp.choose("Approve");
        undp.press("Send");
        undp.done("NPL", "Approve");

        deskWithoutScript("rd.ilo.asia_pacific").approve("NPL");
        nominator.seesCase("FFA-NPL-A4", "Selected");
        nominator.says("With the unions");
    }

    @Test
    void hasNothingThatAssistiveTechnologyStumblesOverAndFitsAPhone() {
        List<String> found = new ArrayList<>();
        look("en", 0, (sight, page) -> {
            for (int width : List.of(WIDE, PHONE)) {
                page.setViewportSize(width, 800);
                stumbles(page).forEach(stumble -> found.add(sight.name() + " at " + width + ": " + stumble));
            }
            List.of(PHONE, SMALL_PHONE).forEach(width -> addIfTooWide(sight.name(), page, width, found));
        });
        assertThat(found).isEmpty();
    }

    /** Asks for nothing but what is wrong: to list what is right takes axe most of its time. */
    static List<String> stumbles(Page page) {
        AxeRunOptions wrongOnly = new AxeRunOptions();
        wrongOnly.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .setLegacyMode(true).options(wrongOnly).analyze().getViolations().stream()
                        .flatMap(violation -> violation.getNodes().stream()
                                .map(node -> violation.getId() + ", " + violation.getHelp() + ", " + node.getHtml()))
                        .toList();
    }

    @Test
    void takesEveryWordFromTheBundles() {
        List<String> found = new ArrayList<>();
        look("en-XA", 1, (sight, page) -> {
            if (sight.equals(Sight.DIAGRAM)) {
                return; // the names of the steps come from the diagram's own file
            }
            for (String text : Texts.of(page)) {
                String rest = known.takenFrom(text);
                if (!rest.isEmpty()) {
                    found.add(sight.name() + ": “" + rest + "” in “" + text + "”");
                }
            }
            addIfTooWide(sight.name(), page, PHONE, found);
        });
        assertThat(found).isEmpty();
    }

    @Test
    void canBeReadFromRightToLeft() {
        List<String> found = new ArrayList<>();
        look("ar-XB", 2, (sight, page) -> {
            if (!"rtl".equals(page.evaluate("() => getComputedStyle(document.body).direction"))) {
                found.add(sight.name() + " is not laid out from right to left");
            }
            addIfTooWide(sight.name(), page, WIDE, found);
            addIfTooWide(sight.name(), page, PHONE, found);
        });
        assertThat(found).isEmpty();
    }

    /** Each person has one window for all they look at. In {@code make test} every page is looked at in one of the three ways. */
    private void look(String language, int round, BiConsumer<Sight, Page> at) {
        Map<String, Desk> desks = new HashMap<>();
        for (Sight sight : Sight.ALL) {
            if (!Share.takes(round, sight.name())) {
                continue;
            }
            String account = sight.account();
            Desk desk = account == null ? nobody() : desks.computeIfAbsent(account, this::desk);
            desk.page().setViewportSize(WIDE, 900);
            desk.open(sight.path() + (sight.path().contains("?") ? "&" : "?") + "lang=" + language);
            Page page = desk.page();
            if (sight.sent()) {
                page.waitForNavigation(() -> page.evaluate(SEND));
            }
            at.accept(sight, page);
        }
    }

    private static void addIfTooWide(String name, Page page, int width, List<String> found) {
        page.setViewportSize(width, 800);
        if ((boolean) page.evaluate(IS_TOO_WIDE)) {
            found.add(name + " scrolls sideways at " + width + ": " + page.evaluate(Texts.WIDEST));
        }
    }

    private static Keys signIn(Desk desk, String account) {
        Keys keys = new Keys(desk.page());
        desk.open("/login");
        keys.to(desk.field("Sign-in name")).type(account);
        keys.to(desk.field("Password")).type("tandem").press("Enter");
        desk.heading("Your tasks");
        return keys;
    }

    private static Locator link(Desk desk, String name) {
        return desk.page().getByRole(AriaRole.LINK, named(name)).first();
    }

    private static Locator radio(Desk desk, String name) {
        return desk.page()
                .getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String pattern) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(pattern));
    }
}
