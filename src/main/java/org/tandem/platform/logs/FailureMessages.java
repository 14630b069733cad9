package org.tandem.platform.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.tandem.platform.DatabaseTrouble;

/**
 * Which messages of exceptions may be logged. Databases, parsers, converters and rule engines quote what they failed on, and
 * what is around them quotes them in turn. So only those speak that are known not to; of all others the log has the class, the
 * place in the program, and facts that hold no value.
 */
final class FailureMessages {

    /** Classes, and packages where they end with a dot, whose messages name machines, files, beans and states only. */
    private static final List<String> SPEAKING = List.of(
            "org.tandem.",
            "org.camunda.bpm.engine.ParseException",
            "org.flywaydb.core.api.exception.",
            "org.springframework.beans.",
            "org.springframework.boot.",
            "org.springframework.context.",
            "org.springframework.transaction.",
            "org.thymeleaf.exceptions.",
            "java.net.",
            "java.nio.",
            "java.util.concurrent.",
            "javax.net.ssl.",
            "java.io.EOFException",
            "java.io.FileNotFoundException",
            "java.io.IOException",
            "java.lang.ArithmeticException",
            "java.lang.ArrayIndexOutOfBoundsException",
            "java.lang.ClassCastException",
            "java.lang.IndexOutOfBoundsException",
            "java.lang.InterruptedException",
            "java.lang.NullPointerException",
            "java.lang.StringIndexOutOfBoundsException",
            "java.lang.UnsupportedOperationException",
            "java.util.ConcurrentModificationException",
            "java.util.NoSuchElementException");

    /** They quote the address that was asked for, or the text that is none. */
    private static final Set<String> QUOTING = Set.of(
            "java.net.URISyntaxException", "java.net.MalformedURLException", "java.nio.file.InvalidPathException");

    /** What somebody of ours threw with words of their own; others put values in. */
    private static final Set<String> SPEAKING_OF_OURS =
            Set.of("java.lang.IllegalStateException", "java.io.UncheckedIOException");

    /** Damage that only PostgreSQL itself tells of, by file and block. */
    private static final Pattern DAMAGE = Pattern.compile("XX00[12]|58030|58P0[12]");

    /** Numbers by which the engine, and Spring's expressions, tell their errors apart. */
    private static final Pattern NUMBER = Pattern.compile("\\A(ENGINE-\\d+|DMN-\\d+|EL\\d+E)");

    private static final String LEFT_OUT = "(message left out)";

    private FailureMessages() {}

    /** The failure, its causes, what was suppressed, and what the driver has chained to it. */
    static Set<Throwable> all(Throwable failure) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(failure, all);
        return all;
    }

    private static void collect(@Nullable Throwable one, Set<Throwable> all) {
        if (one != null && all.add(one)) {
            collect(one.getCause(), all);
            Stream.of(one.getSuppressed()).forEach(suppressed -> collect(suppressed, all));
            if (one instanceof SQLException sql) {
                collect(sql.getNextException(), all);
            }
        }
    }

    /** Those that must not appear anywhere, also not within what others say; long ones first. */
    static List<String> unspeakable(Set<Throwable> failures) {
        return failures.stream()
                .filter(failure -> !speaks(failure))
                .flatMap(failure -> Stream.of(failure.getMessage(), failure.getLocalizedMessage()))
                .filter(message -> message != null && message.strip().length() > 2)
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
    }

    /** The message of one failure, or what can be said in its place. */
    static String of(Throwable failure, List<String> unspeakable) {
        String message = failure.getMessage();
        if (message != null && speaks(failure)) {
            return without(unspeakable, message);
        }
        if (failure instanceof JsonProcessingException unread && unread.getLocation() != null) {
            return "line " + unread.getLocation().getLineNr() + ", column "
                    + unread.getLocation().getColumnNr();
        }
        return failure instanceof SQLException sql ? facts(sql) : number(message);
    }

    static String without(List<String> unspeakable, String text) {
        String rest = text;
        for (String message : unspeakable) {
            rest = rest.replace(message, LEFT_OUT);
        }
        return rest;
    }

    private static boolean speaks(Throwable failure) {
        String name = failure.getClass().getName();
        if (failure instanceof Error) {
            return true;
        }
        if (failure instanceof SQLException sql) {
            return sql.getSQLState() != null
                    && DAMAGE.matcher(sql.getSQLState()).matches();
        }
        if (SPEAKING_OF_OURS.contains(name)) {
            StackTraceElement[] places = failure.getStackTrace();
            return places.length > 0 && places[0].getClassName().startsWith("org.tandem.");
        }
        return !QUOTING.contains(name)
                && SPEAKING.stream()
                        .anyMatch(known -> known.endsWith(".") ? name.startsWith(known) : name.equals(known));
    }

    private static String facts(SQLException failure) {
        List<String> facts = new ArrayList<>();
        facts.add("SQLState " + failure.getSQLState());
        DatabaseTrouble.of(failure).ifPresent(trouble -> facts.add("database " + trouble));
        ServerErrorMessage said = failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        if (said != null) {
            add(facts, "table", said.getTable());
            add(facts, "column", said.getColumn());
            add(facts, "constraint", said.getConstraint());
            add(facts, "routine", said.getRoutine());
        }
        return String.join(", ", facts);
    }

    private static void add(List<String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(name + " " + value);
        }
    }

    private static String number(@Nullable String message) {
        Matcher number = NUMBER.matcher(message == null ? "" : message);
        return number.find() ? number.group() : LEFT_OUT;
    }
}
