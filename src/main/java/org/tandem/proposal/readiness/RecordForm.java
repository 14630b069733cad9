package org.tandem.proposal.readiness;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.proposal.FreezeProposal;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;

/** A form that puts a record in the place of an earlier one: it carries which one it was begun on, so that none goes unseen. */
interface RecordForm extends StartForm {

    String SEEN = "seen";

    @Override
    default Set<String> carried() {
        return Set.of(SEEN);
    }

    @Override
    default Set<String> alsoTaken() {
        return Set.of(SEEN);
    }

    /** Says which record somebody has seen; nothing for none. */
    static String mark(Optional<?> recorded) {
        return recorded.map(now -> FreezeProposal.fingerprint(now.toString())).orElse("");
    }

    static String shown(@Nullable String value) {
        return value == null ? "–" : value;
    }

    /** @throws Refused with what is recorded now when the form was begun on something else */
    static <T> void requireSeen(Start start, Optional<T> now, Function<T, Message> words) {
        if (!start.typed(SEEN).orElse("").equals(mark(now))) {
            Message said = now.map(words).orElse(Message.of("proposal.readiness.meanwhile.NONE"));
            throw Refused.conflict(said.key(), said.args().toArray());
        }
    }
}
