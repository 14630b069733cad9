package org.tandem.divergence;

import jakarta.persistence.Entity;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseRow;

/** A divergence as the register reads it. */
@Entity
@Immutable
@Subselect("""
        select c.*, d.matter_id as matter, d.subject, d.summary, d.level, d.outcome, d.settled_text,
               case when d.outcome is null then 0 else 1 end as settled,
               country_stay.entered_at as country_entered_at, country_stay.left_at as country_left_at,
               region_stay.entered_at as region_entered_at, region_stay.left_at as region_left_at,
               joint_stay.entered_at as joint_mechanism_entered_at, joint_stay.left_at as joint_mechanism_left_at
          from tandem.case_row c join tandem.divergence d on d.case_id = c.id
          left join tandem.divergence_stay country_stay on country_stay.case_id = c.id and country_stay.level = 'COUNTRY'
          left join tandem.divergence_stay region_stay on region_stay.case_id = c.id and region_stay.level = 'REGION'
          left join tandem.divergence_stay joint_stay on joint_stay.case_id = c.id and joint_stay.level = 'JOINT_MECHANISM'""")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class DivergenceRow extends CaseRow {

    String matter;
    String subject;
    String summary;
    String level;

    @Nullable
    String outcome;

    @Nullable
    String settledText;

    /** 0 while it is open, 1 from then on: what is open stands first. */
    int settled;

    private @Nullable Instant countryEnteredAt;
    private @Nullable Instant countryLeftAt;
    private @Nullable Instant regionEnteredAt;
    private @Nullable Instant regionLeftAt;
    private @Nullable Instant jointMechanismEnteredAt;
    private @Nullable Instant jointMechanismLeftAt;

    /** Whole days at the level so far; null where it never got there. */
    @Nullable
    Long daysAt(Level level, Instant now) {
        return switch (level) {
            case COUNTRY -> days(countryEnteredAt, countryLeftAt, now);
            case REGION -> days(regionEnteredAt, regionLeftAt, now);
            case JOINT_MECHANISM -> days(jointMechanismEnteredAt, jointMechanismLeftAt, now);
        };
    }

    private static @Nullable Long days(@Nullable Instant enteredAt, @Nullable Instant leftAt, Instant now) {
        return enteredAt == null ? null : LevelStay.days(enteredAt, leftAt, now);
    }
}
