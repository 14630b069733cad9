package org.tandem.funds;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.MessageArgument;

/**
 * A time in which a fund takes proposals, as it stands at this moment.
 *
 * @param id unique over all funds, such as IPS-2025-MGA2
 * @param terms what is known, by field; what is not known is not there
 * @param said the same as the file of the fund has it
 * @param edited what was entered or changed by hand, which a load of the file leaves alone
 * @param verified whether what the file says was read in a source
 * @param ended CLOSED or CANCELLED by hand; null while the dates decide
 */
public record Call(
        String id,
        String fund,
        Map<String, String> terms,
        Map<String, String> said,
        Set<String> edited,
        boolean verified,
        @Nullable CallState ended,
        int version) {

    /** Which fund it is of; edited where somebody entered the call. */
    public static final String FUND = "fund";

    /** Edited where somebody has closed or cancelled it. */
    public static final String ENDED = "ended";

    public static final String NAME = "name";
    public static final String OPENS = "opens";
    public static final String CLOSES = "closes";
    public static final String ZONE = "zone";

    /** Per proposal, programme or country, in US dollars. */
    public static final String CEILING = "ceiling";

    /** ISO codes with blanks between. */
    public static final String COUNTRIES = "countries";

    public static final String ORGANISATIONS = "organisations";
    public static final String TEMPLATE = "template";
    public static final String SIGNATURES = "signatures";

    /** In the order in which they are shown. */
    public static final List<String> FIELDS =
            List.of(NAME, OPENS, CLOSES, ZONE, CEILING, COUNTRIES, ORGANISATIONS, TEMPLATE, SIGNATURES);

    public String name() {
        return terms.getOrDefault(NAME, id);
    }

    /** Its code, and its name where it has one. */
    public String title() {
        return terms.containsKey(NAME) ? id + " " + terms.get(NAME) : id;
    }

    public @Nullable String term(String field) {
        return terms.get(field);
    }

    /** Its closing as the fund gives it, in the time of its zone. */
    public MessageArgument closing() {
        return MessageArgument.of("closing", terms.getOrDefault(CLOSES, "") + " " + terms.getOrDefault(ZONE, ""));
    }

    /** Empty when it is not known to the day. */
    public Optional<Instant> opensAt() {
        return CallTime.begin(term(OPENS), term(ZONE));
    }

    /** The first moment at which it is closed; empty when that is not known to the day. */
    public Optional<Instant> closesAt() {
        return closesAt(term(CLOSES), term(ZONE));
    }

    /** The same of what a call says. */
    public static Optional<Instant> closesAt(@Nullable String closes, @Nullable String zone) {
        return CallTime.end(closes, zone);
    }

    /** @param soon how long before its closing it is said to close soon */
    public CallState state(Instant now, Duration soon) {
        if (hasEnded(now)) {
            return ended == null ? CallState.CLOSED : ended;
        }
        Instant closes = closesAt().orElse(null);
        if (opensAt().filter(now::isBefore).isPresent()) {
            return CallState.PLANNED;
        }
        if (closes == null) {
            return CallState.UNKNOWN;
        }
        return now.isBefore(closes.minus(soon)) ? CallState.OPEN : CallState.CLOSING_SOON;
    }

    public boolean hasEnded(Instant now) {
        return ended != null
                || closesAt().filter(closes -> !now.isBefore(closes)).isPresent();
    }

    public Optional<BigDecimal> ceiling() {
        return Optional.ofNullable(term(CEILING)).map(BigDecimal::new);
    }

    public List<String> countries() {
        return terms.containsKey(COUNTRIES) ? List.of(terms.get(COUNTRIES).split(" ")) : List.of();
    }

    /** Whether a field was read in a source or entered by somebody who answers for it. */
    public boolean isSure(String field) {
        return verified || edited.contains(field);
    }

    /** Where the file says something else than what was entered by hand: what it says. */
    public Map<String, String> differences() {
        return FIELDS.stream()
                .filter(field -> edited.contains(field)
                        && said.containsKey(field)
                        && !said.get(field).equals(term(field)))
                .collect(Collectors.toMap(field -> field, said::get, (one, other) -> one, LinkedHashMap::new));
    }

    /** With what somebody has entered by hand. */
    public Call changed(Map<String, String> entered, @Nullable CallState newEnded) {
        Set<String> touched = new TreeSet<>(edited);
        FIELDS.stream()
                .filter(field -> !Objects.equals(entered.get(field), term(field)))
                .forEach(touched::add);
        if (newEnded != ended) {
            touched.add(ENDED);
        }
        return new Call(id, fund, entered, said, touched, verified, newEnded, version + 1);
    }

    /** With what the file says now; what was edited stays. */
    Call told(String ofFund, Map<String, String> newly, boolean sourced) {
        Map<String, String> merged = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String value = (edited.contains(field) ? terms : newly).get(field);
            if (value != null) {
                merged.put(field, value);
            }
        }
        boolean same = merged.equals(terms);
        return new Call(
                id,
                edited.contains(FUND) ? fund : ofFund,
                merged,
                newly,
                edited,
                sourced,
                ended,
                same ? version : version + 1);
    }
}
