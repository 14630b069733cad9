package org.tandem.proposal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.ActingAs;
import org.tandem.cases.Attachments;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;

/** The convening agency records who takes part beyond the parties, with the letter that says so. */
@UseCase
@RequiredArgsConstructor
class AddOrganisation implements StartForm {

    private static final String ADDRESS = "/proposal/{caseId}/organisations";

    private final Cases cases;
    private final Proposals proposals;
    private final ChangeContent change;
    private final Organisations organisations;
    private final Attachments attachments;
    private final CaseHistory history;
    private final ActingAs actingAs;

    @Override
    public StartPlace place() {
        return new StartPlace("proposal", "addOrganisation", ADDRESS, "/api" + ADDRESS);
    }

    @Override
    public void mayStart(Start start) {
        CaseId id = start.caseId();
        String convening = proposals.convening(id.value()).orElseThrow(() -> ProposalRefused.none(id));
        if (!start.who().belongsToAny(List.of(convening))) {
            throw ProposalRefused.onlyConvening(convening);
        }
        change.mayChange(start.view(), start.who());
    }

    @Override
    public Map<String, Object> facts(Start start) {
        return Map.of("frozen", ProposalState.isFrozen(start.view()));
    }

    @Override
    public Started submit(Start start, FormValues values) {
        CaseId id = start.caseId();
        SignedIn who = start.who();
        String name = values.text("name").orElseThrow();
        cases.lock(id);
        change.begin(id, who, Places.WHO_JOINS, values.ticked("reopen"));
        if (organisations.of(id).stream()
                .anyMatch(one -> Stream.of(one.name(), one.code()).anyMatch(name::equalsIgnoreCase))) {
            throw ProposalRefused.takesPart();
        }
        String group = actingAs.of(start.view(), who).group();
        organisations.add(
                id,
                new Organisation(
                        organisations.freshCode(id),
                        name,
                        attachments.take(id, values.files("letter"), who, group).get(0)),
                who.personId());
        Message added = Message.of("proposal.history.organisation", name);
        history.add(id, CaseEntry.Kind.STEP, who.personId(), group, added, null);
        return new Started("/proposal/" + id, Message.of("proposal.flash.organisation", name), Map.of("name", name));
    }
}
