package org.tandem.tasks;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseId;
import org.tandem.platform.UseCase;

/** Gives the time of a pause back: what could not be done meanwhile is due that much later. */
@UseCase
public class PostponeTasks {

    private final JdbcClient jdbc;
    private final TaskWorks works;
    private final Clock clock;

    PostponeTasks(JdbcClient jdbc, TaskWorks works, Clock clock) {
        this.jdbc = jdbc;
        this.works = works;
        this.clock = clock;
    }

    public void by(CaseId id, Duration lost) {
        by(id, lost, works.goingOnWhileSuspended());
    }

    /** The same for what waited for a divergence. */
    public void waited(CaseId id, Duration lost) {
        by(id, lost, works.goingOnWhileWaiting());
    }

    private void by(CaseId id, Duration lost, String[] wentOn) {
        jdbc.sql("""
                        update tandem.task set due_at = due_at + least(make_interval(secs => :lost), :now - created_at),
                          remind_at = remind_at + least(make_interval(secs => :lost), :now - created_at), version = version + 1
                        where case_id = :case and state = 'OPEN' and task_key <> all(:going)""")
                .param("now", TaskTable.utc(clock.instant()))
                .param("lost", lost.toMillis() / 1000.0)
                .param("case", id.value())
                .param("going", wentOn)
                .update();
    }
}
