package org.tandem.proposal.budget;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Budgets nobody would write by hand, the same for the same seed. */
final class RandomBudget {

    static final List<String> ORGANISATIONS = List.of("ORG3", "ILO", "UNDP", "UNICEF", "WHO");

    private final Random random;

    RandomBudget(long seed) {
        this.random = new Random(seed);
    }

    Budget next() {
        SortedMap<BudgetPlace, String> values = new TreeMap<>();
        int organisations = 1 + random.nextInt(ORGANISATIONS.size());
        int years = random.nextInt(5) == 0 ? BudgetPlace.MOST_YEARS : 1 + random.nextInt(4);
        for (String organisation : ORGANISATIONS.subList(0, organisations)) {
            BigDecimal rate = BigDecimal.valueOf(random.nextInt(4) == 0 ? random.nextInt(10_001) : 700, 2);
            values.put(new BudgetPlace(organisation, 0, 0, BudgetField.RATE), rate.toPlainString());
            for (int category = 1; category <= BudgetPlace.INDIRECT; category++) {
                if (random.nextInt(4) == 0) {
                    values.put(
                            new BudgetPlace(organisation, category, 0, BudgetField.DESCRIPTION),
                            "Für “" + category + "”; =1+1\nzwei");
                }
                for (int year = 1; year <= years; year++) {
                    for (BudgetField source : BudgetField.SOURCES) {
                        boolean computed = category == BudgetPlace.INDIRECT && source == BudgetField.REQUESTED;
                        if (!computed && random.nextInt(3) > 0) {
                            values.put(new BudgetPlace(organisation, category, year, source), amount());
                        }
                    }
                }
            }
            if (random.nextInt(3) == 0) {
                fix(values, organisation);
            }
        }
        return new Budget(0, values);
    }

    /** Some in whole thousands, some to the cent, some of a few cents, where rounding shows. */
    private String amount() {
        long cents =
                switch (random.nextInt(4)) {
                    case 0 -> 1 + random.nextInt(99);
                    case 1 -> 100_000L * (1 + random.nextInt(900));
                    default -> 1 + random.nextInt(200_000_000);
                };
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /** Sometimes at what it comes to, sometimes a cent beside, sometimes far away. */
    private void fix(SortedMap<BudgetPlace, String> values, String organisation) {
        BigDecimal total = new BudgetSums(new Budget(0, values), BigDecimal.ZERO)
                .of(organisation, BudgetSums.ALL, 0, BudgetField.REQUESTED)
                .add(BigDecimal.valueOf(random.nextInt(3) - 1L, 2))
                .add(BigDecimal.valueOf(random.nextInt(4) == 0 ? 12345 : 0, 2));
        if (total.signum() > 0) {
            values.put(new BudgetPlace(organisation, 0, 0, BudgetField.FIXED_TOTAL), total.toPlainString());
        }
    }
}
