package org.tandem.platform.engine;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why work failed: what kind of trouble it was, and where in the program. The messages of exceptions are left out, because they
 * may hold what people wrote; the log of the node leaves them out, too.
 *
 * @param technical classes of the exceptions, outermost first, each with the first line of our own code it passed
 */
public record FailureCause(Kind kind, List<String> technical) {

    /** Troubles that can be told apart, from what passes by itself to what needs a new build. */
    public enum Kind {
        /** Two changed the same at once, or waited for each other. */
        COLLISION("OptimisticLock|CannotAcquireLock|Deadlock|PessimisticLock|ConcurrencyFailure|CannotSerialize"),
        /** The database did not answer, or had no connection free. */
        DATABASE_AWAY("CannotGetJdbcConnection|SQLTransientConnection|CannotCreateTransaction|DataAccessResource"
                + "|SocketTimeout|ConnectException|QueryTimeout"),
        /** The database refused what was to be written. */
        DATABASE_REFUSED("DataIntegrity|DuplicateKey|ConstraintViolation|BadSqlGrammar"),
        /** A rule of the house said no. */
        RULE("Refused"),
        /** The diagram asks for something this build does not have. */
        DIAGRAM("PropertyNotFound|UnknownProperty|NoSuchBean|MethodNotFound|ELException|ClassDelegation"),
        /** None of these: an error of the program. */
        PROGRAM("");

        private final Pattern classes;

        Kind(String classes) {
            this.classes = Pattern.compile(classes);
        }

        /** For message keys and the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern LINE =
            Pattern.compile("^(?:Caused by: )?([a-z]\\w*+(?:\\.[\\w$]++)++)(?::.*)?$|^\\s+at (org\\.tandem\\.[^\\s]+)");

    static FailureCause of(String stackTrace) {
        List<String> technical = new java.util.ArrayList<>();
        boolean ours = true;
        for (String line : stackTrace.split("\n")) {
            Matcher found = LINE.matcher(line);
            if (!found.find()) {
                continue;
            }
            if (found.group(1) != null) {
                technical.add(found.group(1));
                ours = false;
            } else if (!ours) {
                technical.add("at " + found.group(2));
                ours = true;
            }
        }
        return new FailureCause(kindOf(technical), List.copyOf(technical));
    }

    /** The innermost exception that is known decides: those around it only say where it passed. */
    private static Kind kindOf(List<String> technical) {
        for (int i = technical.size() - 1; i >= 0; i--) {
            for (Kind kind : Kind.values()) {
                if (kind != Kind.PROGRAM
                        && !technical.get(i).startsWith("at ")
                        && kind.classes.matcher(technical.get(i)).find()) {
                    return kind;
                }
            }
        }
        return Kind.PROGRAM;
    }
}
