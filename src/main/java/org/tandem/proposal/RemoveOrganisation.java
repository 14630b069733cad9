package org.tandem.proposal;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.ActingAs;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;

/** The convening agency removes an organisation recorded by mistake, as long as nothing in the proposal names it. */
@UseCase
@RequiredArgsConstructor
class RemoveOrganisation implements StartForm {

    private static final String ADDRESS = "/proposal/{caseId}/organisations/remove";
    private static final String FIELD = "organisation";

    private final AddOrganisation adding;
    private final Cases cases;
    private final ChangeContent change;
    private final Organisations organisations;
    private final List<ContentPart> parts;
    private final BudgetTerms terms;
    private final Places places;
    private final CaseHistory history;
    private final ActingAs actingAs;

    @Override
    public StartPlace place() {
        return new StartPlace("proposal", "removeOrganisation", ADDRESS, ADDRESS, "/api" + ADDRESS, 200);
    }

    @Override
    public void mayStart(Start start) {
        adding.mayStart(start);
    }

    @Override
    public Map<String, Object> facts(Start start) {
        return adding.facts(start);
    }

    @Override
    public Map<String, List<Option>> options(Start start) {
        return Map.of(
                "organisations",
                organisations.of(start.caseId()).stream()
                        .filter(Organisation::wasAdded)
                        .map(one -> new Option(one.code(), one.name()))
                        .toList());
    }

    @Override
    public Started submit(Start start, FormValues values) {
        CaseId id = start.caseId();
        SignedIn who = start.who();
        String code = values.text(FIELD).orElseThrow();
        cases.lock(id);
        change.begin(id, who, Places.WHO_JOINS, values.ticked("reopen"));
        change.requireUndisputed(id, Places.BUDGET); // it may be given a share there
        Organisation removed = organisations.of(id).stream()
                .filter(one -> one.wasAdded() && one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProposalRefused.takesNoPart(FIELD));
        refuseIfNamed(id, removed);
        organisations.remove(id, code, who.personId());
        Message said = Message.of("proposal.history.organisationRemoved", removed.name());
        history.add(
                id,
                CaseEntry.Kind.STEP,
                who.personId(),
                actingAs.of(start.view(), who).group(),
                said,
                values.text("reason").orElseThrow());
        return new Started(
                "/proposal/" + id, Message.of("proposal.flash.organisationRemoved", removed.name()), Map.of());
    }

    private void refuseIfNamed(CaseId id, Organisation organisation) {
        List<String> naming = parts.stream()
                .flatMap(part -> part.naming(id, organisation.code()))
                .map(place -> places.name(id, place))
                .toList();
        if (!naming.isEmpty()) {
            throw ProposalRefused.stillNamed(FIELD, organisation.name(), String.join(", ", naming));
        }
        terms.of(id)
                .filter(settled -> settled.shares().containsKey(organisation.code())
                        && settled.shares().get(organisation.code()).signum() > 0)
                .ifPresent(settled -> {
                    throw ProposalRefused.hasAShare(FIELD, organisation.name(), settled.settledIn());
                });
    }
}
