package org.tandem.proposal.sections;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tandem.funds.ProposalTemplate;
import org.tandem.funds.ProposalTemplate.Section;
import org.tandem.proposal.Organisation;
import org.tandem.tasks.forms.FormContext;

/** The words of what was chosen in a section, as its page shows them, for any version of a proposal. */
@Component
@RequiredArgsConstructor
public class SectionWords {

    private final SectionForms forms;
    private final SectionChoices choices;
    private final MessageSource messages;
    private final ObjectMapper json;

    /**
     * @param organisations those who take part in this version
     * @param sections all sections of this version, by their codes
     * @return by the path of a field, such as {@code outputs.responsible}, and what was chosen there
     */
    public BiFunction<String, String, Optional<String>> of(
            String area,
            ProposalTemplate template,
            Section section,
            List<Organisation> organisations,
            JsonNode sections,
            Locale locale) {
        FormContext context = choices.withGone(
                choices.of(area, template, organisations, code -> content(sections.path(code)), locale),
                content(sections.path(section.id())));
        return (path, value) -> forms.of(section).flatMap(form -> form.choice(path, value, context, messages));
    }

    private Map<String, Object> content(JsonNode section) {
        return section.isMissingNode() ? Map.of() : json.convertValue(section, new TypeReference<>() {});
    }
}
