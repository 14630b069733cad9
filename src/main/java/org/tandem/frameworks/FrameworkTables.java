package org.tandem.frameworks;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.platform.reference.Payloads;

/** Writes what the files say; what leaves them is marked as retired, and earlier versions stay readable. */
@Component
@RequiredArgsConstructor
class FrameworkTables {

    private final JdbcClient jdbc;
    private final Clock clock;

    void write(FrameworkData data) {
        for (int i = 0; i < data.frameworks().size(); i++) {
            write(data.frameworks().get(i), i);
        }
        for (int i = 0; i < data.collaborations().size(); i++) {
            write(data.collaborations().get(i), i);
        }
        for (int i = 0; i < data.assessments().size(); i++) {
            write(data.assessments().get(i), i);
        }
        jdbc.sql("delete from tandem.open_point").update();
        for (int i = 0; i < data.openPoints().size(); i++) {
            write(data.openPoints().get(i), i);
        }
        retireOthers(
                "framework",
                "short_code",
                data.frameworks().stream().map(Framework::shortCode).toList());
        retireOthers(
                "collaboration",
                "framework || '-' || code",
                data.collaborations().stream().map(Collaboration::key).toList());
        retireOthers(
                "assessment",
                "code",
                data.assessments().stream().map(Assessment::code).toList());
    }

    List<OpenPoint> openPoints() {
        return jdbc.sql("select payload::text from tandem.open_point order by position")
                .query((rs, i) -> Payloads.read(rs.getString(1), OpenPoint.class))
                .list();
    }

    List<Framework> frameworks() {
        return jdbc.sql("select payload::text, retired_at is not null from tandem.framework order by position, code")
                .query((rs, i) -> {
                    Framework framework = Payloads.read(rs.getString(1), Framework.class);
                    return framework.with(
                            framework.areas(), framework.crossCutting(), framework.version(), rs.getBoolean(2));
                })
                .list();
    }

    List<Collaboration> collaborations() {
        return jdbc.sql("select payload::text, retired_at is not null from tandem.collaboration"
                        + " order by framework, position, code")
                .query((rs, i) -> {
                    Collaboration collaboration = Payloads.read(rs.getString(1), Collaboration.class);
                    return rs.getBoolean(2) ? collaboration.asRetired() : collaboration;
                })
                .list();
    }

    private void write(Framework wanted, int position) {
        Optional<Framework> before = find(wanted.shortCode());
        Framework merged =
                before.map(earlier -> RetiredParts.keep(earlier, wanted)).orElse(wanted);
        int version = before.map(earlier -> versionAfter(earlier, merged)).orElse(1);
        Framework now = merged.with(merged.areas(), merged.crossCutting(), version, false);
        jdbc.sql("""
                insert into tandem.framework (short_code, code, version, position, payload)
                values (:shortCode, :code, :version, :position, :payload::jsonb)
                on conflict (short_code) do update set code = excluded.code, version = excluded.version,
                    position = excluded.position, payload = excluded.payload, retired_at = null
                """)
                .param("shortCode", now.shortCode())
                .param("code", now.code())
                .param("version", version)
                .param("position", position)
                .param("payload", Payloads.write(now))
                .update();
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
        Framework alike = now.with(now.areas(), now.crossCutting(), before.version(), before.retired());
        return alike.equals(before) ? before.version() : before.version() + 1;
    }

    private Optional<Framework> find(String shortCode) {
        return jdbc.sql("select payload::text from tandem.framework where short_code = :shortCode")
                .param("shortCode", shortCode)
                .query((rs, i) -> Payloads.read(rs.getString(1), Framework.class))
                .optional();
    }

    private void write(Collaboration collaboration, int position) {
        jdbc.sql("""
                insert into tandem.collaboration (framework, code, position, payload)
                values (:framework, :code, :position, :payload::jsonb)
                on conflict (framework, code) do update
                set position = excluded.position, payload = excluded.payload, retired_at = null
                """)
                .param("framework", collaboration.framework())
                .param("code", collaboration.code())
                .param("position", position)
                .param("payload", Payloads.write(collaboration))
                .update();
    }

    private void write(OpenPoint point, int position) {
        jdbc.sql("insert into tandem.open_point (code, position, payload) values (:code, :position, :payload::jsonb)")
                .param("code", point.code())
                .param("position", position)
                .param("payload", Payloads.write(point))
                .update();
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

    private void retireOthers(String table, String key, List<String> kept) {
        if (kept.isEmpty()) {
            jdbc.sql("update tandem." + table + " set retired_at = :now where retired_at is null")
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            return;
        }
        jdbc.sql("update tandem." + table + " set retired_at = :now where retired_at is null and " + key
                        + " not in (:kept)")
                .param("now", OffsetDateTime.now(clock))
                .param("kept", kept)
                .update();
    }
}
