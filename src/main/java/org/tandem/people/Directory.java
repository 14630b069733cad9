package org.tandem.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.platform.Refused;

/** The roster as administrators read it: lists, and one person's card. */
@Component
class Directory {

    static final int PAGE_SIZE = 25;

    private static final String MATCHING = """
              from tandem.person p
              join tandem.sign_in_name n on n.person_id = p.id and n.main
             where (:state = '' or p.active = (:state = 'active'))
               and (:text = '' or p.display_name ilike :pattern or p.email ilike :pattern
                    or exists (select from tandem.sign_in_name x where x.person_id = p.id and x.name like :pattern))
               and ((:role = '' and :agency = '') or exists (
                    select from tandem.mandate m where m.person_id = p.id and m.ended_at is null
                       and :role in ('', m.role) and :agency in ('', m.agency)))
            """;

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What to look for; empty text means anything. */
    record Query(String text, String role, String agency, String state, int page) {

        Query {
            text = text.strip().replace("\0", "");
            page = Math.max(1, Math.min(page, 1_000_000));
        }

        Query onPage(int other) {
            return new Query(text, role, agency, state, other);
        }

        private String pattern() {
            return "%" + text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        }
    }

    /** One line of the list. */
    record Row(UUID id, String displayName, String signInName, boolean active, List<String> groups) {}

    record Page(List<Row> rows, int number, long total) {

        public long first() {
            return rows.isEmpty() ? 0 : (number - 1L) * PAGE_SIZE + 1;
        }

        public long last() {
            return rows.isEmpty() ? 0 : first() + rows.size() - 1;
        }

        public boolean hasNext() {
            return (long) number * PAGE_SIZE < total;
        }
    }

    /** A mandate on a card, held or ended. */
    record CardMandate(
            UUID id,
            String group,
            Instant grantedAt,
            @Nullable String grantedBy,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {}

    record Card(
            UUID id,
            long version,
            String displayName,
            @Nullable String email,
            String language,
            String zone,
            boolean active,
            boolean mustChangePassword,
            @Nullable Instant passwordExpiresAt,
            Instant createdAt,
            Instant changedAt,
            @Nullable String changedBy,
            List<String> signInNames,
            List<CardMandate> mandates) {

        public Locale locale() {
            return Locale.forLanguageTag(language);
        }

        public List<CardMandate> held() {
            return mandates.stream()
                    .filter(mandate -> mandate.endedAt() == null)
                    .toList();
        }

        public List<CardMandate> ended() {
            return mandates.stream()
                    .filter(mandate -> mandate.endedAt() != null)
                    .toList();
        }
    }

    Page search(Query query) {
        long total =
                matching("select count(*)" + MATCHING, query).query(Long.class).single();
        List<Row> rows = matching(
                        "select p.id, p.display_name, n.name, p.active, array(select m.group_name from tandem.mandate m "
                                + "where m.person_id = p.id and m.ended_at is null order by m.group_name) as groups"
                                + MATCHING + " order by n.name limit :size offset :offset",
                        query)
                .param("size", PAGE_SIZE)
                .param("offset", (query.page() - 1L) * PAGE_SIZE)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("display_name"),
                        row.getString("name"),
                        row.getBoolean("active"),
                        texts(row.getArray("groups"))))
                .list();
        return new Page(rows, query.page(), total);
    }

    private JdbcClient.StatementSpec matching(String sql, Query query) {
        return jdbc.sql(sql)
                .param("text", query.text())
                .param("pattern", query.pattern())
                .param("role", query.role())
                .param("agency", query.agency())
                .param("state", query.state());
    }

    Card card(PersonId id) {
        List<CardMandate> mandates = mandates(id);
        return jdbc.sql("""
                        select p.*, by.display_name as changed_by_name,
                               array(select s.name from tandem.sign_in_name s where s.person_id = p.id
                                      order by s.main desc, s.name) as names
                          from tandem.person p left join tandem.person by on by.id = p.changed_by where p.id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> card(row, mandates))
                .optional()
                .orElseThrow(() -> Refused.notFound("people.refused.noSuchPerson"));
    }

    private static Card card(ResultSet row, List<CardMandate> mandates) throws SQLException {
        return new Card(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("display_name"),
                row.getString("email"),
                row.getString("language"),
                row.getString("zone"),
                row.getBoolean("active"),
                row.getBoolean("must_change_password"),
                instant(row.getTimestamp("password_expires_at")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by_name"),
                texts(row.getArray("names")),
                mandates);
    }

    private List<CardMandate> mandates(PersonId id) {
        return jdbc.sql("""
                        select m.id, m.group_name, m.granted_at, g.display_name as granted_by,
                               m.ended_at, e.display_name as ended_by
                          from tandem.mandate m
                          left join tandem.person g on g.id = m.granted_by
                          left join tandem.person e on e.id = m.ended_by
                         where m.person_id = :id order by m.ended_at desc nulls first, m.group_name
                        """)
                .param("id", id.value())
                .query((row, number) -> new CardMandate(
                        row.getObject("id", UUID.class),
                        row.getString("group_name"),
                        row.getTimestamp("granted_at").toInstant(),
                        row.getString("granted_by"),
                        instant(row.getTimestamp("ended_at")),
                        row.getString("ended_by")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
