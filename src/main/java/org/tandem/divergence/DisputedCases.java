package org.tandem.divergence;

import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseView;

/** All there is to diverge about. */
@Component
@RequiredArgsConstructor
class DisputedCases {

    /** Asked late: the stages that implement the port ask this module for divergences themselves. */
    private final ObjectProvider<DisputedCase> matters;

    DisputedCase of(CaseView matter, Subject subject) {
        return ofKind(matter)
                .filter(known -> known.subjects().contains(subject))
                .findFirst()
                .orElseThrow(DivergenceRefused::notRaisable);
    }

    List<Subject> raisable(CaseView matter) {
        return ofKind(matter)
                .flatMap(known -> known.raisable(matter).stream())
                .sorted()
                .toList();
    }

    private Stream<DisputedCase> ofKind(CaseView matter) {
        return matters.stream().filter(known -> known.kind().equals(matter.kind()));
    }
}
