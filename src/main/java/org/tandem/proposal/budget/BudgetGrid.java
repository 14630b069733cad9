package org.tandem.proposal.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A budget as a page shows it, in the reader's language: the years of one source or of all, and whatever was typed instead. */
final class BudgetGrid {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ReadBudget.Seen seen;
    private final @Nullable BudgetField source;
    private final Map<String, String> typed;
    private final Locale locale;
    private final SortedMap<String, BigDecimal> shares;

    /** @param typed by the name of a place: what its writer typed and is not stored yet */
    BudgetGrid(ReadBudget.Seen seen, @Nullable BudgetField source, Map<String, String> typed, Locale locale) {
        this.seen = seen;
        this.source = source;
        this.typed = typed;
        this.locale = locale;
        this.shares = seen.sums().shares(BudgetField.REQUESTED);
    }

    public List<Integer> years() {
        return IntStream.rangeClosed(1, seen.years()).boxed().toList();
    }

    /**
     * @param organisation empty for all
     * @param ofSource empty for all
     */
    public String sum(String organisation, int category, int year, String ofSource) {
        return shown(seen.sums()
                .of(
                        organisation.isEmpty() ? null : organisation,
                        category,
                        year,
                        ofSource.isEmpty() ? null : BudgetField.valueOf(ofSource)));
    }

    /** In per cent of what is asked from the fund; of all organisations 100, or nothing where nothing is asked. */
    public String share(String organisation) {
        BigDecimal share = organisation.isEmpty()
                ? shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                : shares.getOrDefault(organisation, BigDecimal.ZERO);
        return shown(share);
    }

    /** Name of the field of an amount. */
    public String name(String organisation, int category, int year) {
        return new BudgetPlace(organisation, category, year, source == null ? BudgetField.OWN : source).name();
    }

    public String nameOf(String organisation, int category, String field) {
        return new BudgetPlace(organisation, category, 0, BudgetField.valueOf(field)).name();
    }

    /** What the field of this name shows. */
    public String value(String name) {
        String instead = typed.get(name);
        BudgetPlace place = BudgetPlace.named(name).orElseThrow();
        String stored = seen.budget().at(place);
        if (instead != null || stored == null) {
            return instead == null ? "" : instead;
        }
        return shown(place, stored);
    }

    /** Whether the amounts of this category are typed, and not computed. */
    public boolean isTyped(int category) {
        return source != null && (category != BudgetPlace.INDIRECT || source != BudgetField.REQUESTED);
    }

    /** What is missing to the total an organisation has fixed, or null. */
    public @Nullable String missing(String organisation) {
        BigDecimal fixed = seen.budget().of(organisation, BudgetField.FIXED_TOTAL);
        BigDecimal asked = seen.sums().of(organisation, BudgetSums.ALL, 0, BudgetField.REQUESTED);
        return fixed == null || fixed.compareTo(asked) == 0 ? null : shown(fixed.subtract(asked));
    }

    /** Direct costs with which an organisation would come to the total it has fixed. */
    public String directFor(String organisation) {
        BigDecimal fixed = Objects.requireNonNull(seen.budget().of(organisation, BudgetField.FIXED_TOTAL));
        BigDecimal rate = seen.budget().of(organisation, BudgetField.RATE);
        BigDecimal withIndirect = HUNDRED.add(rate == null ? seen.rules().rateToUse() : rate);
        return shown(fixed.multiply(HUNDRED).divide(withIndirect, 2, RoundingMode.HALF_UP));
    }

    public String shown(BigDecimal amount) {
        return BudgetInput.shown(amount.setScale(2, RoundingMode.HALF_UP), locale);
    }

    /** What stands, or would stand, at a place. */
    public String shown(BudgetPlace place, @Nullable String value) {
        return value == null || place.field() == BudgetField.DESCRIPTION
                ? String.valueOf(value == null ? "–" : value)
                : shown(new BigDecimal(value));
    }

    public String percent(BigDecimal rate) {
        return NumberFormat.getInstance(locale).format(rate);
    }
}
