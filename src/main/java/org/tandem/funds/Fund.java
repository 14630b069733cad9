package org.tandem.funds;

import static org.tandem.funds.Call.CEILING;
import static org.tandem.funds.Call.CLOSES;
import static org.tandem.funds.Call.NAME;
import static org.tandem.funds.Call.OPENS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.With;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.reference.ReferenceRows.Lasting;

/**
 * A fund, or a kind of money, that joint proposals go to. Texts are English, as in the data.
 *
 * @param code key everywhere, such as COV00 (D18)
 * @param aliases what frameworks call it, such as COVID19-MPTF
 * @param parent code of the fund it is a window of
 * @param details everything else that is known, as it stands in the data
 */
public record Fund(
        String code,
        List<String> aliases,
        String name,
        String shortName,
        @Nullable String parent,
        String status,
        @Nullable String administrativeAgent,
        Fees fees,
        List<Window> windows,
        List<Call> calls,
        Map<String, Object> details,
        List<String> sources,
        @With boolean retired)
        implements Lasting<Fund> {

    /** In per cent; none when not known. */
    public record Fees(
            @Nullable Double administrativeAgent, @Nullable Double indirect, Verification verification) {}

    public record Window(String id, String label) {}

    /**
     * What the file says about a call; dates are as precise as they are known, in words. What holds is in {@link Calls}.
     *
     * @param ceiling per proposal, programme or country, in US dollars
     */
    public record Call(
            String id,
            @Nullable String name,
            @Nullable String opened,
            @Nullable String deadline,
            @Nullable Long ceiling,
            Verification verification,
            Map<String, Object> details) {

        /** By the fields of a call as it stands. Countries of a past call are those that won, not those it was open to. */
        Map<String, String> terms() {
            Map<String, String> terms = new LinkedHashMap<>();
            put(terms, NAME, name);
            put(terms, OPENS, opened);
            put(terms, CLOSES, deadline);
            put(terms, CEILING, ceiling);
            return terms;
        }

        private static void put(Map<String, String> terms, String field, @Nullable Object value) {
            if (value != null) {
                terms.put(field, value.toString());
            }
        }
    }

    public Optional<Call> call(String id) {
        return calls.stream().filter(call -> call.id().equals(id)).findFirst();
    }

    /** Takes no proposals any more. */
    public boolean closed() {
        return status.startsWith("closed");
    }
}
