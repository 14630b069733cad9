package org.tandem.proposal.budget;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something stands in a budget: an amount by organisation, category and year, a text by organisation and category, rate
 * and fixed total by organisation. What is left out is 0.
 *
 * @param category 1 to 7 direct costs, 8 indirect costs, of which those asked from the fund are computed
 */
record BudgetPlace(String organisation, int category, int year, BudgetField field) implements Comparable<BudgetPlace> {

    static final int INDIRECT = 8;
    static final int MOST_YEARS = 10;

    private static final Pattern NAME = Pattern.compile("(.+)\\.([0-8])\\.([0-9]|10)\\.([A-Z_]+)");
    private static final Comparator<BudgetPlace> ORDER = Comparator.comparing(BudgetPlace::organisation)
            .thenComparing(BudgetPlace::category)
            .thenComparing(BudgetPlace::year)
            .thenComparing(BudgetPlace::field);

    BudgetPlace {
        if (!isThere(category, year, field)) {
            throw BudgetRefused.noPlace(category, year, field);
        }
    }

    static boolean isThere(int category, int year, BudgetField field) {
        boolean categoryFits =
                switch (field) {
                    case REQUESTED -> category >= 1 && category < INDIRECT;
                    case OWN, OTHER, DESCRIPTION -> category >= 1 && category <= INDIRECT;
                    case RATE, FIXED_TOTAL -> category == 0;
                };
        return categoryFits && (field.isSource() ? year >= 1 && year <= MOST_YEARS : year == 0);
    }

    /** The place of this name; empty when there is none. */
    static Optional<BudgetPlace> named(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int category = Integer.parseInt(parts.group(2));
        int year = Integer.parseInt(parts.group(3));
        for (BudgetField field : BudgetField.values()) {
            if (field.name().equals(parts.group(4)) && isThere(category, year, field)) {
                return Optional.of(new BudgetPlace(parts.group(1), category, year, field));
            }
        }
        return Optional.empty();
    }

    /** In forms and in what is said to machines. */
    String name() {
        return organisation + "." + category + "." + year + "." + field;
    }

    @Override
    public int compareTo(BudgetPlace other) {
        return ORDER.compare(this, other);
    }
}
