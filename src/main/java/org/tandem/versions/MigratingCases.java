package org.tandem.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.Message;
import org.tandem.platform.StoredMessages;

/** The cases of a migration and what became of each. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class MigratingCases {

    private final JdbcClient jdbc;
    private final StoredMessages messages;
    private final Clock clock;

    /** What became of a case. */
    enum State {
        WAITING,
        MOVED,
        /** Could not be moved and stays whole where it was. */
        LEFT,
        /** Had ended, or had left this version, before its turn came. */
        GONE
    }

    record Waiting(String instance, String caseId, int attempts) {}

    record Left(String instance, String caseId, Message reason) {}

    record Figures(long waiting, long moved, long left, long gone) {

        public long all() {
            return waiting + moved + left + gone;
        }
    }

    void add(UUID migration, Collection<Waiting> instances) {
        jdbc.sql("""
                        insert into tandem.model_migration_case (migration, process_instance_id, case_id, state)
                        select :migration, w.instance, w.case_id, 'WAITING'
                          from unnest(:instances, :cases) w(instance, case_id)""")
                .param("migration", migration)
                .param("instances", instances.stream().map(Waiting::instance).toArray(String[]::new))
                .param("cases", instances.stream().map(Waiting::caseId).toArray(String[]::new))
                .update();
    }

    /**
     * Cases nobody is working on at the moment, held as people hold them. Whoever is busy with a case is not waited for: a
     * batch that holds others would stand in their way meanwhile.
     */
    List<Waiting> take(UUID migration, int most) {
        List<Waiting> free = jdbc.sql("""
                        select m.process_instance_id, m.case_id, m.attempts from tandem.model_migration_case m
                          join tandem.case_cover c on c.id = m.case_id
                         where m.migration = ? and m.state = 'WAITING'
                         order by m.attempts, m.case_id limit ? for no key update of m, c skip locked""")
                .params(migration, most)
                .query((row, number) -> new Waiting(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
        Set<String> busy = new HashSet<>(busy(free));
        return free.stream().filter(one -> !busy.contains(one.instance())).toList();
    }

    /** Takes one case, as {@link #take} would; false when somebody is busy with it. */
    boolean hold(UUID migration, String instance) {
        List<Waiting> free = jdbc.sql("""
                        select m.process_instance_id, m.case_id, m.attempts from tandem.model_migration_case m
                          join tandem.case_cover c on c.id = m.case_id
                         where m.migration = ? and m.process_instance_id = ? and m.state = 'WAITING'
                           for no key update of m, c skip locked""")
                .params(migration, instance)
                .query((row, number) -> new Waiting(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
        return !free.isEmpty() && busy(free).isEmpty();
    }

    /** Reminders take tasks without their case. */
    private List<String> busy(List<Waiting> free) {
        String[] instances = free.stream().map(Waiting::instance).toArray(String[]::new);
        return jdbc.sql("""
                        with held as materialized (
                          select id from tandem.task where process_instance_id = any(:ids) and state = 'OPEN'
                             for update skip locked)
                        select t.process_instance_id from tandem.task t
                         where t.process_instance_id = any(:ids) and t.state = 'OPEN' and t.id not in (select id from held)""").param("ids", instances).query(String.class).list();
    }

    boolean anyWaiting(UUID migration) {
        return jdbc.sql(
                        "select exists (select from tandem.model_migration_case where migration = ? and state = 'WAITING')")
                .param(migration)
                .query(Boolean.class)
                .single();
    }

    void mark(UUID migration, Collection<String> instances, State state) {
        jdbc.sql("""
                        update tandem.model_migration_case set state = :state, at = :now, attempts = attempts + 1
                        where migration = :migration and process_instance_id = any(:instances)""")
                .param("state", state.name())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("migration", migration)
                .param("instances", instances.toArray(String[]::new))
                .update();
    }

    /** @param reason null when it is to be tried again */
    void leave(UUID migration, String instance, @Nullable Message reason) {
        jdbc.sql("""
                        update tandem.model_migration_case set attempts = attempts + 1, at = :now,
                          state = case when cast(:key as text) is null then state else 'LEFT' end,
                          reason_key = :key, reason_args = cast(:args as jsonb)
                        where migration = :migration and process_instance_id = :instance and state = 'WAITING'""")
                .param("key", reason == null ? null : reason.key())
                .param("args", reason == null ? null : messages.write(reason.args()))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("migration", migration)
                .param("instance", instance)
                .update();
    }

    Figures figures(UUID migration) {
        return jdbc.sql("""
                        select count(*) filter (where state = 'WAITING'), count(*) filter (where state = 'MOVED'),
                               count(*) filter (where state = 'LEFT'), count(*) filter (where state = 'GONE')
                          from tandem.model_migration_case where migration = ?""")
                .param(migration)
                .query((row, number) -> new Figures(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    /** Those that could not be moved, by case. */
    List<Left> left(UUID migration, int most) {
        return jdbc.sql("""
                        select process_instance_id, case_id, reason_key, reason_args from tandem.model_migration_case
                         where migration = ? and state = 'LEFT' order by case_id, process_instance_id limit ?""").params(migration, most).query(this::left).list();
    }

    private Left left(ResultSet row, int number) throws SQLException {
        return new Left(row.getString(1), row.getString(2), messages.read(row.getString(3), row.getString(4)));
    }
}
