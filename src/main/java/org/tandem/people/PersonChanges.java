package org.tandem.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only record of who changed what about a person. */
@Component
@RequiredArgsConstructor
class PersonChanges {

    private static final int MOST_SHOWN = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    void add(PersonId person, @Nullable UUID by, PersonChange.What what) {
        add(person, by, what, null, null, null);
    }

    void add(
            PersonId person,
            @Nullable UUID by,
            PersonChange.What what,
            @Nullable String subject,
            @Nullable String oldValue,
            @Nullable String newValue) {
        add(person, by, what, subject, oldValue, newValue, null);
    }

    /** Whether it was this person who added that one. */
    boolean isRegisteredBy(PersonId person, UUID by) {
        return jdbc.sql(
                        "select exists (select from tandem.person_change where person_id = ? and by_person = ? and what = ?)")
                .params(person.value(), by, PersonChange.What.CREATED.name())
                .query(Boolean.class)
                .single();
    }

    void add(
            PersonId person,
            @Nullable UUID by,
            PersonChange.What what,
            @Nullable String subject,
            @Nullable String oldValue,
            @Nullable String newValue,
            @Nullable String reason) {
        jdbc.sql("""
                        insert into tandem.person_change (person_id, at, by_person, what, subject, old_value, new_value, reason)
                        values (:person, :at, :by, :what, :subject, :old, :new, :reason)
                        """)
                .param("person", person.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("what", what.name())
                .param("subject", subject)
                .param("old", oldValue)
                .param("new", newValue)
                .param("reason", reason)
                .update();
    }

    /** The latest first. */
    List<PersonChange> of(PersonId person) {
        return jdbc.sql("""
                        select c.at, b.display_name, c.what, c.subject, c.old_value, c.new_value, c.reason
                          from tandem.person_change c
                          left join tandem.person b on b.id = c.by_person
                         where c.person_id = :person order by c.id desc limit :most
                        """)
                .param("person", person.value())
                .param("most", MOST_SHOWN)
                .query((row, number) -> new PersonChange(
                        row.getTimestamp("at").toInstant(),
                        row.getString("display_name"),
                        PersonChange.What.valueOf(row.getString("what")),
                        row.getString("subject"),
                        row.getString("old_value"),
                        row.getString("new_value"),
                        row.getString("reason")))
                .list();
    }
}
