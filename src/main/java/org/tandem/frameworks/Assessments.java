package org.tandem.frameworks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.platform.reference.Payloads;

/** The register of assessments as it stands at this moment; country offices change it, so nothing is kept in memory. */
@Component
@RequiredArgsConstructor
class Assessments {

    private static final String SELECT = "select payload::text as payload, state, findings, version, recorded_by_name,"
            + " recorded_at, retired_at is not null as retired from tandem.assessment ";

    private final JdbcClient jdbc;

    List<Assessment> all() {
        return jdbc.sql(SELECT + "where retired_at is null order by framework, position, code")
                .query(Assessments::assessment)
                .list();
    }

    Optional<Assessment> find(String code) {
        return jdbc.sql(SELECT + "where code = :code")
                .param("code", code)
                .query(Assessments::assessment)
                .optional();
    }

    List<AssessmentFigures> figures() {
        return jdbc.sql("select framework, count(*) filter (where state = 'DONE'), count(*) from tandem.assessment"
                        + " where retired_at is null group by framework order by framework")
                .query((rs, i) -> new AssessmentFigures(rs.getString(1), rs.getInt(2), rs.getInt(3)))
                .list();
    }

    List<AssessmentChange> changes(String code) {
        return jdbc.sql("select from_state, to_state, findings, recorded_by_name, recorded_at"
                        + " from tandem.assessment_record where assessment = :code order by recorded_at desc")
                .param("code", code)
                .query((rs, i) -> new AssessmentChange(
                        AssessmentState.valueOf(rs.getString(1)),
                        AssessmentState.valueOf(rs.getString(2)),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getTimestamp(5).toInstant()))
                .list();
    }

    private static Assessment assessment(ResultSet rs, int row) throws SQLException {
        Assessment loaded = Payloads.read(rs.getString("payload"), Assessment.class);
        Timestamp recordedAt = rs.getTimestamp("recorded_at");
        return new Assessment(
                loaded.code(),
                loaded.framework(),
                loaded.country(),
                loaded.topic(),
                loaded.leads(),
                loaded.partners(),
                loaded.roles(),
                AssessmentState.valueOf(rs.getString("state")),
                rs.getString("findings"),
                rs.getInt("version"),
                rs.getString("recorded_by_name"),
                recordedAt == null ? null : recordedAt.toInstant(),
                loaded.source(),
                rs.getBoolean("retired"));
    }
}
