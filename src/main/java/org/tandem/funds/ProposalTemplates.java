package org.tandem.funds;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Every form of a proposal that is known, from {@code reference/proposal-templates.yaml}. */
@Component
public class ProposalTemplates {

    private static final String FILE = "reference/proposal-templates.yaml";

    /** What the guidance of the UN Sustainable Development Group asks where no fund asks for a form of its own. */
    private static final String STANDARD = "COUNTRY";

    private final List<ProposalTemplate> templates;

    private record Content(List<ProposalTemplate> templates) {}

    ProposalTemplates() {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            templates = YAMLMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file, Content.class)
                    .templates();
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    public Optional<ProposalTemplate> find(String code) {
        return templates.stream()
                .filter(template -> template.code().equals(code))
                .findFirst();
    }

    public List<ProposalTemplate> all() {
        return templates;
    }

    /** The newest full form of a fund; the standard one where no fund is named or it prescribes none. */
    public ProposalTemplate fullFor(@Nullable String fund) {
        return newest(fund == null ? STANDARD : fund).or(() -> newest(STANDARD)).orElseThrow();
    }

    private Optional<ProposalTemplate> newest(String fund) {
        return templates.stream()
                .filter(template -> template.isFull() && template.fundCodes().contains(fund))
                .max(Comparator.comparing(ProposalTemplate::year));
    }
}
