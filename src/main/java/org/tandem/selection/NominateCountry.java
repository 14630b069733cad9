package org.tandem.selection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseOpening;
import org.tandem.cases.CaseSubject;
import org.tandem.cases.Cases;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** A focal point, country office or coordinator of one party proposes a country for one or many areas (S-001). */
@UseCase
@RequiredArgsConstructor
class NominateCountry {

    private final Frameworks frameworks;
    private final NominationRules rules;
    private final Nominations nominations;
    private final Nominators nominators;
    private final Eligibility eligibility;
    private final StandingNow now;
    private final SelectionFigures figures;
    private final Cases cases;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final SelectionProcess process;

    /**
     * Opens one case per area, all or none.
     *
     * @return the case ids, in the order of the areas
     * @throws Refused naming the field and the remedy
     */
    List<CaseId> nominate(CheckedNomination proposal, SignedIn who) {
        rules.problems(proposal, who, now).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        Framework framework = frameworks.byShortCode(proposal.framework()).orElseThrow();
        figures.holdSubject(
                framework.shortCode(),
                proposal.country(),
                frameworks.ceiling(framework.shortCode()).isPresent());
        List<CaseId> opened = new ArrayList<>();
        for (String area : new LinkedHashSet<>(proposal.areas())) {
            opened.add(open(framework, proposal, framework.area(area).orElseThrow(), who));
        }
        return opened;
    }

    private CaseId open(Framework framework, CheckedNomination proposal, Area area, SignedIn who) {
        String rowKey = proposal.importKeyOf(area.code());
        if (rowKey != null) {
            now.caseOfRow(rowKey).ifPresent(opened -> {
                throw SelectionRefused.alreadyOpen(opened);
            });
        }
        eligibility
                .objection(framework, proposal.country(), area.code(), proposal.absenceExplanation() != null, now)
                .ifPresent(objection -> {
                    throw objection;
                });
        String agency = nominators.agencyFor(framework, area.code(), proposal.country(), who);
        int earlier = figures.cases(framework.shortCode(), proposal.country(), area.code());
        CaseSubject subject = CaseSubject.of(framework.shortCode(), proposal.country(), area.code());
        CaseId id = CaseId.of(subject, earlier + 1);
        cases.open(new CaseOpening(
                id,
                SelectionProcess.KEY,
                null,
                subject,
                SelectionState.PROPOSED.name(),
                eligibility.priority(proposal.country()),
                who.personId(),
                agency));
        Nomination nomination = nominations.saveAndFlush(new Nomination(
                id.value(), proposal, area.code(), proposal.gains().get(area.code()), agency, who.personId()));
        history.add(
                id,
                CaseEntry.Kind.STEP,
                who.personId(),
                nominators.actingAs(framework, area.code(), proposal.country(), who),
                Message.of("selection.history.nominated", MessageArgument.agency(agency)),
                proposal.reasons());
        for (String party : framework.parties()) {
            if (!party.equals(agency)) {
                history.tell(
                        id,
                        groups.focalPoints(party, area.areaKey()),
                        Message.of("selection.notice.nominated", MessageArgument.agency(agency)),
                        who.personId());
            }
        }
        process.nominated(nomination);
        return id;
    }
}
