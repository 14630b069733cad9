package org.tandem.proposal.sections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.funds.ProposalTemplate.Section;
import org.tandem.proposal.ContentPart;
import org.tandem.proposal.sections.SectionReading.Sections;

/** The sections of the form as they are written, by their codes; what stands in no section of the form is not part of it. */
@Component
@RequiredArgsConstructor
class SectionsPart implements ContentPart {

    private final SectionReading reading;
    private final ObjectMapper json;

    @Override
    public String name() {
        return "sections";
    }

    @Override
    public JsonNode of(CaseId id) {
        Sections sections = reading.of(id);
        Map<String, Object> written = new LinkedHashMap<>();
        sections.all().forEach(section -> {
            Map<String, Object> content = sections.content(section.id());
            if (!content.isEmpty()) {
                written.put(section.id(), content);
            }
        });
        return json.valueToTree(written);
    }

    @Override
    public Stream<String> naming(CaseId id, String organisation) {
        Sections sections = reading.of(id);
        return sections.all().stream()
                .map(Section::id)
                .filter(section -> SectionChoices.names(sections.content(section), organisation));
    }
}
