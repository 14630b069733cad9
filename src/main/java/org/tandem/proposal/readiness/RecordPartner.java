package org.tandem.proposal.readiness;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseId;
import org.tandem.platform.Mandate;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.TextRules;
import org.tandem.platform.UseCase;
import org.tandem.proposal.ChangeContent;
import org.tandem.proposal.Places;
import org.tandem.proposal.ProposalState;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;

/** The form to name a private partner of a proposal and to record what its due diligence came to. */
@UseCase
@RequiredArgsConstructor
class RecordPartner implements RecordForm {

    private static final String NAME = "name";
    private static final String RESULT = "result";
    private static final String GONE = "GONE";

    private final Partners partners;
    private final ChangeContent change;
    private final Recording recording;

    static String address(CaseId id, String name) {
        return "/proposal/" + id + "/partner?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    @Override
    public StartPlace place() {
        return new StartPlace(
                "proposal", "recordPartner", "/proposal/{caseId}/partner", "/api/proposal/{caseId}/partners");
    }

    @Override
    public void mayStart(Start start) {
        recording.mayRecord(start.view(), start.who());
    }

    @Override
    public Map<String, Object> facts(Start start) {
        return Map.of("frozen", ProposalState.isFrozen(start.view()) && changesWhoTakesPart(start));
    }

    /** That is content; what is known of a partner is not, so that it can be renewed at any time. */
    private boolean changesWhoTakesPart(Start start) {
        Optional<Partner> known =
                start.typed(NAME).map(TextRules::clean).flatMap(name -> partners.find(start.caseId(), name));
        return known.isPresent() == start.typed(RESULT).filter(GONE::equals).isPresent();
    }

    @Override
    public FormInput beginning(Start start) {
        Map<String, List<String>> begun = new HashMap<>();
        start.typed(NAME).map(TextRules::clean).ifPresent(name -> {
            begun.put(NAME, List.of(name));
            Optional<Partner> recorded = partners.find(start.caseId(), name);
            begun.put(SEEN, List.of(RecordForm.mark(recorded)));
            recorded.ifPresent(known -> {
                begun.put(RESULT, List.of(known.result().name()));
                RecordConsultation.put(begun, "validUntil", known.validUntil());
                RecordConsultation.put(begun, "note", known.note());
            });
        });
        return FormInput.of(begun);
    }

    @Override
    public Started submit(Start start, FormValues values) {
        CaseId id = start.caseId();
        Mandate as = recording.begin(start);
        if (changesWhoTakesPart(start)) {
            change.begin(id, start.who(), Places.WHO_JOINS, values.ticked("reopen"));
        }
        String name = values.text(NAME).orElseThrow();
        String result = values.text(RESULT).orElseThrow();
        RecordForm.requireSeen(
                start,
                partners.find(id, name),
                known -> Message.of(
                        "proposal.readiness.meanwhile." + known.result(),
                        MessageArgument.agency(known.agency()),
                        MessageArgument.date(known.validUntil()),
                        RecordForm.shown(known.note())));
        String note = values.text("note").orElse(null);
        if (result.equals(GONE)) {
            partners.remove(id, name);
        } else {
            partners.put(
                    id,
                    new Partner(
                            name,
                            Partner.Result.valueOf(result),
                            values.date("validUntil").orElse(null),
                            as.agency(),
                            note,
                            recording.letter(id, values.files("file"), start.who(), as)),
                    start.who().personId());
        }
        return recording.done(start, as, Message.of("proposal.history.partner." + result, name), note, "#partners");
    }
}
