package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.platform.SignedInPersons;
import org.tandem.platform.web.StageLine.Status;

@WebMvcTest(
        controllers = {LayoutTests.Page.class, AgencyStyles.class, LanguagePages.class},
        properties = "tandem.pseudo-locales=true")
@Import({LayoutTests.Page.class, LayoutTests.Parts.class, CurrentPerson.class})
class LayoutTests {

    private static final Instant THEN = Instant.parse("2026-11-20T18:00:00Z");

    @TestConfiguration
    static class Parts {

        @Bean
        SignedInPersons persons() {
            return name -> new SignedIn(
                    UUID.randomUUID(), name, "Regional Director", Locale.ENGLISH, ZoneId.of("Asia/Tokyo"), List.of());
        }

        @Bean
        NavigationEntry later() {
            return new NavigationEntry(110, "platform.account.profile", "/later");
        }

        @Bean
        NavigationEntry page() {
            return new NavigationEntry(10, "platform.nav.menu", "/page");
        }

        @Bean
        NavigationEntry hidden() {
            return new NavigationEntry(200, "platform.account.password", "/hidden", SignedIn::isAdministrator);
        }

        @Bean
        AgencyAccents accents() {
            return () -> Map.of("UNDP", "#0B5CAD", "bad}", "#fff", "ILO", "red;}");
        }
    }

    @Controller
    static class Page {

        @GetMapping("/page")
        String show(Model model) {
            model.addAttribute("flash", new Flash(Flash.Tone.DONE, Message.of("platform.login.signedOut")));
            model.addAttribute("errors", List.of(new FieldMessage("reason", "Give a reason")));
            model.addAttribute(
                    "line",
                    new StageLine(
                            List.of(new StageLine.Lane("UNDP", "UNDP"), new StageLine.Lane("ILO", "ILO")),
                            List.of(
                                    new StageLine.Step(1, "UNDP", "Nominated", Status.DONE, "Focal point", THEN, null),
                                    new StageLine.Step(2, "ILO", "Vetted", Status.OVERDUE, "Director", THEN, THEN),
                                    new StageLine.Step(3, null, "Selected", Status.NEXT, null, null, null))));
            return "test/page";
        }
    }

    @Autowired
    MockMvc mvc;

    @Test
    void showsWhoIsSignedInAndWhereToGo() throws Exception {
        String html = page("en");

        assertThat(html)
                .contains("<html lang=\"en\" dir=\"ltr\"", "<title>A page</title>", "Regional Director")
                .contains("href=\"/page\" aria-current=\"page\"", "href=\"/later\"", "action=\"/logout\"")
                .contains("Time zone: Asia/Tokyo (UTC+9)", "You are signed out.")
                .doesNotContain("/hidden", "role=\"search\"", "??");
        assertThat(html.indexOf("/page\" aria-current")).isLessThan(html.indexOf("href=\"/later\""));
    }

    @Test
    void mirrorsAndLengthensForTesters() throws Exception {
        assertThat(page("ar-XB")).contains("<html lang=\"ar-XB\" dir=\"rtl\"");
        assertThat(page("en-XA")).contains("<html lang=\"en-XA\" dir=\"ltr\"", "[Šķîþ ţö ɱåîñ");
    }

    @Test
    void needsNeitherInlineScriptNorInlineStyle() throws Exception {
        assertThat(page("en")).doesNotContain("style=", "<style", "onclick", "<script>");
    }

    @Test
    void readsTheStageLineInWords() throws Exception {
        String spoken = page("en")
                .replaceAll("(?s).*<ol class=\"lanes-2\">(.*?)</ol>.*", "$1")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ");

        assertThat(spoken)
                .contains("UNDP: Nominated Done 21 Nov 2026 Focal point")
                .contains("ILO: Vetted Now, 10 days overdue since 21 Nov 2026 Director")
                .contains("Selected Next");
    }

    @Test
    void linksEachErrorToItsField() throws Exception {
        assertThat(page("en")).contains("<a href=\"#reason\">Give a reason</a>", "id=\"reason-error\"");
    }

    @Test
    void looksAtTheConditionBeforeItReplaces() throws Exception {
        assertThat(page("en")).contains("is shown").doesNotContain("not shown");
    }

    @Test
    void sendsTheBareAddressToTheInbox() throws Exception {
        mvc.perform(get("/").with(user("rd"))).andExpect(redirectedUrl("/inbox"));
    }

    @Test
    void keepsTheLanguageChosenAndComesBack() throws Exception {
        mvc.perform(post("/language")
                        .with(user("rd"))
                        .with(csrf())
                        .param("language", "fr")
                        .param("back", "/page?from=inbox"))
                .andExpect(redirectedUrl("/page?from=inbox"));
        mvc.perform(post("/language")
                        .with(user("rd"))
                        .with(csrf())
                        .param("language", "fr")
                        .param("back", "//elsewhere.test"))
                .andExpect(redirectedUrl("/"));
        mvc.perform(post("/language").with(user("rd")).with(csrf()).param("language", "tlh"))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void servesTheAccentsOfAgenciesAndNothingElse() throws Exception {
        String css = mvc.perform(get("/css/agencies.css").with(user("rd")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(css).isEqualTo(".agency-undp{--agency:#0B5CAD}\n");
    }

    @Test
    void leavesThePagesMostOfTheirBudget() throws Exception {
        int shell = compressed(page("en").getBytes())
                + compressed(sent("/css/tandem.css").getBytes())
                + compressed(sent("/js/tandem.js").getBytes());

        assertThat(shell).isLessThan(14_000);
    }

    /** What a source says for those who change it stays there. */
    @Test
    void sendsNoLineThatIsOnlyAComment() throws Exception {
        String script = Files.readString(Path.of("src/main/resources/static/js/tandem.js"));
        assertThat(script).startsWith("// Comfort");

        assertThat(sent("/js/tandem.js")).startsWith("(() => {").endsWith("})();\n");
        assertThat(sent("/js/tandem.js") + sent("/css/tandem.css"))
                .doesNotContainPattern("(?m)^\\s*(//|/\\*|$)")
                .contains("addEventListener(", "@media print");
    }

    private String sent(String file) throws Exception {
        return mvc.perform(get(file).with(user("rd")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String page(String language) throws Exception {
        return mvc.perform(get("/page").queryParam("lang", language).with(user("rd")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static int compressed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.size();
    }
}
