package org.tandem.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final CaseHistory history;
    private final Attachments attachments;
    private final ActingAs actingAs;
    private final List<CaseSection> sections;
    private final StageLineSource stageLines;

    record Reading(
            CaseView view,
            List<String> parties,
            Optional<StageLine> stageLine,
            Map<String, Object> before,
            Map<String, Object> after,
            List<CaseEntry> history,
            List<Attachment> letters,
            boolean mayComment) {}

    Reading read(CaseId id, SignedIn reader) {
        CaseView view = cases.readable(id, reader);
        List<String> parties = cases.parties(view.framework());
        List<CaseEntry> entries = new ArrayList<>(history.of(id));
        return new Reading(
                view,
                parties,
                stageLines.of(view),
                shown(view, reader, true),
                shown(view, reader, false),
                List.copyOf(entries),
                attachments.of(id),
                actingAs.find(view, reader).isPresent());
    }

    private Map<String, Object> shown(CaseView view, SignedIn reader, boolean beforeHistory) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (CaseSection section : sections) {
            if ((section.order() < 100) == beforeHistory) {
                Object model = section.of(view, reader);
                if (model != null) {
                    shown.put(section.name(), model);
                }
            }
        }
        return shown;
    }
}
