package org.tandem.frameworks;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.platform.reference.Payloads;
import org.tandem.platform.reference.ReferenceRows;

/** The tables of this module; earlier versions of a framework stay readable. */
@Component
@RequiredArgsConstructor
class FrameworkTables {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReferenceRows rows;

    void write(FrameworkData data) {
        List<Framework> frameworks = data.frameworks();
        frameworks.forEach(framework -> write(framework, frameworks.indexOf(framework)));
        List<Collaboration> collaborations = data.collaborations();
        collaborations.forEach(one -> rows.write(
                "tandem.collaboration",
                "framework, code",
                Map.of(
                        "framework", one.framework(),
                        "code", one.code(),
                        "position", collaborations.indexOf(one)),
                one));
        List<Assessment> assessments = data.assessments();
        assessments.forEach(assessment -> write(assessment, assessments.indexOf(assessment)));
        jdbc.sql("delete from tandem.open_point").update();
        List<OpenPoint> points = data.openPoints();
        points.forEach(point -> rows.write(
                "tandem.open_point", "code", Map.of("code", point.code(), "position", points.indexOf(point)), point));
        rows.keep(
                "tandem.framework",
                "short_code",
                frameworks.stream().map(Framework::shortCode).toList());
        rows.keep(
                "tandem.collaboration",
                "framework || '-' || code",
                collaborations.stream().map(Collaboration::key).toList());
        rows.keep(
                "tandem.assessment",
                "code",
                assessments.stream().map(Assessment::code).toList());
    }

    List<OpenPoint> openPoints() {
        return rows.all("tandem.open_point", "position", OpenPoint.class);
    }

    List<Framework> frameworks() {
        return rows.lasting("tandem.framework", "position, code", Framework.class);
    }

    List<Collaboration> collaborations() {
        return rows.lasting("tandem.collaboration", "framework, position, code", Collaboration.class);
    }

    private void write(Framework wanted, int position) {
        Optional<Framework> before = find(wanted.shortCode());
        Framework merged =
                before.map(earlier -> RetiredParts.keep(earlier, wanted)).orElse(wanted);
        int version = before.map(earlier -> versionAfter(earlier, merged)).orElse(1);
        Framework now = merged.withVersion(version);
        rows.write(
                "tandem.framework",
                "short_code",
                Map.of("short_code", now.shortCode(), "code", now.code(), "version", version, "position", position),
                now);
        jdbc.sql("""
                insert into tandem.framework_version (short_code, version, payload, loaded_at)
                values (:shortCode, :version, :payload::jsonb, :now) on conflict do nothing
                """)
                .param("shortCode", now.shortCode())
                .param("version", version)
                .param("payload", Payloads.write(now))
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("insert into tandem.framework_setting (framework, version) values (:shortCode, 0)"
                        + " on conflict do nothing")
                .param("shortCode", now.shortCode())
                .update();
    }

    private static int versionAfter(Framework before, Framework now) {
        return now.withVersion(before.version()).withRetired(before.retired()).equals(before)
                ? before.version()
                : before.version() + 1;
    }

    private Optional<Framework> find(String shortCode) {
        return jdbc.sql("select payload::text from tandem.framework where short_code = :shortCode")
                .param("shortCode", shortCode)
                .query((rs, i) -> Payloads.read(rs.getString(1), Framework.class))
                .optional();
    }

    /** A state that somebody has recorded is not overwritten by the file. */
    private void write(Assessment assessment, int position) {
        jdbc.sql("""
                insert into tandem.assessment (code, framework, country, position, payload, state)
                values (:code, :framework, :country, :position, :payload::jsonb, :state)
                on conflict (code) do update set framework = excluded.framework, country = excluded.country,
                    position = excluded.position, payload = excluded.payload, retired_at = null,
                    state = case when tandem.assessment.recorded_at is null then excluded.state
                        else tandem.assessment.state end
                """)
                .param("code", assessment.code())
                .param("framework", assessment.framework())
                .param("country", assessment.country())
                .param("position", position)
                .param("payload", Payloads.write(assessment))
                .param("state", assessment.state().name())
                .update();
    }
}
