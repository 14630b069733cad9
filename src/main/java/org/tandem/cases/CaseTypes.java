package org.tandem.cases;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All kinds of cases, each declared by its stage. */
@Component
public class CaseTypes {

    private final ObjectProvider<CaseType> types;

    /** @param types asked late: their words and steps are read from what stands on cases itself */
    CaseTypes(ObjectProvider<CaseType> types) {
        this.types = types;
    }

    public List<CaseType> all() {
        return types.orderedStream().toList();
    }

    public Optional<CaseType> find(String kind) {
        return types.stream().filter(type -> type.kind().equals(kind)).findFirst();
    }

    /** @throws IllegalStateException when no stage declares this kind */
    public CaseType of(String kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException("no case type is declared for " + kind));
    }
}
