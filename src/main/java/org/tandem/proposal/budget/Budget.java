package org.tandem.proposal.budget;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A budget as it stands, in US dollars. It says the same whoever wrote it and in which order, because nothing is kept for zero.
 *
 * @param revision counts what was saved
 * @param values amounts with two decimals, and texts
 */
record Budget(long revision, SortedMap<BudgetPlace, String> values) {

    /** Twelve digits with the cents: every figure, sums included, is exact in any spreadsheet. */
    static final BigDecimal MOST = new BigDecimal("9999999999.99");

    Budget {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    @Nullable
    String at(BudgetPlace place) {
        return values.get(place);
    }

    BigDecimal amount(BudgetPlace place) {
        return new BigDecimal(values.getOrDefault(place, "0.00"));
    }

    /** Of an organisation as a whole; null when it has none. */
    @Nullable
    BigDecimal of(String organisation, BudgetField field) {
        String value = at(new BudgetPlace(organisation, 0, 0, field));
        return value == null ? null : new BigDecimal(value);
    }

    /** @param changes null for what is taken out */
    Budget with(Map<BudgetPlace, @Nullable String> changes) {
        SortedMap<BudgetPlace, String> after = new TreeMap<>(values);
        changes.forEach((place, value) -> {
            if (value == null) {
                after.remove(place);
            } else {
                after.put(place, value);
            }
        });
        return new Budget(revision, after);
    }

    /** Those with any amount or text. */
    SortedSet<String> organisations() {
        return values.keySet().stream()
                .filter(place -> place.category() > 0)
                .map(BudgetPlace::organisation)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    int lastYear() {
        return values.keySet().stream().mapToInt(BudgetPlace::year).max().orElse(0);
    }
}
