package org.tandem.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.Caller;
import org.tandem.EveryAddress;
import org.tandem.Share;

/**
 * Somebody puts markup into a letter, a spreadsheet and every text, which would vote for the director who opens it and
 * would make its sender an administrator. Whoever opens whatever there is: nothing of it comes to life.
 */
class HostileTextJourneyTests extends Journey {

    private static final String CASE = "FFA-PER-A7";
    private static final String SENDER = "co.undp.per";
    private static final String DIRECTOR = "rd.undp.rblac";
    private static final String IMPORTER = "coord.undp";

    /** Stands in every address that the markup would ask for, so that it is seen when it does. */
    private static final String MARK = "ran-7f3a";

    private static final String MARKUP = """
            </textarea></title><img src="/ran-7f3a.png" onerror="fetch('/ran-7f3a')">
            <script src="/vendor/htmx/htmx.min.js"></script><script src="/js/ran-7f3a.js"></script>
            <script>fetch('/ran-7f3a')</script><svg onload="fetch('/ran-7f3a')"></svg><iframe src="/ran-7f3a"></iframe>
            <link rel="stylesheet" href="/css/ran-7f3a.css">
            <div id="vote" hx-get="/vetting/%1$s/vetCountry" hx-trigger="load" hx-select="main form"></div>
            <div hx-post="/vetting/%1$s/vetCountry" hx-trigger="htmx:afterSettle from:#vote"
              hx-include="#vote [type=hidden]" hx-vals='{"decision":"APPROVE"}'></div>
            <div id="grant" hx-get="/people/%2$s/grant?role=administrator" hx-trigger="load"
              hx-select="main form[method=post]"></div>
            <div hx-post="/people/%2$s/mandates" hx-trigger="htmx:afterSettle from:#grant"
              hx-include="#grant input, #grant select"></div>
            """;
    private static final String ALIVE =
            "() => document.querySelectorAll('[src*=ran-7f3a i], link[href*=ran-7f3a i], div[hx-post]').length";
    private static final String UNGUARDED = """
            () => [...document.querySelectorAll('main [dir=auto]')]
              .filter(e => !e.matches('input, textarea') && !e.closest('[hx-disable]')).length""";
    private static final String AS_SCRIPT = """
            address => new Promise(done => {
              const script = document.createElement('script');
              script.onload = () => done('loaded');
              script.onerror = () => done('blocked');
              script.src = address;
              document.head.append(script);
            })""";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private final List<String> wrong = new ArrayList<>();

    @Test
    void doesNothingToWhoeverOpensIt() {
        String sender = person(SENDER);
        String markup = MARKUP.formatted(CASE, sender);
        typeEverywhere(markup);
        uploadLetter(markup);
        String imported = uploadImport(markup);
        EveryAddress every = new EveryAddress(
                context,
                jdbc,
                CASE,
                "vetting",
                "vetCountry",
                "PER",
                SENDER,
                "figure=F1&framework=FFA&country=PER&q=" + encoded("\"><img src=/ran-7f3a.png>"));
        Set<String> files =
                every.of(method -> method.getReturnType().getParameterType() == org.tandem.platform.web.Download.class);

        for (String reader : List.of(DIRECTOR, "admin", IMPORTER)) {
            Page page = watched(reader);
            every.all().stream()
                    .filter(address -> isLookedAt(reader, address, files))
                    .forEach(address -> open(page, reader, address, files.contains(address)));
            page.navigate("/inbox");
            files.stream().filter(file -> !file.contains("?")).forEach(file -> asScript(page, reader, file));
        }

        assertThat(wrong).isEmpty();
        assertThat(jdbc.sql("select count(*) from tandem.vetting_vote where case_id = ?")
                        .param(CASE)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(Caller.of(http, "admin")
                        .get("/api/people/" + sender)
                        .getBody()
                        .at("/mandates")
                        .toString())
                .doesNotContain("administrator");
        keepsTheLetter();
        staysTextWhereHtmxRuns(imported);
    }

    /** What was uploaded and the case always, of all else a share; once more with markup in the query where that is shown. */
    private static boolean isLookedAt(String reader, String address, Set<String> files) {
        return address.contains("?")
                ? address.matches("/(search|selection|dashboard/list)\\?.*")
                : files.contains(address)
                        || address.contains(CASE)
                        || address.contains("import")
                        || Share.takes(0, reader, address);
    }

    /** A letter is still there to be kept, under the name it was given. */
    private void keepsTheLetter() {
        Desk director = desk(DIRECTOR);
        director.open("/cases/" + CASE);
        Locator letter = director.page().locator("#history li a").first();
        Download kept = director.page().waitForDownload(letter::click);
        assertThat(kept.suggestedFilename()).isEqualTo("Lettre à l’OIT.html.pdf");
        assertThat(kept.failure()).isNull();
    }

    private void staysTextWhereHtmxRuns(String imported) {
        Page page = watched(IMPORTER);
        for (String address : List.of(imported, "/selection/nominate?framework=FFA")) {
            page.navigate(address);
            assertThat(page.evaluate(UNGUARDED)).as(address).isEqualTo(0);
        }
    }

    private void typeEverywhere(String markup) {
        Caller undp = Caller.of(http, "fp.undp.a7");
        for (String country : List.of("PER", "COL")) {
            Map<String, Object> nomination = new java.util.HashMap<>(Caller.nomination("FFA", country, "A7"));
            nomination.putAll(Map.of("entryPoint", markup, "reasons", markup, "noCollaboration", markup));
            created(undp.post("/api/selection/nominations", nomination).getStatusCode());
            assertThat(undp.as("fp.ilo.a7")
                            .answer(
                                    "selection",
                                    "FFA-" + country + "-A7",
                                    "agreeNomination",
                                    Map.of("decision", "AGREE"))
                            .getStatusCode())
                    .isEqualTo(HttpStatus.OK);
        }
        created(undp.post(
                        "/api/divergence", Map.of("matter", "FFA-COL-A7", "subject", "ENTRY_POINT", "summary", markup))
                .getStatusCode());
        undp.answer("divergence", "FFA-COL-A7-D1", "statePosition", Map.of("position", markup));
        created(undp.post(
                        "/api/support",
                        Map.of(
                                "framework", "FFA",
                                "area", "A7",
                                "country", "PER",
                                "topic", "FINANCING",
                                "question", markup))
                .getStatusCode());
        undp.as(DIRECTOR).put("/api/vetting/" + CASE + "/vetCountry/draft", Map.of("conditions", markup));
        created(undp.as("admin")
                .post(
                        "/api/people",
                        Map.of("signInName", "hostile", "displayName", "<IMG SRC=/" + MARK.toUpperCase() + ">"))
                .getStatusCode());
        Desk office = desk(SENDER);
        office.open("/cases/" + CASE);
        office.field("Your comment").fill(markup);
        office.press("Add comment");
        office.says("Your comment");
    }

    private void uploadLetter(String markup) {
        Desk office = desk(SENDER);
        office.open("/cases/" + CASE);
        office.page().locator("#letters > summary").click();
        office.field("Add a letter")
                .setInputFiles(file("Lettre à l’OIT.html", "text/html", "%PDF-1.4\n<!DOCTYPE html>" + markup));
        office.press("Add letter");
        office.says("The letter has been added.");
    }

    /** @return where it is looked at */
    private String uploadImport(String markup) {
        String cell = "\"" + markup.replace("\"", "\"\"") + "\"";
        Desk coordinator = desk(IMPORTER);
        coordinator.open("/selection/import");
        coordinator
                .field("Your file")
                .setInputFiles(file(
                        "<img src=/ran-7f3a.png>.svg",
                        "image/svg+xml",
                        "framework,country,areas,entry_point,reasons,gains,no_collaboration\n"
                                + String.join(",", "FFA", cell, cell, cell, cell, cell, cell) + "\n"));
        coordinator.press("Upload and check");
        coordinator.heading("Check before you start");
        return coordinator.page().url().replaceFirst("^http://[^/]*", "");
    }

    private Page watched(String reader) {
        Page page = desk(reader).page();
        page.context().onRequest(request -> look(reader, request));
        return page;
    }

    private void look(String reader, Request request) {
        boolean navigates = request.isNavigationRequest() && request.frame().parentFrame() == null;
        boolean marked =
                !navigates && request.url().toLowerCase(java.util.Locale.ROOT).contains(MARK);
        if (marked || !request.method().equals("GET") || request.headers().containsKey("hx-request")) {
            wrong.add(reader + ": " + request.method() + " " + request.url());
        }
    }

    private void open(Page page, String reader, String address, boolean file) {
        boolean shown;
        try {
            shown = page.navigate(address).ok();
        } catch (PlaywrightException kept) {
            if (!kept.getMessage().contains("Download is starting")
                    && !kept.getMessage().contains("ERR_ABORTED")) {
                throw kept;
            }
            return;
        }
        if (file && shown) {
            page.waitForLoadState(LoadState.NETWORKIDLE);
            wrong.add(reader + ": " + address + " is shown");
        }
        if (!Integer.valueOf(0).equals(page.evaluate(ALIVE))) {
            wrong.add(reader + ": " + address + " holds markup");
        }
    }

    private void asScript(Page page, String reader, String file) {
        if (!"blocked".equals(page.evaluate(AS_SCRIPT, file))) {
            wrong.add(reader + ": " + file + " is loaded as a script");
        }
    }

    private String person(String account) {
        return jdbc.sql("select person_id::text from tandem.sign_in_name where name = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    private static void created(Object status) {
        assertThat(status).isEqualTo(HttpStatus.CREATED);
    }

    private static FilePayload file(String name, String type, String content) {
        return new FilePayload(name, type, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
