package org.tandem.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.TaskService;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.TaskFilter;
import org.tandem.tasks.TaskList;

/**
 * First page and count of the inbox, at three numbers of open tasks, for persons in few and in many groups: ours as the page
 * asks it, theirs as one would ask the engine, on the same tasks in the same database through the same pool.
 */
final class Inbox implements Part {

    private static final String DATABASE = "bench_inbox";
    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
    private static final List<Integer> SCOPES = List.of(1, 5, 40, 400);
    private static final int SAMPLE = 25;

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public void run(Settings settings, Rows rows) throws Exception {
        Path world = InventedWorld.write(Path.of("target", "bench-world"));
        try (Application application =
                Application.start(BenchDatabases.fresh(DATABASE), "tandem.reference.directories", world.toString())) {
            measure(application, settings, rows);
        } finally {
            BenchDatabases.drop(DATABASE);
        }
    }

    private static void measure(Application application, Settings settings, Rows rows) throws Exception {
        int most = settings.scaled(400, 15);
        MassCheck check = new MassCheck(application);
        check.letFocalPointsReachEverything();
        MassOfCases mass = new MassOfCases(application, new Cases(application, new Cast(application)));
        Map<Integer, Double> first = new TreeMap<>();
        // The first numbers are compared with the last: neither may pay for what Java has yet to compile.
        mass.growTo(settings.scaled(SIZES.get(0), 125));
        sideBySide(application, new InboxReader(SCOPES.get(2)), 4 * most).run();
        for (int size : SIZES) {
            int tasks = mass.growTo(settings.scaled(size, 125));
            rows.progress(check.differences());
            for (int scopes : SCOPES) {
                InboxReader reader = new InboxReader(scopes);
                double median = compare(application, reader, most, tasks, rows);
                first.putIfAbsent(scopes, median);
                if (size == SIZES.get(SIZES.size() - 1)) {
                    rows.add(
                            "inbox: growth, " + reader.inWords(),
                            "%,d to %,d open tasks".formatted(settings.scaled(SIZES.get(0), 125), tasks),
                            median / first.get(scopes),
                            "×");
                }
            }
        }
        rows.progress(check.completed(SAMPLE));
        rows.progress(check.differences());
    }

    private static double compare(Application application, InboxReader reader, int most, int tasks, Rows rows)
            throws Exception {
        TaskList list = application.bean(TaskList.class);
        long visible = list.exactCount(reader.signedIn(), TaskFilter.all()).number();
        InboxReader.requireSame(
                visible, reader.query(application.bean(TaskService.class)).count());
        SideBySide both = sideBySide(application, reader, most);
        both.run();
        rows.add(
                "inbox: page and count, " + reader.inWords(),
                String.format(Locale.ROOT, "%,d open tasks, %,d visible", tasks, visible),
                both.ours().medianMillis(),
                both.theirs().medianMillis(),
                "ms",
                both.spread());
        return both.ours().medianMillis();
    }

    private static SideBySide sideBySide(Application application, InboxReader reader, int most) {
        TaskList list = application.bean(TaskList.class);
        TaskService engine = application.bean(TaskService.class);
        SignedIn who = reader.signedIn();
        return new SideBySide(
                most,
                () -> {
                    list.page(who, TaskFilter.all());
                    list.count(who, TaskFilter.all());
                },
                () -> {
                    reader.query(engine).listPage(0, TaskList.PAGE);
                    reader.query(engine).count();
                });
    }
}
