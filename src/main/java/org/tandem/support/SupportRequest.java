package org.tandem.support;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseSubject;

/** One request for support: who asks what, who answers, and whether it helped (S-016, S-040). */
@Entity
@Getter
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class SupportRequest {

    /** A request comes back to be routed anew this often, and no more: then it is closed with what was said. */
    private static final int MOST_REOPENED = 1;

    @Id
    private String caseId;

    private String framework;
    private String area;
    private String country;
    private String topic;
    private String question;
    private @Nullable LocalDate wantedBy;
    private UUID askedBy;

    /** The group through which it was asked; it rates the answer. */
    private String askedAs;

    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private SupportState state;

    /** The party that answers, null while nobody is asked. */
    private @Nullable String agency;

    private @Nullable String note;
    private @Nullable String declineReason;

    /** The last one given; while the request is reopened, one that did not help. */
    private @Nullable String answer;

    private @Nullable UUID answeredBy;
    private @Nullable String answeredAs;
    private @Nullable Instant answeredAt;

    /** Null as long as the answer can still be rated. */
    @Enumerated(EnumType.STRING)
    private @Nullable Rating rating;

    private @Nullable String ratingComment;
    private @Nullable Instant ratedAt;
    private int timesReopened;

    @Version
    @JsonIgnore
    private @Nullable Integer version;

    SupportRequest(
            CaseId id,
            CaseSubject about,
            String topic,
            String question,
            @Nullable LocalDate wantedBy,
            UUID askedBy,
            String askedAs,
            Instant askedAt) {
        this.caseId = id.value();
        this.framework = about.framework();
        this.area = about.area();
        this.country = about.country();
        this.topic = topic;
        this.question = question;
        this.wantedBy = wantedBy;
        this.askedBy = askedBy;
        this.askedAs = askedAs;
        this.askedAt = askedAt;
        this.state = SupportState.OPEN;
    }

    void assign(String party, @Nullable String withNote) {
        require(state == SupportState.OPEN);
        state = SupportState.ASSIGNED;
        agency = party;
        note = withNote;
    }

    void decline(String reason) {
        require(state == SupportState.OPEN);
        state = SupportState.DECLINED;
        declineReason = reason;
    }

    /** The party asked cannot help: whoever routes looks for another. */
    void referBack() {
        require(state == SupportState.ASSIGNED);
        backToRouting();
    }

    void answer(String text, UUID by, String as, Instant at) {
        require(state == SupportState.ASSIGNED);
        state = SupportState.DONE;
        answer = text;
        answeredBy = by;
        answeredAs = as;
        answeredAt = at;
    }

    void rate(Rating given, @Nullable String comment, Instant at) {
        require(state == SupportState.DONE && rating == null);
        rating = given;
        ratingComment = comment;
        ratedAt = at;
    }

    /** The answer did not help. It stays to be read until there is a better one. */
    void askAgain(String missing) {
        require(state == SupportState.DONE && rating == null);
        if (!mayBeAskedAgain()) {
            throw SupportRefused.askedAgainBefore();
        }
        timesReopened++;
        ratingComment = missing;
        backToRouting();
    }

    boolean mayBeAskedAgain() {
        return timesReopened < MOST_REOPENED;
    }

    private void backToRouting() {
        state = SupportState.OPEN;
        agency = null;
        note = null;
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw SupportRefused.movedOn();
        }
    }

    /** Scope of the area's focal points, e.g. {@code FFA-A3}. */
    String areaKey() {
        return framework + "-" + area;
    }

    /** An answer did not help, and there is no better one yet. */
    public boolean isReopened() {
        return timesReopened > 0 && rating == null && state != SupportState.DONE;
    }
}
