package org.tandem.proposal.sections;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.tandem.funds.ProposalTemplate.Limit;
import org.tandem.funds.ProposalTemplate.Section;
import org.tandem.proposal.Places;
import org.tandem.tasks.forms.FormDefinition;

/** The form of each kind of section, {@code forms/proposal/sections/<kind>.form}; a kind without one has a page elsewhere. */
@Component
class SectionForms implements Places.WrittenHere {

    /** A page as funds mean it, as long as their forms do not say otherwise. */
    static final int WORDS_OF_A_PAGE = 500;

    private static final String FILES = "classpath*:forms/proposal/sections/*.form";
    private static final String TEXT = "text";
    private static final int LONGEST = 100_000;

    private final Map<String, FormDefinition> byKind;

    SectionForms() throws IOException {
        byKind = Stream.of(new PathMatchingResourcePatternResolver().getResources(FILES))
                .map(SectionForms::read)
                // The first on the class path counts, as everywhere; a folder may stand on it twice.
                .collect(Collectors.toMap(
                        form -> form.id().toLowerCase(Locale.ROOT), Function.identity(), (first, again) -> first));
    }

    /** With the limit the fund sets; empty for what is not written here. */
    Optional<FormDefinition> of(Section section) {
        FormDefinition form = byKind.get(section.kind().replace("-", ""));
        return Optional.ofNullable(form).map(found -> limited(found, section.limit()));
    }

    @Override
    public boolean isWritten(Section section) {
        return of(section).isPresent();
    }

    private static FormDefinition limited(FormDefinition form, @Nullable Limit limit) {
        return limit == null ? form : form.limited(TEXT, words(limit), characters(limit));
    }

    /** 0 when words are not what is limited. */
    static int words(Limit limit) {
        return switch (limit.unit()) {
            case "pages" -> limit.max() * WORDS_OF_A_PAGE;
            case "words" -> limit.max();
            default -> 0;
        };
    }

    private static int characters(Limit limit) {
        return limit.unit().equals("characters") ? limit.max() : LONGEST;
    }

    private static FormDefinition read(Resource file) {
        try {
            return FormDefinition.parse(
                    file.getContentAsString(StandardCharsets.UTF_8), String.valueOf(file.getFilename()));
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
