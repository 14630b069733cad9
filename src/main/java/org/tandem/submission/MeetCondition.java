package org.tandem.submission;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.Attachments;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;
import org.tandem.cases.Cases;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Message;
import org.tandem.platform.UseCase;
import org.tandem.proposal.Writers;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;

/** Those who write record that a condition of the fund is met, with what shows it. */
@UseCase
@RequiredArgsConstructor
class MeetCondition implements StartForm {

    private static final String CONDITION = "condition";

    private final SubmissionLists lists;
    private final Writers writers;
    private final Attachments attachments;
    private final Cases cases;
    private final CaseHistory history;

    @Override
    public StartPlace place() {
        return new StartPlace(
                "submission", "meetCondition", "/submission/{caseId}/condition", "/api/submission/{caseId}/conditions");
    }

    @Override
    public Set<String> carried() {
        return Set.of(CONDITION);
    }

    @Override
    public void mayStart(Start start) {
        if (!start.view().kind().equals(SubmissionProcess.KEY)) {
            throw new CaseRefused.Unknown(start.view().id());
        }
        if (!writers.mayWrite(start.view(), start.who())) {
            throw SubmissionRefused.notAWriter();
        }
        if (open(start.caseId()).isEmpty()) {
            throw SubmissionRefused.noConditions();
        }
    }

    private List<SubmissionLists.Condition> open(CaseId id) {
        return lists.conditions(id).stream().filter(one -> one.doneAt() == null).toList();
    }

    @Override
    public Map<String, List<Option>> options(Start start) {
        return Map.of(
                "conditions",
                open(start.caseId()).stream()
                        .map(one -> new Option(String.valueOf(one.number()), one.condition()))
                        .toList());
    }

    @Override
    public Started submit(Start start, FormValues values) {
        CaseId id = start.caseId();
        cases.lock(id);
        int number = Integer.parseInt(values.text(CONDITION).orElseThrow());
        if (!lists.meet(id, number, start.who().personId())) {
            throw SubmissionRefused.noConditions();
        }
        String group = writers.groupsOf(start.view())
                .filter(one -> MandatePattern.parse(one).isHeldBy(start.who()))
                .findFirst()
                .orElseThrow(SubmissionRefused::notAWriter);
        attachments.take(id, values.files("letter"), start.who(), group);
        history.add(
                id,
                CaseEntry.Kind.STEP,
                start.who().personId(),
                group,
                Message.of("submission.history.conditionMet", number),
                values.text("note").orElse(null));
        return new Started("/cases/" + id, Message.of("submission.flash.conditionMet"), Map.of("condition", number));
    }
}
