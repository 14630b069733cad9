package org.tandem.proposal.budget;

import static java.math.RoundingMode.HALF_UP;
import static org.tandem.proposal.budget.BudgetPlace.INDIRECT;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every figure of a budget that nobody typed: indirect costs (D36), sums and shares. All come from the same cells, so they
 * always agree.
 */
final class BudgetSums {

    /** In the place of a category: all of them, or the direct costs. */
    static final int ALL = 0;

    static final int DIRECT = 9;

    private static final BigDecimal NONE = new BigDecimal("0.00");
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<Key, BigDecimal> sums = new HashMap<>();
    private final TreeSet<String> organisations = new TreeSet<>();
    private final TreeSet<Integer> years = new TreeSet<>();

    private record Key(
            @Nullable String organisation,
            int category,
            int year,
            @Nullable BudgetField source) {}

    /** @param usualRate of organisations that have none of their own */
    BudgetSums(Budget budget, BigDecimal usualRate) {
        budget.values().forEach((place, value) -> {
            if (place.field().isSource()) {
                add(place.organisation(), place.category(), place.year(), place.field(), new BigDecimal(value));
            }
        });
        for (String organisation : organisations) {
            BigDecimal own = budget.of(organisation, BudgetField.RATE);
            indirect(organisation, own == null ? usualRate : own, budget.of(organisation, BudgetField.FIXED_TOTAL));
        }
    }

    /** Once a year on all direct costs together. Where the total is fixed, category 8 takes the last cent of a year. */
    private void indirect(String organisation, BigDecimal rate, @Nullable BigDecimal fixedTotal) {
        SortedMap<Integer, BigDecimal> ofYear = new TreeMap<>();
        for (int year : years) {
            BigDecimal direct = of(organisation, DIRECT, year, BudgetField.REQUESTED);
            if (direct.signum() > 0) {
                ofYear.put(year, indirect(direct, rate));
            }
        }
        BigDecimal computed = ofYear.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal missing = fixedTotal == null
                ? BigDecimal.ZERO
                : fixedTotal
                        .subtract(of(organisation, DIRECT, 0, BudgetField.REQUESTED))
                        .subtract(computed);
        if (missing.abs().compareTo(CENT.multiply(BigDecimal.valueOf(ofYear.size()))) <= 0) {
            for (int year : List.copyOf(new TreeMap<>(ofYear).descendingKeySet())) {
                BigDecimal cent = CENT.multiply(BigDecimal.valueOf(missing.signum()));
                if (ofYear.merge(year, cent, BigDecimal::add).signum() < 0) {
                    ofYear.put(year, NONE);
                } else {
                    missing = missing.subtract(cent);
                }
            }
        }
        ofYear.forEach((year, amount) -> add(organisation, INDIRECT, year, BudgetField.REQUESTED, amount));
    }

    static BigDecimal indirect(BigDecimal direct, BigDecimal rate) {
        return direct.multiply(rate).divide(HUNDRED, 2, HALF_UP);
    }

    private void add(String organisation, int category, int year, BudgetField source, BigDecimal amount) {
        organisations.add(organisation);
        years.add(year);
        for (int group : new int[] {category, category == INDIRECT ? -1 : DIRECT, ALL}) {
            for (int span : new int[] {year, 0}) {
                for (String whose : new String[] {organisation, null}) {
                    sums.merge(new Key(whose, group, span, source), amount, BigDecimal::add);
                    sums.merge(new Key(whose, group, span, null), amount, BigDecimal::add);
                }
            }
        }
    }

    /**
     * @param organisation null for all
     * @param category 1 to 8, {@link #DIRECT} or {@link #ALL}
     * @param year 0 for all
     * @param source null for all
     */
    BigDecimal of(@Nullable String organisation, int category, int year, @Nullable BudgetField source) {
        return sums.getOrDefault(new Key(organisation, category, year, source), NONE);
    }

    /** What all organisations ask from the fund. */
    public BigDecimal requested() {
        return of(null, ALL, 0, BudgetField.REQUESTED);
    }

    /**
     * Shares of the organisations in per cent, with two decimals, which add up to exactly 100: the largest remainders are
     * rounded up, the first organisation before the next. Empty when there is nothing to share.
     */
    SortedMap<String, BigDecimal> shares(@Nullable BudgetField source) {
        BigDecimal whole = of(null, ALL, 0, source);
        SortedMap<String, BigDecimal> shares = new TreeMap<>();
        if (whole.signum() == 0) {
            return shares;
        }
        Map<String, BigDecimal> remainders = new HashMap<>();
        BigDecimal left = HUNDRED;
        for (String organisation : organisations) {
            BigDecimal[] parts =
                    of(organisation, ALL, 0, source).multiply(HUNDRED).divideAndRemainder(whole.multiply(CENT));
            BigDecimal share = parts[0].multiply(CENT).setScale(2);
            shares.put(organisation, share);
            remainders.put(organisation, parts[1]);
            left = left.subtract(share);
        }
        long cents = left.movePointRight(2).longValueExact();
        organisations.stream()
                .sorted((one, other) -> remainders.get(other).compareTo(remainders.get(one)))
                .limit(cents)
                .forEach(organisation -> shares.merge(organisation, CENT, BigDecimal::add));
        return shares;
    }
}
