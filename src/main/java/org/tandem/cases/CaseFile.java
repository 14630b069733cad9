package org.tandem.cases;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** The cover of a case: what it is about, where it stands, and the flags one side may set. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class CaseFile {

    static final String SUSPENDED = "SUSPENDED";

    @Id
    private String id;

    private String kind;
    private @Nullable String parent;
    private @Nullable String title;
    private String framework;
    private @Nullable Integer frameworkVersion;

    /** Sorted by; which they are when there are several is looked up only then. */
    private String area;

    private String country;

    @ElementCollection
    @CollectionTable(name = "case_area", joinColumns = @JoinColumn(name = "case_id"))
    @Column(name = "area")
    @BatchSize(size = 100)
    private Set<String> areas = new LinkedHashSet<>();

    @ElementCollection
    @CollectionTable(name = "case_country", joinColumns = @JoinColumn(name = "case_id"))
    @Column(name = "country")
    @BatchSize(size = 100)
    private Set<String> countries = new LinkedHashSet<>();

    private @Nullable String fund;
    private String state;
    private @Nullable String stateReason;
    private Instant stateSince;
    private boolean noDirector;
    private @Nullable Instant waitingSince;
    private @Nullable String suspendedBy;
    private @Nullable Instant suspendedSince;
    private @Nullable String suspensionReason;
    private @Nullable String withdrawalAskedBy;
    private int priority;
    private UUID openedBy;
    private String openedFor;
    private Instant openedAt;
    private Instant changedAt;

    @Version
    private @Nullable Integer version;

    CaseFile(CaseOpening opening, @Nullable Integer frameworkVersion, Instant now) {
        CaseSubject subject = opening.subject();
        this.id = opening.id().value();
        this.kind = opening.kind();
        this.parent = opening.parent();
        this.title = subject.title();
        this.framework = subject.framework();
        this.frameworkVersion = frameworkVersion;
        this.area = subject.area();
        this.areas.addAll(subject.areas());
        this.country = subject.country();
        this.countries.addAll(subject.countries());
        this.fund = subject.fund();
        this.state = opening.state();
        this.priority = opening.priority();
        this.openedBy = opening.openedBy();
        this.openedFor = opening.openedFor();
        this.stateSince = now;
        this.openedAt = now;
        this.changedAt = now;
    }

    /** What stands for itself until now belongs to another case from now on; only once. */
    void belongTo(CaseId other, Instant now) {
        if (parent != null) {
            throw new IllegalStateException(id + " belongs to " + parent);
        }
        parent = other.value();
        changedAt = now;
    }

    void becomeAbout(@Nullable String newTitle, @Nullable String newFund, Instant now) {
        title = newTitle;
        fund = newFund;
        changedAt = now;
    }

    void move(String newState, @Nullable String reason, Instant now) {
        state = newState;
        stateReason = reason;
        stateSince = now;
        changedAt = now;
    }

    void flagNoDirector(boolean flag, Instant now) {
        noDirector = flag;
        changedAt = now;
    }

    void waitFrom(@Nullable Instant since, Instant now) {
        waitingSince = since;
        changedAt = now;
    }

    void suspend(String agency, String reason, Instant now) {
        if (suspendedBy != null) {
            throw new CaseRefused.Suspended(view());
        }
        suspendedSince = now;
        suspendFor(agency, reason, now);
    }

    void suspendFor(String agency, String reason, Instant now) {
        suspendedBy = agency;
        suspensionReason = reason;
        changedAt = now;
    }

    void liftSuspension(Instant now) {
        suspendedBy = null;
        suspensionReason = null;
        suspendedSince = null;
        changedAt = now;
    }

    void askWithdrawal(@Nullable String agency, Instant now) {
        withdrawalAskedBy = agency;
        changedAt = now;
    }

    void touch(Instant now) {
        changedAt = now;
    }

    CaseView view() {
        return new CaseView(
                id,
                kind,
                parent,
                title,
                framework,
                frameworkVersion,
                country,
                each(country, countries),
                area,
                each(area, areas),
                fund,
                suspendedBy == null ? state : SUSPENDED,
                state,
                stateReason,
                suspendedSince == null ? stateSince : suspendedSince,
                stateSince,
                noDirector,
                waitingSince,
                suspendedBy,
                suspendedSince,
                suspensionReason,
                withdrawalAskedBy,
                priority,
                openedBy,
                openedFor,
                openedAt,
                changedAt,
                version == null ? 0 : version);
    }

    private static List<String> each(String inPlaceOfOne, Set<String> codes) {
        return switch (inPlaceOfOne) {
            case CaseSubject.ALL -> List.of();
            case CaseSubject.SEVERAL -> codes.stream().sorted().toList();
            default -> List.of(inPlaceOfOne);
        };
    }
}
