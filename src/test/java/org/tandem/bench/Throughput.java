package org.tandem.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tandem.cases.CaseId;

/** How many cases a second, when one, eight or thirty-two people work without a pause. */
final class Throughput implements Part {

    private static final List<Integer> WORKERS = List.of(1, 8, 32);

    private record Case(CaseId id, Subject subject) {}

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public void run(Settings settings, Rows rows) throws Exception {
        Bed bed = Bed.made();
        Cases cases = new Cases(bed.application(), bed.cast());
        level(8, settings.scaled(200, 2), bed, cases, new Rows.Silent());
        BenchDatabases.analyze(Bed.DATABASE);
        for (int workers : WORKERS) {
            level(workers, settings.scaled(workers == 1 ? 150 : 400, 2), bed, cases, rows);
        }
    }

    private static void level(int workers, int number, Bed bed, Cases cases, Rows rows) throws Exception {
        List<Subject> subjects = IntStream.range(0, number)
                .mapToObj(unused -> bed.subjects().next())
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            Phase<Case> started = each(pool, subjects, subject -> new Case(cases.nominate(subject), subject));
            Phase<Case> agreed = each(pool, started.results(), one -> {
                cases.take(cases.agree(one.id(), one.subject()));
                return one;
            });
            Phase<Case> vetted = each(pool, agreed.results(), one -> {
                cases.take(cases.approve(one.id(), one.subject(), 0));
                cases.take(cases.approve(one.id(), one.subject(), 1));
                return one;
            });
            String size = "%d at once, %d cases".formatted(workers, number);
            double all = started.seconds() + agreed.seconds() + vetted.seconds();
            rows.add("throughput: case start", size, number / started.seconds(), "cases per second");
            rows.add("throughput: vetting to selected", size, number / vetted.seconds(), "cases per second");
            rows.add("throughput: end to end", size, number / all, "cases per second");
        } finally {
            pool.shutdown();
        }
    }

    private record Phase<T>(List<T> results, double seconds) {}

    /** Refused or failed work fails the part: a figure with errors in it says nothing. */
    private static <S, T> Phase<T> each(ExecutorService pool, List<S> all, Function<S, T> work) throws Exception {
        long begin = System.nanoTime();
        List<Future<T>> running = new ArrayList<>();
        all.forEach(one -> running.add(pool.submit(() -> work.apply(one))));
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(one.get());
        }
        return new Phase<>(results, (System.nanoTime() - begin) / 1_000_000_000.0);
    }
}
