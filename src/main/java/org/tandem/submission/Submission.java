package org.tandem.submission;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.experimental.Accessors;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;
import org.tandem.funds.Call;

/** One proposal on its way to one call of a fund. */
@Entity
@Getter
@Accessors(fluent = true)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@SuppressWarnings("NullAway.Init")
class Submission {

    @Id
    private String caseId;

    private String programme;
    private String call;
    private String fund;

    /** The frozen version that goes out. */
    private int number;

    private BigDecimal requested;
    private UUID openedBy;

    /** What the Resident Coordinator said: ENDORSED, COMMENTED or OBJECTED; null before. */
    private @Nullable String consulted;

    private @Nullable String consultedSaid;
    private @Nullable LocalDate consultedOn;
    private @Nullable UUID consultedBy;

    /** The group for which it was recorded: the office itself, or a country office. */
    private @Nullable String consultedAs;

    /** When it was recorded here. */
    private @Nullable Instant handedInAt;

    /** The day of the receipt, where it was recorded after the call closed. */
    private @Nullable LocalDate handedInOn;

    private @Nullable UUID handedInBy;
    private boolean recordedLate;
    private @Nullable UUID receipt;
    private @Nullable String reference;
    private @Nullable LocalDate receivedOn;
    private @Nullable String question;
    private @Nullable LocalDate questionDue;
    private @Nullable String answer;

    /** What the fund said last. */
    private @Nullable String outcome;

    private @Nullable LocalDate decidedOn;
    private @Nullable UUID decidedBy;
    private @Nullable String reasons;
    private @Nullable LocalDate deferredUntil;

    @Version
    private @Nullable Integer version;

    Submission(CaseId id, CaseId programme, Call call, int number, BigDecimal requested, UUID by) {
        this.caseId = id.value();
        this.programme = programme.value();
        this.call = call.id();
        this.fund = call.fund();
        this.number = number;
        this.requested = requested;
        this.openedBy = by;
    }

    CaseId programmeId() {
        return new CaseId(programme);
    }

    void consulted(String said, @Nullable String words, LocalDate on, UUID by, String as) {
        consulted = said;
        consultedSaid = words;
        consultedOn = on;
        consultedBy = by;
        consultedAs = as;
    }

    void handedIn(@Nullable String underReference, UUID by, Instant at) {
        reference = underReference;
        handedInBy = by;
        handedInAt = at;
    }

    void receiptShown(UUID file, LocalDate on, UUID by) {
        receipt = file;
        handedInOn = on;
        handedInBy = by;
    }

    void recordedLate(Instant at) {
        recordedLate = true;
        handedInAt = at;
    }

    /** All have cleared another version as the answer to a question. */
    void becomes(int newNumber, BigDecimal newRequested) {
        number = newNumber;
        requested = newRequested;
    }

    void received(LocalDate on, @Nullable String underReference) {
        receivedOn = on;
        reference = underReference == null ? reference : underReference;
    }

    void asked(String words, LocalDate due) {
        question = words;
        questionDue = due;
        answer = null;
    }

    void answered(@Nullable String words) {
        answer = words;
    }

    void decided(String said, LocalDate on, @Nullable String why, @Nullable LocalDate until, UUID by) {
        outcome = said;
        decidedOn = on;
        reasons = why;
        deferredUntil = until;
        decidedBy = by;
    }
}
