package org.tandem.platform.database;

import java.time.Clock;
import java.util.List;

/** Backs up the embedded database of a Tandem that runs: {@code java -jar tandem.jar backup TO [--tandem.data=DIR]}. */
public final class BackupCommand {

    public static final String WORD = "backup";

    private static final String USAGE = """
            Usage: java -jar tandem.jar backup TO [--tandem.data=DIR]
            Copies the embedded database of the Tandem that runs on DIR (./data unless said) into TO, a directory that is empty or
            not there yet. Tandem goes on working meanwhile; everything acknowledged before the backup began is in it.
            Status: 0 done, 1 refused with a reason, 2 wrong usage.""";

    private BackupCommand() {}

    public static int run(String... arguments) {
        return BackupOrder.carryOut(
                USAGE, List.of(arguments), order -> new Backup(order.data(), order.backup(), Clock.systemUTC()).take());
    }
}
