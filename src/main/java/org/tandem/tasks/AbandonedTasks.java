package org.tandem.tasks;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open tasks that nobody is left to do, for whoever watches over the house; longest first. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class AbandonedTasks {

    private static final String ABANDONED = " from tandem.task where state = 'OPEN' and abandoned_since is not null";

    private final JdbcClient jdbc;

    /** @param definition id of the version of the process it is a step of */
    public record Abandoned(String caseId, String definition, String key, Instant since) {}

    public List<Abandoned> first(int most) {
        return jdbc.sql("select case_id, process_definition_id, task_key, abandoned_since" + ABANDONED
                        + " order by abandoned_since, id limit " + most)
                .query((row, number) -> new Abandoned(
                        row.getString("case_id"),
                        row.getString("process_definition_id"),
                        row.getString("task_key"),
                        row.getObject("abandoned_since", OffsetDateTime.class).toInstant()))
                .list();
    }

    public long count() {
        return jdbc.sql("select count(*)" + ABANDONED).query(Long.class).single();
    }
}
