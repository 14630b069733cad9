package org.tandem.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Frameworks;
import org.tandem.vetting.FileSummary;

/** Many nomination files in short, read by one statement however many there are. */
@Component
@RequiredArgsConstructor
class SelectionSummaries {

    private static final String SUMMARIES = """
            select n.*, jsonb_array_length(n.collaborations) as collaboration_count,
              array(select a.person from tandem.nomination_agreement a where a.case_id = n.case_id) as agreed,
              array(select concat_ws('|', o.area, o.case_id, f.state)
                from tandem.nomination o join tandem.case_row f on f.id = o.case_id
                where o.framework = n.framework and o.country = n.country and o.area <> n.area
                order by o.area, o.case_id) as elsewhere
            from tandem.nomination n where n.case_id = any(:cases)""";

    private final JdbcClient jdbc;
    private final Countries countries;
    private final Frameworks frameworks;

    Map<String, FileSummary> of(Collection<CaseId> ids) {
        Map<String, FileSummary> summaries = new HashMap<>();
        jdbc.sql(SUMMARIES)
                .param("cases", ids.stream().map(CaseId::value).toArray(String[]::new))
                .query((row, number) -> summaries.put(row.getString("case_id"), summary(row)))
                .list();
        return summaries;
    }

    private FileSummary summary(ResultSet row) throws SQLException {
        String framework = row.getString("framework");
        Set<UUID> namedBy = new java.util.HashSet<>(
                Arrays.asList((UUID[]) row.getArray("agreed").getArray()));
        namedBy.add(row.getObject("nominator", UUID.class));
        return new FileSummary(
                row.getString("nominated_by"),
                namedBy,
                row.getString("entry_point"),
                row.getString("reasons"),
                gain(framework, row.getString("area"), row.getString("expected_gain")),
                row.getInt("collaboration_count"),
                row.getString("no_collaboration"),
                absent(framework, row.getString("country")),
                row.getString("absence_explanation"),
                row.getString("amendments"),
                Arrays.stream((String[]) row.getArray("elsewhere").getArray())
                        .map(SelectionSummaries::otherArea)
                        .toList());
    }

    private @Nullable String gain(String framework, String area, @Nullable String code) {
        return code == null
                ? null
                : frameworks
                        .areaByKey(framework + "-" + area)
                        .flatMap(found -> found.gain(code))
                        .map(Area.EfficiencyGain::label)
                        .orElse(code);
    }

    private List<String> absent(String framework, String country) {
        return frameworks.byShortCode(framework).orElseThrow().parties().stream()
                .filter(agency -> !countries.isPresent(agency, country))
                .toList();
    }

    private static FileSummary.OtherArea otherArea(String joined) {
        String[] parts = joined.split("\\|");
        return new FileSummary.OtherArea(parts[0], parts[1], parts[2]);
    }
}
