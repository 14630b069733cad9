package org.tandem.platform.database;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tandem.platform.CannotStart;

/**
 * What was typed after {@code backup} or {@code restore}.
 *
 * @param backup directory of the backup
 * @param data directory of the running Tandem, or of the one to be
 */
record BackupOrder(Path backup, Path data) {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;
    private static final String DATA = "--tandem.data=";

    /** @return the exit status: 0 done, 1 refused with a reason, 2 wrong usage */
    static int carryOut(String usage, List<String> typed, Function<BackupOrder, String> work) {
        // In UTF-8 whatever the terminal says of itself.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        List<String> rest = new ArrayList<>(typed);
        String data = rest.stream()
                .filter(word -> word.startsWith(DATA))
                .map(word -> word.substring(DATA.length()))
                .findFirst()
                .orElseGet(() -> System.getenv().getOrDefault("TANDEM_DATA", "./data"));
        rest.removeIf(word -> word.startsWith(DATA));
        if (rest.size() != 1 || rest.get(0).startsWith("-") || rest.get(0).isBlank()) {
            out.println(usage);
            return MISUSED;
        }
        try {
            out.println(work.apply(new BackupOrder(
                    Path.of(rest.get(0)).toAbsolutePath().normalize(),
                    Path.of(data).toAbsolutePath().normalize())));
            return DONE;
        } catch (CannotStart refused) {
            out.println(refused.getMessage());
            out.println(refused.whatToDo());
            return REFUSED;
        }
    }
}
