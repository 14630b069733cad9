package org.tandem.support;

import java.time.Instant;
import java.time.LocalDate;
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

/** The register of support requests, for those who may read them (D20). */
@Component
@Transactional(readOnly = true)
class SupportList {

    static final int PAGE = 50;

    /** Answered, and neither rated nor closed yet; shown where a rating would stand. */
    static final String WAITING = "WAITING";

    private static final String RATING = "case when r.state = 'DONE' then coalesce(r.rating, '" + WAITING + "') end";

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Frameworks frameworks;

    SupportList(JdbcClient jdbc, Cases cases, Frameworks frameworks) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.frameworks = frameworks;
    }

    /** @param useful a rating, or WAITING */
    record Filter(
            @Nullable String framework,
            @Nullable String area,
            @Nullable String country,
            @Nullable String topic,
            @Nullable String state,
            @Nullable String useful) {

        static Filter openIn(String framework) {
            return new Filter(framework, null, null, null, null, null);
        }
    }

    record Row(
            String id,
            String framework,
            String area,
            String country,
            String topic,
            String question,
            String state,
            Instant since,
            Instant askedAt,
            @Nullable LocalDate wantedBy,
            String askedFor,
            @Nullable String agency,
            @Nullable String rating) {}

    /** @param rated how many of all were rated; the others count neither for nor against */
    record Figures(int total, int unanswered, int rated, int useful) {}

    /** How the register is sorted. */
    enum Order {
        NEWEST("r.asked_at desc, r.case_id"),
        SINCE("c.state_since desc, r.case_id"),
        COUNTRY("r.country, r.framework, r.area, r.asked_at desc, r.case_id"),
        TOPIC("r.topic, r.asked_at desc, r.case_id");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    List<Row> rows(SignedIn who, Filter filter, Order order, int from, int most) {
        Map<String, Object> params = new HashMap<>();
        return rows(where(who, filter, params), order, from, most, params);
    }

    /** Requests of one framework that wait for somebody to route or answer them, the newest first. */
    List<Row> unanswered(SignedIn who, String framework, int most) {
        Map<String, Object> params = new HashMap<>();
        String where = where(who, Filter.openIn(framework), params) + " and r.state in ('OPEN', 'ASSIGNED')";
        return rows(where, Order.NEWEST, 0, most, params);
    }

    private List<Row> rows(String where, Order order, int from, int most, Map<String, Object> params) {
        return jdbc.sql("select r.*, c.state_since, c.opened_for, " + RATING + " as shown from tandem.support_request r"
                        + " join tandem.case_file c on c.id = r.case_id where " + where + " order by " + order.sql
                        + " limit " + most + " offset " + from)
                .params(params)
                .query((row, number) -> new Row(
                        row.getString("case_id"),
                        row.getString("framework"),
                        row.getString("area"),
                        row.getString("country"),
                        row.getString("topic"),
                        row.getString("question"),
                        row.getString("state"),
                        row.getObject("state_since", OffsetDateTime.class).toInstant(),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getObject("wanted_by", LocalDate.class),
                        row.getString("opened_for"),
                        row.getString("agency"),
                        row.getString("shown")))
                .list();
    }

    Figures figures(SignedIn who, Filter filter) {
        Map<String, Object> params = new HashMap<>();
        return jdbc.sql("""
                        select count(*) as total, count(*) filter (where r.state in ('OPEN', 'ASSIGNED')) as unanswered,
                               count(*) filter (where r.rating in ('USEFUL', 'NOT_USEFUL')) as rated,
                               count(*) filter (where r.rating = 'USEFUL') as useful
                          from tandem.support_request r where """ + " " + where(who, filter, params))
                .params(params)
                .query((row, number) -> new Figures(
                        row.getInt("total"), row.getInt("unanswered"), row.getInt("rated"), row.getInt("useful")))
                .single();
    }

    /** ISO codes of the countries the reader can find in the register. */
    List<String> countries(SignedIn who) {
        Map<String, Object> params = new HashMap<>();
        String where = where(who, new Filter(null, null, null, null, null, null), params);
        return jdbc.sql("select distinct r.country from tandem.support_request r where " + where)
                .params(params)
                .query(String.class)
                .list();
    }

    private String where(SignedIn who, Filter filter, Map<String, Object> params) {
        params.put(
                "readable",
                frameworks.all().stream()
                        .map(Framework::shortCode)
                        .filter(code -> cases.mayRead(who, code))
                        .toArray(String[]::new));
        StringBuilder where = new StringBuilder("r.framework = any(:readable)");
        equal(where, params, "r.framework", "framework", filter.framework());
        equal(where, params, "r.area", "area", filter.area());
        equal(where, params, "r.country", "country", filter.country());
        equal(where, params, "r.topic", "topic", filter.topic());
        equal(where, params, "r.state", "state", filter.state());
        equal(where, params, RATING, "useful", filter.useful());
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
