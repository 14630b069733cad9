package org.tandem.bench;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.tandem.cases.CaseId;

/** Tandem: the person is read, the right and the form are checked, everything is recorded in one transaction. */
final class OurSide implements Side {

    private final Cases cases;
    private final CountedStatements statements;

    OurSide(Application application, Cast cast) {
        this.cases = new Cases(application, cast);
        this.statements = application.bean(CountedStatements.class);
    }

    @Override
    public Steps open(Subject subject) {
        CaseId id = cases.nominate(subject);
        Iterator<Supplier<Cases.Step>> steps = List.<Supplier<Cases.Step>>of(
                        () -> cases.agree(id, subject),
                        () -> cases.approve(id, subject, 0),
                        () -> cases.approve(id, subject, 1))
                .iterator();
        return () -> {
            Cases.Step step = steps.next().get();
            return () -> cases.take(step);
        };
    }

    @Override
    public CountedStatements statements() {
        return statements;
    }
}
