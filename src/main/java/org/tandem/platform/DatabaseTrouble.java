package org.tandem.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.springframework.transaction.CannotCreateTransactionException;

/** What is wrong with the database when a failure is not about what somebody asked for. */
public enum DatabaseTrouble {
    /** It does not answer, or has just begun or ended. */
    AWAY,
    /** It answers, but something was locked, or took, longer than it may, or no connection was free. */
    BUSY,
    /** It has no room left to write to. */
    FULL;

    /** @return nothing when the failure has another cause */
    public static Optional<DatabaseTrouble> of(Throwable failure) {
        boolean noneFree = false;
        boolean closed = false;
        for (Throwable cause : ExceptionUtils.getThrowableList(failure)) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                Optional<DatabaseTrouble> trouble = ofState(sql.getSQLState());
                if (trouble.isPresent()) {
                    return trouble;
                }
            }
            noneFree = noneFree || isAboutThePool(cause);
            closed = closed || isClosed(cause);
        }
        if (noneFree) {
            return Optional.of(BUSY);
        }
        return closed || ExceptionUtils.indexOfType(failure, CannotCreateTransactionException.class) >= 0
                ? Optional.of(AWAY)
                : Optional.empty();
    }

    /** The pool has connections, and all are in use; with none at all it cannot make any. */
    private static boolean isAboutThePool(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                && cause.getMessage() != null
                && cause.getMessage().contains("(total=")
                && !cause.getMessage().contains("(total=0,");
    }

    /** The pool has given the connection up in the middle of a transaction, because it broke. */
    private static boolean isClosed(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() == null
                && "Connection is closed".equals(sql.getMessage());
    }

    private static Optional<DatabaseTrouble> ofState(String state) {
        return switch (state) {
            case "53100" -> Optional.of(FULL);
            case "55P03", "57014", "25P03", "25P04", "53200", "53300", "53400" -> Optional.of(BUSY);
            case "57P01", "57P02", "57P03", "57P05" -> Optional.of(AWAY);
            default -> state.startsWith("08") ? Optional.of(AWAY) : Optional.empty();
        };
    }
}
