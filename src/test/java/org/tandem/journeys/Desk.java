package org.tandem.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody in front of a browser, who finds things by the words on them. */
record Desk(Page page) {

    private static final Pattern WAITING = Pattern.compile("^All\\s*(\\d+)");

    static final String CONDITION = "Conditions";
    static final String REASON = "Reason for declining";
    static final String QUESTION = "Your question";

    void signIn(String account) {
        open("/login");
        field("Sign-in name").fill(account);
        field("Password").fill("tandem");
        press("Sign in");
        heading("Your tasks");
    }

    void signOut() {
        page.getByRole(AriaRole.BANNER).locator("summary").click();
        press("Sign out");
        says("You are signed out");
    }

    Response open(String path) {
        return page.navigate(path);
    }

    /** How many tasks wait, as the inbox says. */
    int waiting() {
        open("/inbox");
        String tab = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(WAITING))
                .innerText();
        Matcher number = WAITING.matcher(tab.replace('\n', ' '));
        if (!number.find()) {
            throw new AssertionError("No number in " + tab);
        }
        return Integer.parseInt(number.group(1));
    }

    /** The only task of this name in a country, such as "Samoa: Vet the country, FFA-WSM-A3"; never one of several. */
    Locator task(String name, String country) {
        open("/inbox?country=" + country);
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(": " + quoted(name) + ",")));
    }

    void openTask(String name, String country) {
        task(name, country).click();
        heading(name);
    }

    void hasNoTask(String name, String country) {
        assertThat(task(name, country)).hasCount(0);
    }

    void hasTask(String name, String country) {
        assertThat(task(name, country)).isVisible();
    }

    /** Nominates through the form; leaves the case open. */
    void nominate(Wish wish) {
        open("/inbox");
        follow("Nominate a country");
        if (heads("In which framework?")) {
            choose(wish.frameworkTitle());
            press("Continue");
        }
        fillIn(wish);
        press("Nominate");
        heading(Pattern.compile(quoted(wish.country()) + ".*"));
    }

    void fillIn(Wish wish) {
        field("Country").fill(wish.country());
        page.getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + wish.area() + "\\. ")))
                .check();
        if (wish.gain() != null) {
            field("Expected efficiency gain in area " + wish.area())
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(wish.gain()));
        }
        field("Entry point").fill(wish.entryPoint());
        field("Reasons").fill(wish.reasons());
        if (wish.collaboration() != null) {
            page.getByRole(
                            AriaRole.CHECKBOX,
                            new Page.GetByRoleOptions().setName(Pattern.compile("^" + quoted(wish.collaboration()))))
                    .check();
        } else {
            field("If it builds on none of them, why?").fill("Nothing of this kind runs there yet");
        }
    }

    void agree(String country) {
        openTask("Agree to the nomination", country);
        choose("Agree");
        press("Send");
        done(country, "Agree");
    }

    void approve(String country) {
        vet(country, "Approve", CONDITION, "");
    }

    void vet(String country, String decision, String field, String text) {
        openTask("Vet the country", country);
        choose(decision);
        field(field).fill(text);
        press("Send");
        done(country, decision);
    }

    /** The confirmation names the case in words, with its number, and leads there. */
    void done() {
        done("\\w+", ".*");
    }

    void done(String country, String decision) {
        Locator said = page.getByRole(AriaRole.STATUS);
        String number = "\\w+-" + country + "-[\\w-]+";
        assertThat(said).hasText(Pattern.compile(": " + decision + "\\. "));
        assertThat(said.getByRole(AriaRole.LINK)).hasText(Pattern.compile("\\w.* \\(" + number + "\\)$"));
        assertThat(said.getByRole(AriaRole.LINK)).hasAttribute("href", Pattern.compile("^/cases/" + number + "$"));
    }

    Locator field(String label) {
        return page.getByLabel(Pattern.compile("^\\s*" + quoted(label) + "\\s*(\\(optional\\))?\\s*$"))
                .and(page.locator("input, select, textarea"));
    }

    void choose(String option) {
        page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + quoted(option) + "\\b.*")))
                .first()
                .check();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void press(String button) {
        button(button).click();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    void heading(String text) {
        heading(Pattern.compile(quoted(text)));
    }

    void heading(Pattern text) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(text);
    }

    void says(String text) {
        assertThat(page.locator("body")).containsText(text);
    }

    void doesNotSay(String text) {
        assertThat(page.locator("body")).not().containsText(text);
    }

    /** Looks at a case by its address. */
    void seesCase(String caseId, String state) {
        open("/cases/" + caseId);
        assertThat(page.getByRole(AriaRole.MAIN)
                        .getByText(state, new Locator.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
    }

    /** The browser reads the pattern, and knows no {@code \\Q}. */
    static String quoted(String text) {
        return text.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
    }

    private boolean heads(String question) {
        return page.getByText(question).count() > 0;
    }
}
