package org.tandem.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.tandem.platform.DatabaseTrouble;
import org.tandem.platform.Refused;
import org.tandem.platform.edge.ClientRefused;

/** From exception to {@link Problem}: which status, and which sentence for the reader. */
public final class Problems {

    private static final String DUPLICATE = "23505";
    /** PostgreSQL keeps no NUL character, and no half of a surrogate pair. */
    private static final List<String> UNSTORABLE = List.of("22021", "22P05");

    private Problems() {}

    static Problem of(Throwable thrown) {
        if (thrown instanceof Refused refused) {
            return new Problem(
                    statusOf(refused.kind()),
                    refused.words(),
                    refused.field(),
                    refused.details().stream().map(Problems::item).toList(),
                    refused.members());
        }
        if (thrown instanceof UnfitBody unfit) {
            return unfit.problem();
        }
        return ofClient(thrown)
                .or(() -> DatabaseTrouble.of(thrown).map(Problems::of))
                .or(() -> ofText(thrown))
                .or(() -> ofData(thrown))
                .or(() -> ofRequest(thrown))
                .or(() -> ofStatus(thrown))
                .or(() -> nested(thrown))
                .orElseGet(() -> new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "platform.problem.500"));
    }

    /** What the client did, however deep it lies below what the reading of its body led to. */
    static Problem of(ClientRefused client) {
        return switch (client.reason()) {
            case TOO_LARGE -> of(HttpStatus.PAYLOAD_TOO_LARGE);
            case TOO_SLOW -> of(HttpStatus.REQUEST_TIMEOUT);
            case TOO_MANY_WAIT -> new Problem(HttpStatus.SERVICE_UNAVAILABLE, "platform.problem.crowded");
        };
    }

    static Problem of(DatabaseTrouble trouble) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                switch (trouble) {
                    case AWAY -> "platform.problem.503";
                    case BUSY -> "platform.problem.busy";
                    case FULL -> "platform.problem.full";
                });
    }

    static Problem of(HttpStatus status) {
        return new Problem(status, sentenceOf(status));
    }

    private static Optional<Problem> ofClient(Throwable thrown) {
        return ExceptionUtils.getThrowableList(thrown).stream()
                .filter(ClientRefused.class::isInstance)
                .findFirst()
                .map(client -> of((ClientRefused) client));
    }

    public static HttpStatus statusOf(Refused.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /** Whoever found that a text cannot be kept, the engine among them. */
    private static Optional<Problem> ofText(Throwable thrown) {
        return ExceptionUtils.getThrowableList(thrown).stream()
                        .filter(SQLException.class::isInstance)
                        .anyMatch(cause -> UNSTORABLE.contains(String.valueOf(((SQLException) cause).getSQLState())))
                ? Optional.of(new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "platform.problem.unstorable"))
                : Optional.empty();
    }

    private static Optional<Problem> ofData(Throwable thrown) {
        if (thrown instanceof ConcurrencyFailureException || thrown instanceof OptimisticLockingException) {
            return Optional.of(new Problem(HttpStatus.CONFLICT, "platform.problem.savedFirst"));
        }
        if (thrown instanceof CannotCreateTransactionException
                || thrown instanceof DataAccessResourceFailureException
                || thrown instanceof QueryTimeoutException) {
            return Optional.of(new Problem(HttpStatus.SERVICE_UNAVAILABLE, "platform.problem.503"));
        }
        if (thrown instanceof DataIntegrityViolationException) {
            String state = ExceptionUtils.getThrowableList(thrown).stream()
                    .filter(SQLException.class::isInstance)
                    .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                    .findFirst()
                    .orElse("");
            if (state.equals(DUPLICATE)) {
                return Optional.of(new Problem(HttpStatus.CONFLICT, "platform.problem.alreadyThere"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> ofRequest(Throwable thrown) {
        if (thrown instanceof FewAtOnce.Busy) {
            return Optional.of(new Problem(HttpStatus.SERVICE_UNAVAILABLE, "platform.problem.busyWithFiles"));
        }
        if (thrown instanceof MethodArgumentTypeMismatchException mismatch) {
            return Optional.of(
                    mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                            ? of(HttpStatus.NOT_FOUND)
                            : new Problem(HttpStatus.BAD_REQUEST, "platform.problem.wrongType", mismatch.getName())
                                    .at(mismatch.getName()));
        }
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return Optional.of(missing(missing.getParameterName()));
        }
        if (thrown instanceof MissingServletRequestPartException missing) {
            return Optional.of(missing(missing.getRequestPartName()));
        }
        if (thrown instanceof HttpMessageNotReadableException unreadable) {
            return Optional.of(ofBody(unreadable));
        }
        if (thrown instanceof BindingResult wrong) {
            return Optional.of(
                    invalid(wrong.getFieldErrors().stream().map(Problems::item).toList()));
        }
        if (thrown instanceof HandlerMethodValidationException wrong) {
            return Optional.of(invalid(wrong.getParameterValidationResults().stream()
                    .flatMap(result -> result.getResolvableErrors().stream()
                            .map(error -> new Problem.Item(
                                    String.valueOf(result.getMethodParameter().getParameterName()),
                                    "platform.problem.invalid",
                                    error.getDefaultMessage())))
                    .toList()));
        }
        return Optional.empty();
    }

    private static Optional<Problem> ofStatus(Throwable thrown) {
        if (thrown instanceof ErrorResponse response) {
            return Optional.ofNullable(
                            HttpStatus.resolve(response.getStatusCode().value()))
                    .map(Problems::of);
        }
        boolean unreadable = thrown instanceof MultipartException || thrown instanceof RequestRejectedException;
        return unreadable ? Optional.of(of(HttpStatus.BAD_REQUEST)) : Optional.empty();
    }

    /** What delegates throw reaches us wrapped by the engine; the refusal inside is what counts. */
    private static Optional<Problem> nested(Throwable thrown) {
        return ExceptionUtils.getThrowableList(thrown).stream()
                .skip(1)
                .filter(cause -> cause instanceof Refused
                        || cause instanceof RequestRejectedException
                        || cause instanceof OptimisticLockingException
                        || cause instanceof ConcurrencyFailureException)
                .findFirst()
                .map(Problems::of);
    }

    private static Problem ofBody(HttpMessageNotReadableException unreadable) {
        int beyond = ExceptionUtils.indexOfType(unreadable, StreamConstraintsException.class);
        if (beyond >= 0) {
            return ofLimit((JsonProcessingException) ExceptionUtils.getThrowables(unreadable)[beyond]);
        }
        if (unreadable.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String path = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .collect(Collectors.joining("."))
                    .replace(".[", "[");
            if (mapping instanceof JsonBodies.Unstorable) {
                return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "platform.problem.unstorableAt", path).at(path);
            }
            String key = mapping instanceof UnrecognizedPropertyException
                    ? "platform.problem.unknownProperty"
                    : "platform.problem.wrongType";
            return new Problem(HttpStatus.BAD_REQUEST, key, path).at(path);
        }
        if (unreadable.getCause() instanceof JsonProcessingException malformed && malformed.getLocation() != null) {
            return new Problem(
                    HttpStatus.BAD_REQUEST,
                    "platform.problem.malformed",
                    malformed.getLocation().getLineNr(),
                    malformed.getLocation().getColumnNr());
        }
        return new Problem(HttpStatus.BAD_REQUEST, "platform.problem.noBody");
    }

    private static Problem ofLimit(JsonProcessingException beyond) {
        return new Problem(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "platform.problem.beyondLimit",
                beyond.getLocation() == null ? 1 : beyond.getLocation().getLineNr(),
                beyond.getLocation() == null ? 1 : beyond.getLocation().getColumnNr(),
                JsonBodies.LONGEST / 1000,
                JsonBodies.MOST_VALUES,
                JsonBodies.DEEPEST,
                JsonBodies.MOST_DIGITS);
    }

    private static Problem missing(String name) {
        return new Problem(HttpStatus.BAD_REQUEST, "platform.problem.missing", name).at(name);
    }

    private static Problem invalid(List<Problem.Item> items) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "platform.problem.422")
                .at(items.isEmpty() ? null : items.get(0).field())
                .with(items);
    }

    private static Problem.Item item(Refused.Detail detail) {
        return new Problem.Item(
                detail.field(),
                detail.words().key(),
                null,
                detail.words().args().toArray());
    }

    private static Problem.Item item(FieldError error) {
        return error.isBindingFailure()
                ? new Problem.Item(error.getField(), "platform.problem.wrongType", null, error.getField())
                : new Problem.Item(error.getField(), "platform.problem.invalid", error.getDefaultMessage());
    }

    private static String sentenceOf(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, CONFLICT ->
                "platform.problem." + status.value();
            case REQUEST_TIMEOUT, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, UNPROCESSABLE_ENTITY, TOO_MANY_REQUESTS ->
                "platform.problem." + status.value();
            case SERVICE_UNAVAILABLE -> "platform.problem.503";
            default -> "platform.problem." + Answers.textOf(status);
        };
    }
}
