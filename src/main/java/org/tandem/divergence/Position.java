package org.tandem.divergence;

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

/** What one side holds at one level; private until every side of that level has stated its own. */
@Entity
@Table(name = "divergence_position")
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Position {

    @Id
    private UUID id;

    @Column(name = "case_id")
    private String caseId;

    @Enumerated(EnumType.STRING)
    private Level level;

    private String agency;
    private UUID person;
    private String text;
    private Instant at;

    Position(String caseId, Level level, String agency, UUID person, String text, Instant at) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.level = level;
        this.agency = agency;
        this.person = person;
        this.text = text;
        this.at = at;
    }
}
