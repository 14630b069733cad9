package org.tandem.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tandem.TandemTest;
import org.tandem.Visitor;

/**
 * What all journeys share: one running Tandem with the demo roster and the pseudo-locales, one browser, and a desk for
 * whoever is needed. Journeys also share the database: each uses countries that no other one names.
 */
@TandemTest({"tandem.demo=true", "tandem.pseudo-locales=true"})
@Import(KnownData.class)
@ExtendWith(Chromium.class)
abstract class Journey {

    static final int WIDE = 1280;

    /** Who has signed in before comes back with the same session. */
    private static final Map<String, List<Cookie>> SESSIONS = new ConcurrentHashMap<>();

    private final List<BrowserContext> open = new ArrayList<>();

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @AfterEach
    void leave() {
        open.forEach(BrowserContext::close);
        open.clear();
    }

    /** A fresh window of somebody who is signed in. */
    Desk desk(String account) {
        return desk(account, options());
    }

    Desk deskWithoutScript(String account) {
        return desk(account, options().setJavaScriptEnabled(false));
    }

    Desk desk(String account, Browser.NewContextOptions options) {
        Desk desk = at(options);
        desk.page().context().addCookies(SESSIONS.computeIfAbsent(port + account, key -> session(account)));
        return desk;
    }

    /** That people can sign in at the page is tried where it is the point. */
    private List<Cookie> session(String account) {
        return Visitor.of(port, account).cookies().stream()
                .map(cookie -> new Cookie(cookie.getName(), cookie.getValue()).setUrl("http://localhost:" + port))
                .toList();
    }

    /** A session of its own, which can be ended without anybody else noticing. */
    Desk deskForItself(String account) {
        Desk desk = at(options());
        desk.signIn(account);
        return desk;
    }

    /** A window in which nobody has signed in. */
    Desk nobody() {
        return at(options());
    }

    Desk at(Browser.NewContextOptions options) {
        BrowserContext context = Chromium.get().newContext(options.setBaseURL("http://localhost:" + port));
        context.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
        open.add(context);
        return new Desk(context.newPage());
    }

    static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(WIDE, 900)
                .setLocale("en-GB")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE);
    }
}
