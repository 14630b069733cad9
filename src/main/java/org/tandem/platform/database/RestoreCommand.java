package org.tandem.platform.database;

import java.util.List;

/** Makes a data directory from a backup: {@code java -jar tandem.jar restore FROM [--tandem.data=DIR]}. */
public final class RestoreCommand {

    public static final String WORD = "restore";

    private static final String USAGE = """
            Usage: java -jar tandem.jar restore FROM [--tandem.data=DIR]
            Checks the backup in FROM and makes the data directory DIR (./data unless said) from it, which must be empty or not
            there yet. Then start Tandem on DIR.
            Status: 0 done, 1 refused with a reason, 2 wrong usage.""";

    private RestoreCommand() {}

    public static int run(String... arguments) {
        return BackupOrder.carryOut(
                USAGE, List.of(arguments), order -> new Restore(order.backup(), order.data()).make());
    }
}
