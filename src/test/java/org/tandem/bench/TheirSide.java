package org.tandem.bench;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The bare engine: told which task is complete, and nothing else. */
final class TheirSide implements Side {

    private final BareEngine engine;
    private int number;

    TheirSide(BareEngine engine) {
        this.engine = engine;
    }

    @Override
    public Steps open(Subject subject) {
        String id = "bare-" + ++number;
        engine.start(id, subject);
        Iterator<Supplier<Samples.Work>> steps = List.<Supplier<Samples.Work>>of(
                        () -> completion(
                                id, "agreeNomination", subject.parties().get(1), Map.of("agreement", "AGREE")),
                        () -> completion(id, "vetCountry", subject.parties().get(0), Map.of("vote", "GIVEN")),
                        () -> completion(id, "vetCountry", subject.parties().get(1), Map.of("vote", "GIVEN")))
                .iterator();
        return () -> steps.next().get();
    }

    private Samples.Work completion(String id, String key, String party, Map<String, Object> facts) {
        String task = engine.task(id, key, party);
        return () -> engine.complete(task, facts);
    }

    @Override
    public CountedStatements statements() {
        return engine.statements();
    }
}
