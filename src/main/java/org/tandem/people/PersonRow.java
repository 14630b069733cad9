package org.tandem.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;

/** A person as the list of people reads them. */
@Entity
@Immutable
@Subselect("""
        select cast(p.id as text) as id, p.display_name, n.name as sign_in_name,
               case when p.active then 'active' else 'inactive' end as state,
               array(select m.group_name from tandem.mandate m where m.person_id = p.id and m.ended_at is null
                      order by m.group_name) as groups,
               chr(10) || (select string_agg(m.group_name, chr(10)) from tandem.mandate m
                            where m.person_id = p.id and m.ended_at is null) as held,
               coalesce((select string_agg(m.group_name, chr(10)) from tandem.mandate m where m.person_id = p.id), '') as ever,
               coalesce((select max(cast(c.by_person as text)) from tandem.person_change c
                          where c.person_id = p.id and c.what = 'CREATED'), '') as registered_by,
               lower(concat_ws(chr(10), p.display_name, p.email,
                     (select string_agg(s.name, chr(10)) from tandem.sign_in_name s where s.person_id = p.id))) as words
          from tandem.person p join tandem.sign_in_name n on n.person_id = p.id and n.main""")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class PersonRow {

    @Id
    String id;

    String displayName;
    String signInName;
    String state;
    String[] groups;

    /** The groups again, each after a line break. */
    String held;

    /** The groups, and those of ended mandates. */
    String ever;

    /** Id of the person who added this one. */
    String registeredBy;

    /** Everything a person is found by. */
    String words;

    boolean isActive() {
        return state.equals("active");
    }
}
