package org.tandem.models;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks any folder of diagrams, decisions and forms: {@code java -jar tandem.jar check [--soundness-only] [--draw OUT] DIR}. */
public final class CheckCommand {

    public static final String WORD = "check";

    private static final int GOOD = 0;
    private static final int BAD = 1;
    private static final int MISUSED = 2;
    private static final String SOUNDNESS_ONLY = "--soundness-only";
    private static final String DRAW = "--draw";
    private static final String USAGE = """
            Usage: java -jar tandem.jar check [--soundness-only] [--draw OUT] DIR
            Looks at every .bpmn, .dmn and .form below DIR; prints a line for each finding and a last line for each process.
              --soundness-only  leaves out the rules of wiring and naming, which are those of Tandem's own models
              --draw OUT        draws each flaw of soundness on its diagram, as a picture (SVG) in the directory OUT
            Status: 0 nothing found, 1 something found, 2 wrong usage.""";

    private CheckCommand() {}

    /** In UTF-8 whatever the terminal says of itself: traces are drawn with arrows. */
    public static int run(String... arguments) {
        return run(
                List.of(arguments),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    static int run(List<String> arguments, PrintStream out) {
        List<String> rest = new ArrayList<>(arguments);
        boolean ours = !rest.remove(SOUNDNESS_ONLY);
        Drawings drawings = Drawings.wanted(valueOf(DRAW, rest));
        if (rest.size() != 1 || rest.get(0).startsWith("-")) {
            out.println(USAGE);
            return MISUSED;
        }
        Path directory = Path.of(rest.get(0));
        if (!Files.isDirectory(directory)) {
            out.println(directory + " is no directory.");
            out.println(USAGE);
            return MISUSED;
        }
        try {
            List<String> lines = new ArrayList<>();
            int findings = new Inspection(Folder.read(directory), ours, drawings).run(lines);
            lines.forEach(out::println);
            return findings == 0 ? GOOD : BAD;
        } catch (IOException e) {
            out.println(directory + " cannot be read: " + e.getMessage());
            return MISUSED;
        } catch (UncheckedIOException e) {
            out.println("A picture cannot be written: " + e.getMessage());
            return MISUSED;
        }
    }

    /** Takes an option and its value out of the arguments; an option without a value stays, and is refused with the rest. */
    private static @Nullable Path valueOf(String option, List<String> arguments) {
        int at = arguments.indexOf(option);
        if (at < 0 || at + 1 == arguments.size()) {
            return null;
        }
        arguments.remove(at);
        return Path.of(arguments.remove(at));
    }
}
