package org.tandem.bench;

/** Whether a completion costs more when many cases have been finished before: a small and a large history in turn. */
final class Growth implements Part {

    private static final String LARGE = "bench_large";
    private static final int FEW = 1_000;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public void run(Settings settings, Rows rows) throws Exception {
        int few = settings.scaled(FEW, 3);
        int many = settings.scaled(200 * FEW, 6);
        Bed bed = Bed.made();
        int finished = finish(bed, few);
        rows.progress("%,d finished cases; now %,d …".formatted(finished, many));
        bed.copyTo(LARGE);
        try {
            BenchDatabases.analyze(Bed.DATABASE);
            FinishedCases.multiply(LARGE, Math.max(1, many / finished - 1), rows);
            try (Application large = Application.start(LARGE)) {
                Multiplied.mustBeWhole(large);
                compare(bed.application(), large, settings, rows);
            }
        } finally {
            BenchDatabases.drop(LARGE);
        }
    }

    private static int finish(Bed bed, int atLeast) {
        Cases cases = new Cases(bed.application(), bed.cast());
        while (finished(bed.application()) < atLeast) {
            cases.select(bed.subjects().next());
        }
        return (int) finished(bed.application());
    }

    private static long finished(Application application) {
        return application
                .jdbc()
                .sql("select count(*) from tandem.case_file where kind = 'selection'")
                .query(Long.class)
                .single();
    }

    private static void compare(Application small, Application large, Settings settings, Rows rows) throws Exception {
        Desk few = new Desk(small);
        Desk many = new Desk(large);
        inTurn(few, many, settings.scaled(120, 1));
        few.times = new CompletionTimes();
        many.times = new CompletionTimes();
        inTurn(few, many, settings.scaled(250, 2));
        String size = "%,d finished cases, theirs: %,d".formatted(finished(large), finished(small));
        CompletionTimes.tell("growth", many.times, few.times, size, rows);
    }

    private static void inTurn(Desk few, Desk many, int cases) throws Exception {
        for (int number = 0; number < cases; number++) {
            Desk first = number % 2 == 0 ? few : many;
            first.one();
            (first == few ? many : few).one();
        }
    }

    private static final class Desk {

        private final Side side;
        private final Subjects subjects;
        private CompletionTimes times = new CompletionTimes();

        Desk(Application application) {
            Cast cast = new Cast(application);
            this.side = new OurSide(application, cast);
            this.subjects = new Subjects(application, cast).renewing();
        }

        void one() throws Exception {
            times.take(side.open(subjects.next()));
        }
    }
}
