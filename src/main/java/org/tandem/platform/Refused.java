package org.tandem.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.Getter;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/**
 * The rules say no. Carries a sentence for the reader as a message key with arguments, and the field it concerns.
 *
 * <p>Arguments that are a {@link Message} themselves are translated before they are put into the sentence.
 */
@Getter
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of no it is; decides the HTTP status at the edge. */
    public enum Kind {
        /** What was sent does not fit (422). */
        INVALID,
        /** Somebody was faster, or the state has moved on (409). */
        CONFLICT,
        /** Readable, but not yours to do (403). */
        FORBIDDEN,
        /** Not there, or not for you to know (404). */
        NOT_FOUND,
        /** Larger than the limit (413). */
        TOO_LARGE,
        /** Somebody else is at it, and it is not known how long; the same may work in a moment (503). */
        BUSY
    }

    private final Kind kind;
    private final transient Message words;

    /** The form field the refusal is about, if it is about one. */
    private final @Nullable String field;

    /** What machines are told beyond the sentence, by its name (RFC 9457). */
    private transient Map<String, Object> members = Map.of();

    public Refused(Kind kind, String messageKey, Object... args) {
        this(kind, null, messageKey, args);
    }

    /** @param field null when it is about none; never left out, or the message key would be taken for it */
    protected Refused(Kind kind, @Nullable String field, String messageKey, Object... args) {
        super(messageKey);
        this.kind = kind;
        this.words = new Message(messageKey, List.of(args));
        this.field = field;
    }

    /** The refusal in what was thrown: the engine wraps what a stage refuses while a process goes on. */
    public static Optional<Refused> in(Throwable thrown) {
        return ExceptionUtils.getThrowableList(thrown).stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .findFirst();
    }

    public static Refused invalid(String field, String messageKey, Object... args) {
        return new Refused(Kind.INVALID, field, messageKey, args);
    }

    public static Refused conflict(String messageKey, Object... args) {
        return new Refused(Kind.CONFLICT, messageKey, args);
    }

    public static Refused forbidden(String messageKey, Object... args) {
        return new Refused(Kind.FORBIDDEN, messageKey, args);
    }

    public static Refused notFound(String messageKey, Object... args) {
        return new Refused(Kind.NOT_FOUND, messageKey, args);
    }

    /** The same about a field of the form. */
    public Refused about(String name) {
        return new Refused(kind, name, words.key(), words.args().toArray());
    }

    /** Tells machines this as well. */
    public Refused telling(Map<String, Object> more) {
        members = Map.copyOf(more);
        return this;
    }

    /** What is wrong with one of several fields. */
    public record Detail(String field, Message words) {}

    /** All that is to be said, sentence by sentence. */
    public List<Message> sentences() {
        return details().isEmpty()
                ? List.of(words)
                : details().stream().map(Detail::words).toList();
    }

    /** Everything that is wrong, field by field, when a whole form was looked at; otherwise empty. */
    public List<Detail> details() {
        return List.of();
    }
}
