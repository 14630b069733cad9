package org.tandem.proposal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.experimental.Accessors;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;

/** A proposal as a whole: who convenes it, for which fund it is written, and how often its content has changed. */
@Entity
@Getter
@Accessors(fluent = true)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@SuppressWarnings("NullAway.Init")
public class Proposal {

    @Id
    private String caseId;

    /** The party that leads narrative and coordination (D41). */
    private String convening;

    /** Null as long as no fund is intended. */
    private @Nullable String fund;

    private @Nullable String call;

    /** Code of the form it is written in. */
    private String template;

    /** Code of the assessment it came from (S-079), null when it came from none. */
    private @Nullable String assessment;

    /** Why it is of an area that is not usual for proposals, null when the area is. */
    private @Nullable String areaReason;

    private @Nullable LocalDate startsOn;
    private @Nullable Integer months;

    /** Counts every change of content, of whatever part. */
    private long contentVersion;

    private Instant changedAt;

    @Version
    private @Nullable Integer version;

    Proposal(
            CaseId id,
            String convening,
            @Nullable String fund,
            String template,
            @Nullable String assessment,
            @Nullable String areaReason,
            Instant now) {
        this.caseId = id.value();
        this.convening = convening;
        this.fund = fund;
        this.template = template;
        this.assessment = assessment;
        this.areaReason = areaReason;
        this.changedAt = now;
    }

    /** Another fund may ask for another form. */
    void intend(@Nullable String newFund, @Nullable String newCall, String newTemplate) {
        fund = newFund;
        call = newCall;
        template = newTemplate;
    }

    void changed(Instant now) {
        contentVersion++;
        changedAt = now;
    }

    void convenedBy(String agency) {
        convening = agency;
    }

    void lasts(@Nullable LocalDate from, @Nullable Integer newMonths) {
        startsOn = from;
        months = newMonths;
    }
}
