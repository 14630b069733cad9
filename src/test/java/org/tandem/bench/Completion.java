package org.tandem.bench;

/** Completing the user tasks of a selection: our use case against the bare engine, case by case in turn. */
final class Completion implements Part {

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public void run(Settings settings, Rows rows) throws Exception {
        Bed bed = Bed.made();
        Subjects subjects = bed.subjects();
        String bare = BenchDatabases.fresh("bench_bare");
        try (BareEngine engine = new BareEngine(bare, bed.application())) {
            Side ours = new OurSide(bed.application(), bed.cast());
            Side theirs = new TheirSide(engine);
            inTurn(ours, theirs, subjects, settings.scaled(300, 3));
            BenchDatabases.analyze(Bed.DATABASE);
            BenchDatabases.analyze(bare);
            int cases = settings.scaled(400, 5);
            CompletionTimes[] times = inTurn(ours, theirs, subjects, cases);
            CompletionTimes.tell(name(), times[0], times[1], cases + " cases each", rows);
            CompletionCost.tell(
                    ours,
                    theirs,
                    subjects,
                    settings.scaled(100, 3),
                    bed.application().jdbc(),
                    rows);
        } finally {
            BenchDatabases.drop(bare);
        }
    }

    /** Who goes first changes from case to case: neither side always finds the caches warmed by the other. */
    private static CompletionTimes[] inTurn(Side ours, Side theirs, Subjects subjects, int cases) throws Exception {
        CompletionTimes[] times = {new CompletionTimes(), new CompletionTimes()};
        Side[] sides = {ours, theirs};
        for (int number = 0; number < cases; number++) {
            Subject subject = subjects.next();
            for (int turn = 0; turn < 2; turn++) {
                int side = (number + turn) % 2;
                times[side].take(sides[side].open(subject));
            }
        }
        return times;
    }
}
