package org.tandem.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** People who work at the same time: a minute to get going, then three in which every time counts. */
final class Shift {

    private static final long THINKING_MILLIS = 5_000;
    private static final int WARM_UP_SECONDS = 60;
    private static final int MEASURED_SECONDS = 180;

    private Shift() {}

    /** On a small scale people hurry, so that something is seen of each kind. */
    static long thinkingMillis(Settings settings) {
        return settings.scaled((int) THINKING_MILLIS, 50);
    }

    /** A browser for each, signed in. */
    static List<WebSession> signedIn(URI address, List<String> names, Rows rows) throws Exception {
        List<WebSession> sessions = new ArrayList<>();
        for (String name : names) {
            WebSession session = new WebSession(address);
            session.signIn(name);
            sessions.add(session);
        }
        rows.progress("%d people signed in".formatted(names.size()));
        return sessions;
    }

    static void work(List<? extends AtWork> people, LoadTally tally, Settings settings, Rows rows) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people.size());
        people.forEach(threads::execute);
        TimeUnit.SECONDS.sleep(settings.scaled(WARM_UP_SECONDS, 1));
        int seconds = settings.scaled(MEASURED_SECONDS, 4);
        tally.open();
        TimeUnit.SECONDS.sleep(seconds);
        tally.close();
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        tally.tell("%d users, %d s".formatted(people.size(), seconds), seconds, rows);
    }
}
