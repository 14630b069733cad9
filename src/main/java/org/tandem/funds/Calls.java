package org.tandem.funds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.search.SearchIndex;

/** The calls of all funds as they stand at this moment. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class Calls {

    private final CallTable table;
    private final Funds funds;
    private final FundDocuments documents;
    private final SearchIndex index;

    public List<Call> all() {
        return table.all();
    }

    public List<Call> of(String fund) {
        return all().stream().filter(call -> call.fund().equals(fund)).toList();
    }

    /** Whether a proposal to this fund can be for it: one of its own, or of the fund it is a window of. */
    public boolean takes(Call call, @Nullable String fund) {
        return fund != null
                && (call.fund().equals(fund)
                        || call.fund().equals(funds.find(fund).map(Fund::parent).orElse(null)));
    }

    /** Those a proposal to this fund can still be for, and the one it is for. */
    public List<Call> open(@Nullable String fund, Instant now, @Nullable String chosen) {
        return Stream.concat(all().stream(), find(chosen).stream())
                .distinct()
                .filter(call -> takes(call, fund))
                .filter(call -> call.id().equals(chosen) || !call.hasEnded(now))
                .toList();
    }

    /** Also finds those that have left the files. */
    public Optional<Call> find(@Nullable String id) {
        return id == null ? Optional.empty() : table.find(id);
    }

    /** Takes it alone for this transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Call> hold(String id) {
        return table.hold(id);
    }

    /** When something happened last, by the ids of calls; those as they were loaded first are not there. */
    public Map<String, Instant> changed() {
        return table.changed();
    }

    /** The latest first. */
    public List<CallEvent> events(String id) {
        return table.events(id);
    }

    /** @return false when there is a call of this code */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean enter(Call call, UUID person, @Nullable String reason) {
        boolean added = table.add(call);
        if (added) {
            noted(Map.of(), call, "ENTERED", person, reason);
        }
        return added;
    }

    /** @param before as it was held */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(Call before, Call now, String kind, UUID person, @Nullable String reason) {
        table.write(now);
        noted(before.terms(), now, kind, person, reason);
    }

    private void noted(Map<String, String> before, Call now, String kind, UUID person, @Nullable String reason) {
        table.note(before, now, kind, person, reason);
        index.put(documents.of(now));
    }
}
