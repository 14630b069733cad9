package org.tandem.cases;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.StageLine;

/** Everything a reader sees of a case, for the page and its API twin alike. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class CaseReading {

    private final Cases cases;
    private final CaseReaders readers;
    private final CaseHistory history;
    private final Attachments attachments;
    private final ActingAs actingAs;
    private final CaseSections sections;
    private final StageLineSource stageLines;
    private final CaseContacts contacts;

    record Reading(
            CaseView view,
            List<String> parties,
            Optional<StageLine> stageLine,
            List<CaseSections.Shown> sections,
            List<CaseSections.Shown> toRead,
            List<CaseContacts.Function> contacts,
            List<CaseEntry> history,
            List<Attachment> letters,
            boolean mayComment) {}

    Reading read(CaseId id, SignedIn reader) {
        CaseView view = cases.readable(id, reader);
        return new Reading(
                view,
                cases.parties(view.framework()),
                stageLines.of(view),
                sections.of(view, reader),
                sections.toRead(view, reader),
                contacts.of(view),
                history.of(id).stream()
                        .filter(entry -> readers.hears(reader, view, entry.actingAs()))
                        .toList(),
                attachments.of(id).stream()
                        .filter(letter -> readers.hears(reader, view, letter.actingAs()))
                        .toList(),
                actingAs.find(view, reader).isPresent());
    }
}
