package org.tandem.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;

/** Where frozen versions are kept; never changed once written. */
@Component
@RequiredArgsConstructor
public class FrozenVersions {

    private final JdbcClient jdbc;

    void add(FrozenVersion frozen) {
        jdbc.sql("""
                        insert into tandem.proposal_version (case_id, number, fingerprint, content, content_version, frozen_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        frozen.caseId().value(),
                        frozen.number(),
                        frozen.fingerprint(),
                        frozen.content(),
                        frozen.contentVersion(),
                        frozen.frozenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Oldest first. */
    public List<FrozenVersion> of(CaseId id) {
        return jdbc.sql("select * from tandem.proposal_version where case_id = ? order by number")
                .param(id.value())
                .query(FrozenVersions::read)
                .list();
    }

    public Optional<FrozenVersion> latest(CaseId id) {
        return jdbc.sql("select * from tandem.proposal_version where case_id = ? order by number desc limit 1")
                .param(id.value())
                .query(FrozenVersions::read)
                .optional();
    }

    public Optional<FrozenVersion> find(CaseId id, int number) {
        return jdbc.sql("select * from tandem.proposal_version where case_id = ? and number = ?")
                .params(id.value(), number)
                .query(FrozenVersions::read)
                .optional();
    }

    private static FrozenVersion read(ResultSet row, int number) throws SQLException {
        return new FrozenVersion(
                new CaseId(row.getString("case_id")),
                row.getInt("number"),
                row.getString("fingerprint"),
                row.getString("content"),
                row.getLong("content_version"),
                row.getObject("frozen_at", OffsetDateTime.class).toInstant());
    }
}
