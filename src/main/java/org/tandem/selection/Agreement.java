package org.tandem.selection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** What one other party said to a nomination. */
@Entity
@Table(name = "nomination_agreement")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Agreement {

    enum Answer {
        AGREE,
        REFUSE
    }

    @Id
    private UUID id;

    @Column(name = "case_id")
    private String caseId;

    @Getter
    private String agency;

    @Getter
    private UUID person;

    @Enumerated(EnumType.STRING)
    private Answer answer;

    private @Nullable String reason;
    private Instant at;

    Agreement(String caseId, String agency, UUID person, Answer answer, @Nullable String reason, Instant at) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.agency = agency;
        this.person = person;
        this.answer = answer;
        this.reason = reason;
        this.at = at;
    }

    NominationView.AgreementView view() {
        return new NominationView.AgreementView(agency, person, answer.name(), reason, at);
    }
}
