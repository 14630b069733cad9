package org.tandem.selection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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

/** The living list of countries with state, area and flags (S-004), for those who may read it. */
@Component
@Transactional(readOnly = true)
public class SelectionList {

    public static final int PAGE = 50;

    private static final String SHOWN = "case when c.suspended_by is not null then 'SUSPENDED' else c.state end";

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Frameworks frameworks;

    SelectionList(JdbcClient jdbc, Cases cases, Frameworks frameworks) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.frameworks = frameworks;
    }

    /** @param after case id after which the page begins, null for the first page */
    public record Filter(
            @Nullable String framework,
            @Nullable String area,
            @Nullable String country,
            @Nullable String state,
            @Nullable String region,
            @Nullable String after) {}

    public record Row(
            String id,
            String framework,
            String area,
            String country,
            String state,
            @Nullable String reason,
            Instant since,
            boolean noDirector,
            int priority,
            String nominatedBy) {

        /** While this case is as it is, the country cannot be nominated again for this area. */
        public boolean keepsFromRenewal() {
            return state.equals("SUSPENDED") || !SelectionState.valueOf(state).allowsRenewal();
        }

        /** Least developed or in crisis. */
        public boolean hasPriority() {
            return priority > 50;
        }
    }

    public record Page(List<Row> rows, long total, @Nullable String next) {}

    /** How the pages sort the list. */
    public enum Order {
        PRIORITY("c.priority desc, c.country, c.framework, c.area, c.id"),
        COUNTRY("c.country, c.framework, c.area, c.id"),
        SINCE("c.state_since desc, c.id");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /** The page after a case, in the order of case ids. */
    public Page page(SignedIn who, Filter filter) {
        Map<String, Object> params = new HashMap<>();
        String where = where(who, filter, params);
        long total = count(where, params);
        String from = "";
        if (filter.after() != null) {
            params.put("after", filter.after());
            from = " and c.id > :after";
        }
        List<Row> rows = rows(where + from + " order by c.id limit " + (PAGE + 1), params);
        boolean more = rows.size() > PAGE;
        if (more) {
            rows.remove(PAGE);
        }
        return new Page(
                List.copyOf(rows), total, more ? rows.get(rows.size() - 1).id() : null);
    }

    /** Rows of the list from one position on, in the order wanted. */
    public List<Row> rows(SignedIn who, Filter filter, Order order, int from, int most) {
        Map<String, Object> params = new HashMap<>();
        String where = where(who, filter, params);
        return rows(where + " order by " + order.sql + " limit " + most + " offset " + from, params);
    }

    public long count(SignedIn who, Filter filter) {
        Map<String, Object> params = new HashMap<>();
        return count(where(who, filter, params), params);
    }

    /** ISO codes of the countries the reader can find in the list. */
    public List<String> countries(SignedIn who) {
        Map<String, Object> params = new HashMap<>();
        String where = where(who, new Filter(null, null, null, null, null, null), params);
        return jdbc.sql("select distinct c.country from tandem.case_file c where " + where)
                .params(params)
                .query(String.class)
                .list();
    }

    private long count(String where, Map<String, Object> params) {
        return jdbc.sql("select count(*) from tandem.case_file c where " + where)
                .params(params)
                .query(Long.class)
                .single();
    }

    private List<Row> rows(String where, Map<String, Object> params) {
        return new ArrayList<>(jdbc.sql("select c.*, " + SHOWN + " as shown from tandem.case_file c where " + where)
                .params(params)
                .query((row, number) -> new Row(
                        row.getString("id"),
                        row.getString("framework"),
                        row.getString("area"),
                        row.getString("country"),
                        row.getString("shown"),
                        row.getString("state_reason"),
                        row.getObject("state_since", OffsetDateTime.class).toInstant(),
                        row.getBoolean("no_director"),
                        row.getInt("priority"),
                        row.getString("opened_for")))
                .list());
    }

    private String where(SignedIn who, Filter filter, Map<String, Object> params) {
        params.put(
                "readable",
                frameworks.all().stream()
                        .map(Framework::shortCode)
                        .filter(code -> cases.mayRead(who, code))
                        .toArray(String[]::new));
        StringBuilder where = new StringBuilder("c.kind = 'selection' and c.framework = any(:readable)");
        equal(where, params, "c.framework", "framework", filter.framework());
        equal(where, params, "c.area", "area", filter.area());
        equal(where, params, "c.country", "country", filter.country());
        equal(where, params, SHOWN, "state", filter.state());
        if (filter.region() != null && filter.region().contains(":")) {
            String[] parts = filter.region().split(":", 2);
            where.append(" and exists (select 1 from tandem.case_region r where r.case_id = c.id")
                    .append(" and r.agency = :agency and r.region = :region)");
            params.put("agency", parts[0]);
            params.put("region", parts[1]);
        }
        return where.toString();
    }

    private static void equal(
            StringBuilder where, Map<String, Object> params, String column, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            where.append(" and ").append(column).append(" = :").append(name);
            params.put(name, value);
        }
    }
}
