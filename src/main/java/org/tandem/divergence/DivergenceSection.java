package org.tandem.divergence;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseSection;
import org.tandem.cases.CaseView;
import org.tandem.platform.SignedIn;

/** On a divergence its minute; on any other case what diverges about it, and the way to raise something. */
@Component
@RequiredArgsConstructor
class DivergenceSection implements CaseSection {

    private final ReadDivergence read;
    private final RaiseDivergence raise;

    /** @param minute null on other cases than divergences */
    record Shown(@Nullable DivergenceView minute, List<DivergenceView> divergences, boolean mayRaise) {}

    @Override
    public String name() {
        return DivergenceProcess.KEY;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public @Nullable Object of(CaseView view, SignedIn reader) {
        if (view.kind().equals(DivergenceProcess.KEY)) {
            return new Shown(read.of(view, reader), List.of(), false);
        }
        Shown shown = new Shown(null, read.on(view, reader), raise.couldRaise(view, reader));
        return shown.divergences().isEmpty() && !shown.mayRaise() ? null : shown;
    }
}
