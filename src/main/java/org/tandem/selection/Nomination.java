package org.tandem.selection;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Refused;

/** One country proposed for one area by one party, and what the others say to it (S-001, R-001, R-006 to R-008). */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Nomination {

    @Getter
    @Id
    private String caseId;

    private String framework;
    private String country;
    private String area;

    @Getter
    private String nominatedBy;

    private UUID nominator;
    private String entryPoint;
    private @Nullable String existingCapacity;
    private @Nullable String replicable;
    private String reasons;
    private @Nullable String expectedGain;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> collaborations = new ArrayList<>();

    private @Nullable String noCollaboration;
    private @Nullable String absenceExplanation;
    private @Nullable String amendments;

    @Getter
    @Enumerated(EnumType.STRING)
    private SelectionState state;

    private @Nullable String importKey;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @JoinColumn(name = "case_id", insertable = false, updatable = false)
    @OrderBy("at")
    private List<Agreement> agreements = new ArrayList<>();

    @Version
    private @Nullable Integer version;

    Nomination(
            String caseId,
            CheckedNomination proposal,
            String area,
            @Nullable String gain,
            String agency,
            UUID nominator) {
        this.caseId = caseId;
        this.framework = proposal.framework();
        this.country = proposal.country();
        this.area = area;
        this.nominatedBy = agency;
        this.nominator = nominator;
        this.entryPoint = proposal.entryPoint();
        this.existingCapacity = proposal.existingCapacity();
        this.replicable = proposal.replicable();
        this.reasons = proposal.reasons();
        this.expectedGain = gain;
        this.collaborations = new ArrayList<>(proposal.collaborations());
        this.noCollaboration = proposal.noCollaboration();
        this.absenceExplanation = proposal.absenceExplanation();
        this.importKey = proposal.importKeyOf(area);
        this.state = SelectionState.PROPOSED;
    }

    /** A focal point of another party answers; their answer is theirs, nobody stands for two sides. */
    void answer(String agency, UUID person, Agreement.Answer answer, @Nullable String reason, Instant now) {
        if (state != SelectionState.PROPOSED) {
            throw SelectionRefused.notProposed();
        }
        obstacle(person).ifPresent(refused -> {
            throw refused;
        });
        if (agency.equals(nominatedBy)
                || agreements.stream().anyMatch(given -> given.agency().equals(agency))) {
            throw SelectionRefused.answeredAlready();
        }
        agreements.add(new Agreement(caseId, agency, person, answer, reason, now));
    }

    /** Four eyes go by person, whatever mandates somebody holds. */
    Optional<Refused> obstacle(UUID person) {
        if (person.equals(nominator)) {
            return Optional.of(SelectionRefused.ownNomination());
        }
        return namedBy().contains(person) ? Optional.of(SelectionRefused.answeredForAnother()) : Optional.empty();
    }

    void become(SelectionState next) {
        if (state == SelectionState.WITHDRAWN) {
            throw SelectionRefused.withdrawn();
        }
        state = next;
    }

    void amend(String amendment, Instant now) {
        String dated = "[" + LocalDate.ofInstant(now, ZoneOffset.UTC) + "] " + amendment;
        amendments = amendments == null ? dated : amendments + "\n\n" + dated;
    }

    /** Everybody who named the country, for either side. */
    Set<UUID> namedBy() {
        Set<UUID> persons = new HashSet<>();
        persons.add(nominator);
        agreements.forEach(agreement -> persons.add(agreement.person()));
        return persons;
    }

    NominationView view() {
        return new NominationView(
                caseId,
                framework,
                country,
                area,
                nominatedBy,
                nominator,
                entryPoint,
                existingCapacity,
                replicable,
                reasons,
                expectedGain,
                List.copyOf(collaborations),
                noCollaboration,
                absenceExplanation,
                amendments,
                state.name(),
                agreements.stream().map(Agreement::view).toList());
    }
}
