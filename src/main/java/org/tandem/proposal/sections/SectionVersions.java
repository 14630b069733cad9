package org.tandem.proposal.sections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.funds.ProposalTemplate.Section;
import org.tandem.people.Roster;
import org.tandem.platform.Refused;
import org.tandem.proposal.WordDifference;
import org.tandem.proposal.WordDifference.Piece;
import org.tandem.proposal.sections.SectionReading.Sections;
import org.tandem.proposal.sections.SectionText.Line;
import org.tandem.proposal.sections.StoredSections.Saved;

/** The versions of a section, and what became of it from one to another. */
@Component
@RequiredArgsConstructor
class SectionVersions {

    private final StoredSections stored;
    private final SectionReading reading;
    private final Roster roster;

    /** @param by name of who saved it */
    record Version(Saved saved, String by) {}

    /** An answer that is another one now. */
    record Changed(String name, List<Piece> pieces) {}

    @Transactional(readOnly = true)
    List<Version> of(CaseId id, String section) {
        List<Saved> all = stored.versions(id, section);
        Map<UUID, String> names =
                roster.namesOf(all.stream().map(Saved::changedBy).toList());
        return all.stream()
                .map(saved -> new Version(saved, names.get(saved.changedBy())))
                .toList();
    }

    @Transactional(readOnly = true)
    StoredSection version(CaseId id, String section, int revision) {
        return stored.version(id, section, revision)
                .orElseThrow(() -> Refused.notFound("proposal.sections.refused.noVersion", revision));
    }

    /** In the order of the form; nothing for what is the same. In no transaction: long texts are not compared in one. */
    List<Changed> between(Sections sections, Section section, Map<String, Object> before, Map<String, Object> after) {
        Map<String, String> old = lines(sections, section, before);
        Map<String, String> fresh = lines(sections, section, after);
        List<String> names = new ArrayList<>(fresh.keySet());
        old.keySet().stream().filter(name -> !fresh.containsKey(name)).forEach(names::add);
        return names.stream()
                .filter(name -> !old.getOrDefault(name, "").equals(fresh.getOrDefault(name, "")))
                .map(name -> new Changed(
                        name, WordDifference.between(old.getOrDefault(name, ""), fresh.getOrDefault(name, ""))))
                .toList();
    }

    private Map<String, String> lines(Sections sections, Section section, Map<String, Object> content) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (Line line : reading.text(sections, section, content).said()) {
            lines.put(line.name(), line.text());
        }
        return lines;
    }
}
