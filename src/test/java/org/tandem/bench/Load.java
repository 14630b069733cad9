package org.tandem.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.FileSystemUtils;
import org.tandem.RunningApplication;

/** Two hundred people at work on the packaged application, which runs as a process of its own with the flags of make run. */
final class Load implements Part {

    private static final Path DATA = Path.of("target", "bench-load");
    private static final int USERS = 200;

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
        List<WebSession> sessions =
                Shift.signedIn(application.address(), Accounts.working(settings.scaled(USERS, 8)), rows);
        LoadTally tally = new LoadTally("http", 99);
        Set<String> taken = ConcurrentHashMap.newKeySet();
        List<LoadUser> people = new ArrayList<>();
        for (WebSession session : sessions) {
            people.add(new LoadUser(session, tally, taken, people.size(), Shift.thinkingMillis(settings)));
        }
        Shift.work(people, tally, settings, rows);
    }
}
