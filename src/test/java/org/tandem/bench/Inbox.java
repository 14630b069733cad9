package org.tandem.bench;

import java.util.List;

/**
 * First page and count of the inbox, at three numbers of open tasks, for persons in few and in many groups: ours as the page
 * asks it, theirs as one would ask the engine, on the same tasks in the same database through the same pool.
 */
final class Inbox implements Part {

    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
    private static final List<InboxReader> READERS =
            List.of(new InboxReader(1), new InboxReader(5), new InboxReader(40), new InboxReader(400));
    private static final int LEAST = 125;
    private static final int SAMPLE = 25;
    private static final int LOOKS = 5;

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public void run(Settings settings, Rows rows) throws Exception {
        int most = settings.scaled(400, 15);
        try (InboxGround small = new InboxGround("bench_inbox_small");
                InboxGround large = new InboxGround("bench_inbox")) {
            small.growTo(settings.scaled(SIZES.get(0), LEAST), rows);
            large.growTo(settings.scaled(SIZES.get(0), LEAST), rows);
            for (InboxReader reader : READERS) {
                // No line may pay for what Java has yet to compile.
                new SideBySide(most, large.ours(reader), large.theirs(reader)).run();
            }
            for (int size : SIZES) {
                large.growTo(settings.scaled(size, LEAST), rows);
                for (InboxReader reader : READERS) {
                    compare(large, reader, most, rows);
                }
            }
            for (InboxReader reader : READERS) {
                compare(large, reader.in(InventedWorld.countries().get(0)), most, rows);
            }
            for (InboxReader reader : READERS) {
                growth(small, large, reader, most, rows);
            }
            operations(large, rows);
            rows.progress(large.check().completed(SAMPLE) + ", " + large.check().differences());
        }
    }

    private static void compare(InboxGround ground, InboxReader reader, int most, Rows rows) throws Exception {
        long visible = ground.visible(reader);
        if (visible != ground.visibleToTheEngine(reader)) {
            throw new IllegalStateException("the engine does not find the same tasks for " + reader.inWords());
        }
        SideBySide both = new SideBySide(most, ground.ours(reader), ground.theirs(reader));
        both.run();
        add("page and count", reader, "%,d open tasks, %,d visible".formatted(ground.tasks(), visible), both, rows);
    }

    /** Ours on many tasks against ours on few, in turn: whatever else the machine does hits both. */
    private static void growth(InboxGround small, InboxGround large, InboxReader reader, int most, Rows rows)
            throws Exception {
        SideBySide both = new SideBySide(most, large.ours(reader), small.ours(reader));
        both.run();
        add("growth", reader, "%,d open tasks, theirs: %,d".formatted(large.tasks(), small.tasks()), both, rows);
    }

    private static void operations(InboxGround ground, Rows rows) throws Exception {
        Samples overview = new Samples();
        for (int look = 0; look < LOOKS; look++) {
            overview.time(ground.operations());
        }
        rows.add(
                "inbox: operations of an administrator",
                "%,d open tasks".formatted(ground.tasks()),
                overview.medianMillis(),
                null,
                "ms",
                overview.spread());
    }

    private static void add(String what, InboxReader reader, String size, SideBySide both, Rows rows) {
        rows.add(
                "inbox: " + what + ", " + reader.inWords(),
                size,
                both.ours().medianMillis(),
                both.theirs().medianMillis(),
                "ms",
                both.spread());
    }
}
