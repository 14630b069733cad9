package org.tandem.divergence;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseText;
import org.tandem.cases.CaseView;

/** By which words a divergence is found: what it is about and what was settled, never what anybody held. */
@Component
class DivergenceText implements CaseText {

    private final Divergences divergences;

    DivergenceText(Divergences divergences) {
        this.divergences = divergences;
    }

    @Override
    public String kind() {
        return DivergenceProcess.KEY;
    }

    @Override
    public List<String> of(CaseView view) {
        return divergences.findById(view.id()).stream()
                .flatMap(divergence -> Stream.of(divergence.summary(), divergence.settledText()))
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
