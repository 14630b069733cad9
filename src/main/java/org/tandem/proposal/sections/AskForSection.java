package org.tandem.proposal.sections;

import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.cases.ActingAs;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.funds.ProposalTemplate.Section;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.UseCase;
import org.tandem.proposal.ProposalRefused;
import org.tandem.proposal.Writers;
import org.tandem.proposal.sections.SectionReading.Sections;
import org.tandem.tasks.FormContexts;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;
import org.tandem.tasks.todo.TodoRequest;
import org.tandem.tasks.todo.Todos;

/** A writer asks another one to write a section until a day: a task in the inbox of whoever is asked. */
@UseCase
@RequiredArgsConstructor
class AskForSection implements StartForm {

    static final String SECTION = "section";
    static final String SECTIONS = "sections";

    private final SectionReading reading;
    private final SectionForms forms;
    private final Writers writers;
    private final Roster roster;
    private final Cases cases;
    private final ActingAs actingAs;
    private final Todos todos;

    @Override
    public StartPlace place() {
        return new StartPlace(
                "proposal", "askForSection", "/proposal/{caseId}/sections/ask", "/api/proposal/{caseId}/sections/ask");
    }

    @Override
    public void mayStart(Start start) {
        Sections sections = reading.readable(start.caseId(), start.who());
        if (!sections.writable()) {
            throw sections.writer() ? ProposalRefused.notWritten() : ProposalRefused.notAWriter();
        }
    }

    @Override
    public Map<String, List<Option>> options(Start start) {
        return Map.of(
                SECTIONS,
                sections(start),
                "persons",
                FormContexts.personOptions(
                        roster
                                .holders(writers.groupsOf(start.view())
                                        .map(MandatePattern::parse)
                                        .toList())
                                .values()
                                .stream()
                                .flatMap(Collection::stream)
                                .distinct()
                                .sorted(Comparator.comparing(PersonName::displayName))
                                .toList()));
    }

    List<Option> sections(Start start) {
        return reading.readable(start.caseId(), start.who()).all().stream()
                .filter(forms::isWritten)
                .map(section -> new Option(section.id(), title(section)))
                .toList();
    }

    @Override
    public Started submit(Start start, FormValues values) {
        CaseId id = start.caseId();
        Section section =
                reading.readable(id, start.who()).section(values.text(SECTION).orElseThrow());
        UUID person = UUID.fromString(values.text("person").orElseThrow());
        cases.lock(id);
        String about = "section:" + id + ":" + section.id() + ":" + person;
        todos.openAbout(about).ifPresent(asked -> {
            throw Refused.conflict(
                    "tasks.refused.askedAlready",
                    MessageArgument.person(asked.askedBy()),
                    MessageArgument.time(asked.askedAt()));
        });
        TodoRequest request = TodoRequest.of(
                        id, about, writers.groupsOf(start.view()).collect(Collectors.joining(",")))
                .named("writeSection", Message.of("proposal.sections.asked", title(section)))
                .withPerson(person)
                .withNote(values.text("note").orElse(null))
                .withDue(values.date("until")
                        .orElseThrow()
                        .atTime(LocalTime.MAX)
                        .atZone(start.who().zone())
                        .toInstant())
                .withLink("/proposal/" + id + "/sections/" + section.id());
        todos.ask(
                request,
                start.who().personId(),
                actingAs.of(start.view(), start.who()).group());
        return new Started(
                "/proposal/" + id + "/sections/" + section.id(),
                Message.of("proposal.sections.flash.asked", MessageArgument.person(person)),
                Map.of());
    }

    static String title(Section section) {
        return section.title(LocaleContextHolder.getLocale());
    }
}
