package org.tandem.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import org.tandem.RunningApplication;

/** Two hundred people at work on the packaged application, which runs as a process of its own with the flags of make run. */
final class Load implements Part {

    private static final Path DATA = Path.of("target", "bench-load");
    private static final int USERS = 200;
    private static final long THINKING_MILLIS = 5_000;
    private static final int WARM_UP_SECONDS = 60;
    private static final int MEASURED_SECONDS = 180;

    @Override
    public String name() {
        return "http";
    }

    @Override
    public void run(Settings settings, Rows rows) throws Exception {
        FileSystemUtils.deleteRecursively(DATA);
        try (RunningApplication application =
                RunningApplication.start(DATA, RunningApplication.freePort(), Map.of("tandem.demo", true))) {
            application.awaitReady();
            new LoadCases(application.address()).open(settings.scaled(150, 2));
            PageWeights.tell(application.address(), rows);
            work(application, settings, rows);
            Memory left = Memory.afterCollection(application);
            String size = "after the load, -Xmx512m";
            rows.add("http: heap used", size, left.used(), "MB");
            rows.add("http: heap taken", size, left.committed(), "MB");
            rows.add("http: resident memory", size, left.resident(), "MB");
            application.stop();
        } finally {
            FileSystemUtils.deleteRecursively(DATA);
        }
    }

    private static void work(RunningApplication application, Settings settings, Rows rows) throws Exception {
        int users = settings.scaled(USERS, 8);
        List<WebSession> sessions = signedIn(application, users, rows);
        // On a small scale people hurry, so that something is seen of each kind.
        long thinking = settings.scaled((int) THINKING_MILLIS, 50);
        LoadTally tally = new LoadTally();
        Set<String> taken = ConcurrentHashMap.newKeySet();
        ExecutorService people = Executors.newFixedThreadPool(users);
        for (int number = 0; number < users; number++) {
            people.execute(new LoadUser(sessions.get(number), tally, taken, number, thinking));
        }
        TimeUnit.SECONDS.sleep(settings.scaled(WARM_UP_SECONDS, 1));
        int seconds = settings.scaled(MEASURED_SECONDS, 4);
        tally.open();
        TimeUnit.SECONDS.sleep(seconds);
        tally.close();
        people.shutdownNow();
        people.awaitTermination(1, TimeUnit.MINUTES);
        tally.tell("%d users, %d s".formatted(users, seconds), seconds, rows);
    }

    private static List<WebSession> signedIn(RunningApplication application, int users, Rows rows) throws Exception {
        List<String> names = Accounts.working(users);
        List<WebSession> sessions = new ArrayList<>();
        for (String name : names) {
            WebSession session = new WebSession(application.address());
            session.signIn(name);
            sessions.add(session);
        }
        rows.progress("%d people signed in".formatted(users));
        return sessions;
    }
}
