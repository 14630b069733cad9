package org.tandem.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatusCode;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.TaskFilter;
import org.tandem.tasks.TaskList;

/** An application on a database of its own, with as many open tasks as wanted. */
final class InboxGround implements AutoCloseable {

    private final String database;
    private final Application application;
    private final MassOfCases mass;
    private final MassCheck check;
    private int tasks;

    InboxGround(String database) throws IOException, SQLException {
        Path world = InventedWorld.write(Path.of("target", "bench-world"));
        this.database = database;
        this.application =
                Application.start(BenchDatabases.fresh(database), "tandem.reference.directories", world.toString());
        this.check = new MassCheck(application);
        check.letFocalPointsReachEverything();
        this.mass = new MassOfCases(application, new Cases(application, new Cast(application)));
    }

    /** @throws IllegalStateException when the engine and the inbox differ */
    void growTo(int wanted, Rows rows) throws SQLException {
        tasks = mass.growTo(wanted);
        rows.progress("%,d open tasks, %s".formatted(tasks, check.differences()));
    }

    MassCheck check() {
        return check;
    }

    int tasks() {
        return tasks;
    }

    long visible(InboxReader reader) {
        return application
                .bean(TaskList.class)
                .exactCount(reader.signedIn(), reader.filter())
                .number();
    }

    long visibleToTheEngine(InboxReader reader) {
        return reader.query(application.bean(TaskService.class)).count();
    }

    /** First page and count as the inbox asks for them. */
    Samples.Work ours(InboxReader reader) {
        TaskList list = application.bean(TaskList.class);
        SignedIn who = reader.signedIn();
        TaskFilter filter = reader.filter();
        return () -> {
            list.page(who, filter);
            list.count(who, filter);
        };
    }

    /** The same as one would ask the engine. */
    Samples.Work theirs(InboxReader reader) {
        TaskService engine = application.bean(TaskService.class);
        return () -> {
            reader.query(engine).listPage(0, TaskList.PAGE);
            reader.query(engine).count();
        };
    }

    /** What administrators look at each day: failed jobs, cases that stand still, figures. */
    Samples.Work operations() {
        TestRestTemplate administrator = new TestRestTemplate("admin", "tandem");
        String address = "http://localhost:" + application.port() + "/api/operations";
        return () -> {
            HttpStatusCode status =
                    administrator.getForEntity(address, String.class).getStatusCode();
            if (!status.is2xxSuccessful()) {
                throw new IllegalStateException(address + " answers " + status);
            }
        };
    }

    @Override
    public void close() throws SQLException {
        application.close();
        BenchDatabases.drop(database);
    }
}
