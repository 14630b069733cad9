package org.tandem.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs the parts one after the other, prints the table and writes it. Ends with 1 when a part could not be measured. */
public final class Bench {

    static final List<Part> PARTS = List.of(
            new Inbox(),
            new Completion(),
            new Throughput(),
            new Growth(),
            new Start(),
            new Load(),
            new Drafting(),
            new Calling());

    private Bench() {}

    public static void main(String[] args) throws IOException {
        System.exit(run(Settings.fromProperties(), PARTS).isEmpty() ? 0 : 1);
    }

    /** @return names of the parts that failed */
    static List<String> run(Settings settings, List<Part> parts) throws IOException {
        settings.parts().forEach(name -> known(name, parts));
        Rows rows = new Rows();
        List<String> failed = new ArrayList<>();
        try {
            for (Part part : parts) {
                if (settings.wants(part) && !measured(part, settings, rows)) {
                    failed.add(part.name());
                }
            }
            write(settings, rows);
        } finally {
            Bed.rest();
            BenchDatabases.stop();
        }
        return failed;
    }

    /** One part that breaks must not cost the others of half an hour. */
    private static boolean measured(Part part, Settings settings, Rows rows) {
        long begin = System.nanoTime();
        rows.progress(part.name() + " …");
        try {
            int before = rows.all().size();
            part.run(settings, rows);
            publish(part, settings, rows.all().subList(before, rows.all().size()));
            rows.progress("%s took %d s".formatted(part.name(), (System.nanoTime() - begin) / 1_000_000_000));
            return true;
        } catch (Exception | LinkageError | AssertionError failure) {
            rows.progress(part.name() + " failed: " + failure);
            failure.printStackTrace();
            return false;
        }
    }

    /** At once: what was measured is kept whatever becomes of the next part. */
    private static void publish(Part part, Settings settings, List<Row> rows) throws IOException {
        if (settings.isFull()) {
            Report.publish(part.name(), text(rows), settings.page());
        }
    }

    private static void write(Settings settings, Rows rows) throws IOException {
        System.out.println(text(rows.all()));
        Report.csv(rows.all(), settings.results().resolve("results.csv"));
        if (!settings.isFull()) {
            System.out.println(settings.page() + " stays as it is: only what is measured at full scale is published.");
        }
    }

    private static String text(List<Row> rows) {
        return "\n" + Machine.describe(BenchDatabases.version()) + "\n\n" + Report.table(rows) + "\n";
    }

    private static void known(String name, List<Part> parts) {
        if (parts.stream().noneMatch(part -> part.name().equals(name))) {
            throw new IllegalArgumentException("There is no part " + name + ", only "
                    + String.join(", ", parts.stream().map(Part::name).toList()));
        }
    }
}
