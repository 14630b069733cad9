package org.tandem.cases;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * What every row of a register of cases has, read from the view {@code tandem.case_row}: one for each case. A stage's row
 * extends it, as an entity of {@code select c.*, … from tandem.case_row c join …}.
 */
@MappedSuperclass
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public abstract class CaseRow {

    @Id
    private String id;

    private @Nullable String parent;
    private String framework;
    private String area;

    /** Scope of the area's focal points, e.g. {@code FFA-A3}. */
    private String areaKey;

    /** The country where there is one, else {@code MUL} or {@code ALL}; like the area it is what rows are sorted by. */
    private String country;

    /** The state shown: SUSPENDED while one side has paused the case. */
    private String state;

    private @Nullable String reason;

    /** Since when it is in its state. */
    private Instant since;

    private boolean noDirector;
    private int priority;

    /** Agency it was opened for. */
    private String openedFor;

    private Instant openedAt;

    @Getter(AccessLevel.NONE)
    private String countryEn;

    @Getter(AccessLevel.NONE)
    private String countryFr;

    @Getter(AccessLevel.NONE)
    @ElementCollection
    @CollectionTable(name = "case_country", joinColumns = @JoinColumn(name = "case_id"))
    @Column(name = "country")
    private Set<String> countries;

    @Getter(AccessLevel.NONE)
    @ElementCollection
    @CollectionTable(name = "case_area", joinColumns = @JoinColumn(name = "case_id"))
    @Column(name = "area")
    private Set<String> areas;

    /** Regions such as {@code ILO:AFRICA}; like countries and areas never read as a whole: filters ask whether one exists. */
    @Getter(AccessLevel.NONE)
    @ElementCollection
    @CollectionTable(name = "case_filed_under", joinColumns = @JoinColumn(name = "case_id"))
    @Column(name = "region")
    private Set<String> filedUnder;
}
