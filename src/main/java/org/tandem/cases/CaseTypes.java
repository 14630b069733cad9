package org.tandem.cases;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.platform.web.NavigationEntry;
import org.tandem.platform.web.NavigationSource;

/** All kinds of cases, each declared by its stage; in templates {@code ${@caseTypes…}}. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class CaseTypes implements NavigationSource {

    private final ObjectProvider<CaseType> types;

    /** @param types asked late: their words and steps are read from what stands on cases itself */
    /** Those that stand for themselves first. */
    public List<CaseType> all() {
        return types.stream()
                .sorted(Comparator.comparing(type -> type.letter().orElse(' ')))
                .toList();
    }

    @Override
    public Stream<NavigationEntry> entries() {
        return all().stream().flatMap(type -> type.navigation().stream());
    }

    /** Tone of a state of any kind: states of the same name mean the same. */
    public String tone(String state) {
        if (state.equals(CaseFile.SUSPENDED)) {
            return CaseTone.WAIT.style();
        }
        return types.stream()
                .map(type -> type.tones().get(state))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(CaseTone.INFO)
                .style();
    }

    public Optional<CaseType> find(String kind) {
        return types.stream().filter(type -> type.kind().equals(kind)).findFirst();
    }

    /** A kind that only a newer build declares has nothing declared here; its cases can be read all the same. */
    public CaseType of(String kind) {
        return find(kind).orElseGet(() -> CaseType.of(kind));
    }
}
