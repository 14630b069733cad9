package org.tandem.proposal.sections;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.ActingAs;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.funds.ProposalTemplate.Section;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.UseCase;
import org.tandem.platform.web.Translator;
import org.tandem.proposal.Leads;
import org.tandem.proposal.Proposals;
import org.tandem.proposal.Writers;
import org.tandem.tasks.FormContexts;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;

/** A party chooses who leads a section on its side; the convening agency chooses for every party. */
@UseCase
@RequiredArgsConstructor
class LeadSection implements StartForm {

    private static final String ADDRESS = "/proposal/{caseId}/sections/lead";

    private final AskForSection asking;
    private final SectionReading reading;
    private final Proposals proposals;
    private final Writers writers;
    private final Leads leads;
    private final Cases cases;
    private final CaseHistory history;
    private final ActingAs actingAs;
    private final Translator translator;

    @Override
    public StartPlace place() {
        return new StartPlace("proposal", "leadSection", ADDRESS, ADDRESS, "/api" + ADDRESS, 200);
    }

    @Override
    public void mayStart(Start start) {
        asking.mayStart(start);
    }

    @Override
    public Map<String, List<Option>> options(Start start) {
        String convening = proposals.of(start.caseId()).convening();
        return Map.of(
                AskForSection.SECTIONS,
                asking.sections(start),
                "leads",
                cases.parties(start.view().framework()).stream()
                        .filter(party -> start.who().belongsToAny(List.of(convening, party)))
                        .flatMap(party -> of(party, start))
                        .toList());
    }

    /** Its writers, and nobody: a party is said by its code before a colon. */
    private Stream<Option> of(String party, Start start) {
        String agency = translator.agency(party);
        return Stream.concat(
                FormContexts.personOptions(writers.of(start.view(), party)).stream()
                        .map(person -> new Option(party + ":" + person.value(), agency + " – " + person.label())),
                Stream.of(new Option(party + ":", translator.say("proposal.sections.lead.nobody", agency))));
    }

    @Override
    public Started submit(Start start, FormValues values) {
        CaseId id = start.caseId();
        UUID by = start.who().personId();
        Section section = reading.readable(id, start.who())
                .section(values.text(AskForSection.SECTION).orElseThrow());
        String[] lead = values.text("lead").orElseThrow().split(":", -1);
        MessageArgument agency = MessageArgument.agency(lead[0]);
        Message said = lead[1].isEmpty()
                ? Message.of("proposal.history.noSectionLead", AskForSection.title(section), agency)
                : Message.of(
                        "proposal.history.sectionLead",
                        AskForSection.title(section),
                        agency,
                        MessageArgument.person(lead[1]));
        cases.lock(id);
        if (lead[1].isEmpty()) {
            leads.remove(id, section.id(), lead[0]);
        } else {
            leads.put(id, section.id(), lead[0], UUID.fromString(lead[1]));
        }
        history.add(
                id,
                CaseEntry.Kind.STEP,
                by,
                actingAs.of(start.view(), start.who()).group(),
                said,
                null);
        return new Started("/proposal/" + id + "/sections/" + section.id(), said, Map.of());
    }
}
