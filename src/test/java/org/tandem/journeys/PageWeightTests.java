package org.tandem.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tandem.Share;

/** What a page costs on a slow link (D9): everything that comes over the wire to a browser that has never been here. */
class PageWeightTests extends Journey {

    private static final int KILO = 1024;

    /** Those with a budget of their own, and the one with the largest picture. */
    private static final List<Sight> HEAVIEST = List.of(Sight.INBOX, Sight.TASK, Sight.DASHBOARD, Sight.DIAGRAM);

    @Test
    void keepsEveryPageWithinItsBudget() {
        FullDesk.prepare(http, port);
        StringBuilder table = new StringBuilder("%n%-28s %9s %9s %5s%n".formatted("page", "KB", "budget", "files"));
        List<String> found = new ArrayList<>();

        for (Sight sight : Sight.ALL) {
            if (!HEAVIEST.contains(sight) && !Share.takes(0, sight.name())) {
                continue;
            }
            Desk desk = sight.account() == null ? nobody() : desk(sight.account());
            AtomicLong bytes = new AtomicLong();
            List<String> addresses = new ArrayList<>();
            CDPSession wire = desk.page().context().newCDPSession(desk.page());
            wire.on(
                    "Network.loadingFinished",
                    (JsonObject end) ->
                            bytes.addAndGet(end.get("encodedDataLength").getAsLong()));
            wire.send("Network.enable");
            desk.page().onRequest((Request request) -> addresses.add(request.url()));

            desk.open(sight.path());
            desk.page().waitForLoadState(LoadState.NETWORKIDLE);

            int budget = budgetOf(sight);
            double weight = (double) bytes.get() / KILO;
            table.append("%-28s %9.1f %9d %5d%n".formatted(sight.name(), weight, budget, addresses.size()));
            if (weight > budget) {
                found.add("%s weighs %.1f KB, more than %d".formatted(sight.name(), weight, budget));
            }
            addresses.stream()
                    .filter(address -> !address.startsWith("http://localhost:" + port + "/"))
                    .filter(address -> !address.startsWith("data:"))
                    .forEach(address -> found.add(sight.name() + " asks another host: " + address));
            desk.page().context().close();
        }

        System.out.println(table + "Page weight: " + Share.words() + " of the other pages");
        assertThat(found).isEmpty();
    }

    private static int budgetOf(Sight sight) {
        if (sight.equals(Sight.INBOX)) {
            return 45;
        }
        if (List.of(Sight.TASK, Sight.DASHBOARD).contains(sight)) {
            return 60;
        }
        return sight.equals(Sight.DIAGRAM) ? 400 : 120;
    }
}
