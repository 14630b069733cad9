package org.tandem.divergence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.Cases;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.SignedIn;

/** All divergences and their outcomes, for those who may read them, by subject, country, area, level and state. */
@Component
@Transactional(readOnly = true)
class DivergenceRegister {

    static final int PAGE = 50;

    private static final String FROM =
            " from tandem.divergence d join tandem.case_file c on c.id = d.case_id where c.framework = any(:readable)";

    private final JdbcClient jdbc;
    private final Frameworks frameworks;
    private final Cases cases;

    DivergenceRegister(JdbcClient jdbc, Frameworks frameworks, Cases cases) {
        this.jdbc = jdbc;
        this.frameworks = frameworks;
        this.cases = cases;
    }

    record Row(
            String id,
            String matter,
            String framework,
            String area,
            String country,
            String subject,
            String summary,
            String level,
            String state,
            @Nullable String outcome,
            @Nullable String settledText,
            Instant raisedAt,
            Instant since) {

        public String areaKey() {
            return framework + "-" + area;
        }
    }

    record Found(List<Row> rows, long total) {}

    Found find(WantedRegister wanted, int from, SignedIn reader) {
        Map<String, Object> params = new HashMap<>();
        params.put("readable", readable(reader).toArray(String[]::new));
        String where = FROM + where(wanted, params);
        long total = jdbc.sql("select count(*)" + where)
                .params(params)
                .query(Long.class)
                .single();
        List<Row> rows = jdbc.sql("select d.*, c.*, c.id as id" + where
                        + " order by (d.outcome is null) desc, c.state_since desc, c.id limit " + PAGE + " offset "
                        + from)
                .params(params)
                .query((row, number) -> new Row(
                        row.getString("case_id"),
                        row.getString("matter_id"),
                        row.getString("framework"),
                        row.getString("area"),
                        row.getString("country"),
                        row.getString("subject"),
                        row.getString("summary"),
                        row.getString("level"),
                        row.getString("state"),
                        row.getString("outcome"),
                        row.getString("settled_text"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("state_since", OffsetDateTime.class).toInstant()))
                .list();
        return new Found(rows, total);
    }

    List<String> readable(SignedIn reader) {
        return frameworks.all().stream()
                .filter(Framework::nominatesCountries)
                .map(Framework::shortCode)
                .filter(code -> cases.mayRead(reader, code))
                .toList();
    }

    /** ISO codes of the countries in the register. */
    List<String> countries(SignedIn reader) {
        return jdbc.sql("select distinct c.country" + FROM + " order by 1")
                .param("readable", readable(reader).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static String where(WantedRegister wanted, Map<String, Object> params) {
        StringBuilder where = new StringBuilder();
        equal(where, params, "c.framework", "framework", wanted.framework());
        equal(where, params, "c.framework || '-' || c.area", "area", wanted.area());
        equal(where, params, "c.country", "country", wanted.country());
        equal(where, params, "d.subject", "subject", wanted.subject());
        equal(where, params, "d.level", "level", wanted.level());
        equal(where, params, "d.matter_id", "matter", wanted.matter());
        if ("OPEN".equals(wanted.state())) {
            where.append(" and d.outcome is null");
        } else {
            equal(where, params, "d.state", "state", wanted.state());
        }
        return where.toString();
    }

    private static void equal(
            StringBuilder where, Map<String, Object> params, String column, String name, @Nullable String value) {
        if (value != null) {
            where.append(" and ").append(column).append(" = :").append(name);
            params.put(name, value);
        }
    }
}
