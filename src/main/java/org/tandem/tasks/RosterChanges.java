package org.tandem.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.people.MandatePattern;
import org.tandem.tasks.RosterChange.Kind;

/**
 * The changes of the roster whose open tasks are still to be looked at. Written in the transaction of the change, so that none
 * is lost; one that is looked at twice does no harm.
 */
@Component
@Transactional
@RequiredArgsConstructor
class RosterChanges {

    /** Longer than any transaction may last. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Duration LATER = Duration.ofSeconds(10);

    private static final String TASK =
            "select distinct t.case_id from tandem.task t where t.state = 'OPEN' and t.case_id > :after and "
                    + "(cast(:since as timestamptz) is null or t.created_at >= :since) and ";

    private static final String OFFERED = "t.id in (select o.task_id from tandem.task_offer o where o.role = :role"
            + " and o.agency = :agency and (o.scope = :scope or :scope = 'WORLD'))";

    private static final Map<Kind, String> CASES = Map.of(
            Kind.LEFT, TASK + OFFERED + " union " + TASK + "t.assignee = cast(:person as uuid)",
            Kind.JOINED,
                    TASK + "t.abandoned_since is not null and " + OFFERED
                            + " union " + TASK + "t.task_key = any(:awaiting)"
                            + " union " + TASK + "t.country = :scope and :role = 'regional-director'",
            Kind.MOVED, TASK + "t.country = :country",
            Kind.CASE, TASK + "t.case_id = :case");

    private final JdbcClient jdbc;
    private final TaskWorks works;
    private final Clock clock;

    void left(MandatePattern pattern, UUID person) {
        add(Kind.LEFT, pattern, person, null, null, Duration.ZERO);
    }

    void joined(MandatePattern pattern, UUID person) {
        add(Kind.JOINED, pattern, person, null, null, Duration.ZERO);
    }

    void moved(String country) {
        add(Kind.MOVED, null, null, country, null, Duration.ZERO);
    }

    void look(CaseId id) {
        add(Kind.CASE, null, null, null, id, Duration.ZERO);
    }

    /** Somebody works on the case, or it cannot be looked at. */
    void lookLater(CaseId id) {
        add(Kind.CASE, null, null, null, id, LATER);
    }

    private void add(
            Kind kind,
            @Nullable MandatePattern pattern,
            @Nullable UUID person,
            @Nullable String country,
            @Nullable CaseId caseId,
            Duration in) {
        jdbc.sql("insert into tandem.roster_change (kind, role, agency, scope, person, country, case_id, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        kind.name(),
                        pattern == null ? null : pattern.role().code(),
                        pattern == null ? null : pattern.agency(),
                        pattern == null ? null : pattern.scope(),
                        person,
                        country,
                        caseId == null ? null : caseId.value(),
                        TaskTable.utc(clock.instant().plus(in))))
                .update();
    }

    List<RosterChange> waiting() {
        return waiting("true", null);
    }

    List<RosterChange> of(UUID person) {
        return waiting("person = :person", person);
    }

    private List<RosterChange> waiting(String which, @Nullable UUID person) {
        return jdbc.sql("select * from tandem.roster_change where at <= :now and " + which + " order by id limit 500")
                .param("now", TaskTable.utc(clock.instant()))
                .param("person", person)
                .query(RosterChanges::read)
                .list();
    }

    /** The next cases a change concerns, in the order of their ids. */
    List<CaseId> cases(RosterChange change, int most) {
        if (change.afterCase().isEmpty()) {
            begin(change);
        }
        return asked(change, CASES.get(change.kind()) + " order by case_id limit " + most)
                .query(String.class)
                .list()
                .stream()
                .map(CaseId::new)
                .toList();
    }

    /** How many cases are still to be looked at. */
    long count(RosterChange change) {
        return asked(change, "select count(*) from (" + CASES.get(change.kind()) + ") c")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(RosterChange change, String sql) {
        MandatePattern pattern = change.pattern();
        return jdbc.sql(sql)
                .param("after", change.afterCase())
                .param("since", change.since() == null ? null : TaskTable.utc(change.since()))
                .param("role", pattern == null ? null : pattern.role().code())
                .param("agency", pattern == null ? null : pattern.agency())
                .param("scope", pattern == null ? null : pattern.scope())
                .param("person", change.person())
                .param("country", change.country())
                .param("case", change.caseId())
                .param("awaiting", works.awaitingRoster());
    }

    /**
     * Whoever was writing while the change was made may have counted on the roster of before: what they wrote is only seen by a
     * look that begins when they are done.
     */
    private void begin(RosterChange change) {
        jdbc.sql("""
                        with now as (select pg_current_snapshot() as at)
                        update tandem.roster_change c set barrier = coalesce(c.barrier, pg_snapshot_xmax(now.at)),
                          complete = c.kind = 'CASE'
                            or pg_snapshot_xmin(now.at) >= coalesce(c.barrier, pg_snapshot_xmax(now.at))
                        from now where c.id = ?""").param(change.id()).update();
    }

    void lookedAt(RosterChange change) {
        jdbc.sql("update tandem.roster_change set after_case = ? where id = ?")
                .params(change.afterCase(), change.id())
                .update();
    }

    /** Everything has been looked at that there was when the look began. */
    void lookedThrough(RosterChange change) {
        jdbc.sql("delete from tandem.roster_change where id = ? and complete")
                .param(change.id())
                .update();
        jdbc.sql("update tandem.roster_change set after_case = '', since = at - make_interval(secs => ?) where id = ?")
                .params(LONGEST.toSeconds(), change.id())
                .update();
    }

    private static RosterChange read(ResultSet row, int number) throws SQLException {
        String role = row.getString("role");
        OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
        return new RosterChange(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                role == null
                        ? null
                        : MandatePattern.parse(role + ":" + row.getString("agency") + ":" + row.getString("scope")),
                row.getObject("person", UUID.class),
                row.getString("country"),
                row.getString("case_id"),
                since == null ? null : since.toInstant(),
                row.getString("after_case"));
    }
}
