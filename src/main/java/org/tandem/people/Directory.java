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
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.platform.Refused;

/** One person's card, as administrators read it. */
@Component
@RequiredArgsConstructor
class Directory {

    private final JdbcClient jdbc;

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
            @Nullable String telephone,
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
                row.getString("telephone"),
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
