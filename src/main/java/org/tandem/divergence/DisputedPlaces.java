package org.tandem.divergence;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;

/** Where nothing is written until what diverges there is settled (D40). */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class DisputedPlaces {

    private final Divergences divergences;

    /** Places of a case with the open divergence about each. */
    @Transactional(readOnly = true)
    public Map<String, CaseId> of(CaseId matter) {
        return divergences.openOn(matter).stream()
                .filter(open -> open.place() != null)
                .collect(Collectors.toMap(
                        open -> Objects.requireNonNull(open.place()), Divergence::id, (first, second) -> first));
    }
}
