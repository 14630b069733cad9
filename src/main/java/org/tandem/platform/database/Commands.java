package org.tandem.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.tandem.platform.CannotStart;

/** Runs PostgreSQL's own programs; they refuse to be root, so root runs them in a user namespace of their own. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class Commands {

    private static final List<String> AS_NOBODY = List.of("unshare", "-U");

    private final List<String> prefix;

    static Commands forThisUser() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Commands(List.of());
        }
        Commands asNobody = new Commands(AS_NOBODY);
        if (asNobody.run(List.of("true")).failed()) {
            throw new CannotStart(
                    "PostgreSQL refuses to run as root, and user namespaces are not available here.",
                    "Start Tandem as another user, or give it a PostgreSQL server with spring.datasource.url.");
        }
        return asNobody;
    }

    Outcome run(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        try {
            Process process =
                    new ProcessBuilder(whole).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Outcome(-1, said);
            }
            return new Outcome(process.exitValue(), said);
        } catch (IOException failure) {
            return new Outcome(-1, String.valueOf(failure.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        }
    }

    record Outcome(int status, String said) {

        boolean failed() {
            return status != 0;
        }
    }
}
