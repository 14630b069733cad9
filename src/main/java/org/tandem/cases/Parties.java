package org.tandem.cases;

import java.util.List;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The parties of a case, asked for by the diagrams as {@code ${parties.of(caseId)}}. */
@Component("parties")
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class Parties {

    private final Cases cases;

    @Transactional(readOnly = true)
    public List<String> of(String caseId) {
        return cases.find(new CaseId(caseId))
                .map(view -> cases.parties(view.framework()))
                .orElseThrow(() -> new CaseRefused.Unknown(caseId));
    }

    @Transactional(readOnly = true)
    public List<String> othersThan(String caseId, String agency) {
        return of(caseId).stream().filter(party -> !party.equals(agency)).toList();
    }
}
