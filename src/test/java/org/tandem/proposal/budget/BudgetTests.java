package org.tandem.proposal.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.proposal.budget.BudgetPlace.INDIRECT;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.platform.Refused;

/** The arithmetic of budgets, over many that nobody would write by hand. */
class BudgetTests {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    static final long BUDGETS = Double.parseDouble(System.getProperty("tandem.scale", "0.05")) < 1 ? 150 : 3_000;

    private final BudgetPart part = new BudgetPart(null, new ObjectMapper());

    static Stream<Budget> budgets() {
        return LongStream.range(0, BUDGETS).mapToObj(seed -> new RandomBudget(seed).next());
    }

    private static BudgetSums sums(Budget budget) {
        return new BudgetSums(budget, BigDecimal.ZERO);
    }

    private static BigDecimal typed(Budget budget, Predicate<BudgetPlace> which) {
        return budget.values().entrySet().stream()
                .filter(entry -> entry.getKey().field().isSource() && which.test(entry.getKey()))
                .map(entry -> new BigDecimal(entry.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void addsUpInEveryDirection() {
        budgets().forEach(budget -> {
            BudgetSums sums = sums(budget);
            BigDecimal whole = BigDecimal.ZERO;
            for (String organisation : budget.organisations()) {
                for (int year = 1; year <= budget.lastYear(); year++) {
                    for (BudgetField source : BudgetField.SOURCES) {
                        BigDecimal column = BigDecimal.ZERO;
                        for (int category = 1; category <= INDIRECT; category++) {
                            column = column.add(sums.of(organisation, category, year, source));
                        }
                        assertThat(sums.of(organisation, BudgetSums.ALL, year, source))
                                .isEqualByComparingTo(column);
                        whole = whole.add(column);
                    }
                }
                BigDecimal indirect = sums.of(organisation, INDIRECT, 0, null);
                assertThat(sums.of(organisation, BudgetSums.DIRECT, 0, null).add(indirect))
                        .isEqualByComparingTo(sums.of(organisation, BudgetSums.ALL, 0, null));
            }
            assertThat(sums.of(null, BudgetSums.ALL, 0, null)).isEqualByComparingTo(whole);
            BigDecimal computed = sums.of(null, INDIRECT, 0, BudgetField.REQUESTED);
            assertThat(whole.subtract(computed)).isEqualByComparingTo(typed(budget, place -> true));
        });
    }

    @Test
    void computesIndirectCostsOnceAYearAndGivesThemTheLastCent() {
        int[] lastCents = {0};
        budgets().forEach(budget -> {
            BudgetSums sums = sums(budget);
            budget.organisations().forEach(organisation -> {
                BigDecimal rate = budget.of(organisation, BudgetField.RATE);
                BigDecimal fixed = budget.of(organisation, BudgetField.FIXED_TOTAL);
                BigDecimal rounded = BigDecimal.ZERO;
                int years = 0;
                for (int year = 1; year <= budget.lastYear(); year++) {
                    int of = year;
                    BigDecimal direct = typed(
                            budget,
                            place -> place.organisation().equals(organisation)
                                    && place.year() == of
                                    && place.field() == BudgetField.REQUESTED);
                    BigDecimal halfUp = direct.multiply(rate).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
                    BigDecimal indirect = sums.of(organisation, INDIRECT, year, BudgetField.REQUESTED);
                    assertThat(indirect.subtract(halfUp).abs())
                            .isLessThanOrEqualTo(fixed == null ? BigDecimal.ZERO : CENT);
                    assertThat(indirect).isNotNegative();
                    rounded = rounded.add(direct).add(halfUp);
                    years += direct.signum();
                }
                if (fixed != null && rate.signum() > 0) {
                    boolean within =
                            fixed.subtract(rounded).abs().compareTo(CENT.multiply(BigDecimal.valueOf(years))) <= 0;
                    BigDecimal asked = sums.of(organisation, BudgetSums.ALL, 0, BudgetField.REQUESTED);
                    assertThat(asked.compareTo(within ? fixed : rounded)).isZero();
                    lastCents[0] += within && fixed.compareTo(rounded) != 0 ? 1 : 0;
                }
            });
        });
        assertThat(lastCents[0]).as("budgets in which it matters").isPositive();
    }

    @Test
    void sharesAddUpToExactlyOneHundred() {
        budgets().forEach(budget -> Stream.of(null, BudgetField.REQUESTED, BudgetField.OWN)
                .forEach(source -> {
                    BudgetSums sums = sums(budget);
                    SortedMap<String, BigDecimal> shares = sums.shares(source);
                    BigDecimal whole = sums.of(null, BudgetSums.ALL, 0, source);
                    if (whole.signum() > 0) {
                        assertThat(shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                                .isEqualTo("100.00");
                    }
                    shares.forEach((organisation, share) -> {
                        BigDecimal exact = sums.of(organisation, BudgetSums.ALL, 0, source)
                                .multiply(BigDecimal.valueOf(100))
                                .divide(whole, 10, RoundingMode.HALF_UP);
                        assertThat(share.subtract(exact).abs()).isLessThan(CENT);
                    });
                }));
    }

    @Test
    void saysTheSameOnlyWhenItIsTheSame() {
        budgets().limit(100).forEach(budget -> {
            String content = part.of(budget).toString();
            assertThat(part.of(new Budget(99, new TreeMap<>(budget.values()))).toString())
                    .isEqualTo(content);
            assertThat(BudgetPart.read(part.of(budget)).values()).isEqualTo(budget.values());
            int every = Math.max(1, budget.values().size() / 10);
            List<BudgetPlace> places = List.copyOf(budget.values().keySet());
            for (int i = 0; i < places.size(); i += every) {
                BudgetPlace place = places.get(i);
                String value = budget.values().get(place);
                String other = place.field() == BudgetField.DESCRIPTION
                        ? value + "!"
                        : new BigDecimal(value).add(CENT).toPlainString();
                assertThat(part.of(budget.with(Map.of(place, other))).toString())
                        .as(place.name())
                        .isNotEqualTo(content);
                Map<BudgetPlace, @Nullable String> out = new TreeMap<>();
                out.put(place, null);
                assertThat(part.of(budget.with(out)).toString())
                        .as(place.name())
                        .isNotEqualTo(content);
                assertThat(part.of(budget.with(out).with(Map.of(place, value))).toString())
                        .isEqualTo(content);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-0.01 | negative",
                "−5 | negative",
                "10000000000 | tooLarge",
                "9999999999.999 | decimals",
                "1.005 | amount",
                "1e3 | amount",
                "NaN | amount",
                "٣ | amount",
                "999999999999999999999 | amount",
            })
    void holdsNothingBelowZeroNothingFinerThanACentAndNothingOverTwelveDigits(String typed, String why) {
        BudgetPlace place = new BudgetPlace("UNDP", 1, 1, BudgetField.REQUESTED);

        assertThatThrownBy(() -> BudgetInput.read(place, typed, Locale.ENGLISH))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.words().key()).isEqualTo("proposal.budget.refused." + why);
                    assertThat(refused.field()).isEqualTo("UNDP.1.1.REQUESTED");
                });
    }

    @Test
    void takesTheLargestAmountAndKeepsNothingForZero() {
        BudgetPlace place = new BudgetPlace("UNDP", 1, 1, BudgetField.OTHER);

        assertThat(BudgetInput.read(place, "9,999,999,999.99", Locale.ENGLISH)).isEqualTo("9999999999.99");
        assertThat(BudgetInput.read(place, "0.00", Locale.ENGLISH)).isNull();
        assertThat(BudgetInput.read(place, " ", Locale.FRENCH)).isNull();
        assertThat(BudgetInput.read(place, "1 234,5", Locale.FRENCH)).isEqualTo("1234.50");
    }

    @ParameterizedTest
    @CsvSource({
        "UNDP.8.1.REQUESTED",
        "UNDP.1.0.OWN",
        "UNDP.1.11.OWN",
        "UNDP.9.1.OWN",
        "UNDP.1.1.RATE",
        "UNDP.0.1.OWN",
        "UNDP.1.1.DESCRIPTION",
        ".1.1.OWN",
        "UNDP.1.1.own"
    })
    void hasNoPlaceForWhatIsComputedOrBeyondItsYears(String name) {
        assertThat(BudgetPlace.named(name)).isEmpty();
    }

    @Test
    void namesItsPlaces() {
        budgets().limit(20).flatMap(budget -> budget.values().keySet().stream()).forEach(place -> assertThat(
                        BudgetPlace.named(place.name()))
                .contains(place));
        assertThat(BudgetPlace.named("UN.WOMEN.3.10.OTHER"))
                .contains(new BudgetPlace("UN.WOMEN", 3, 10, BudgetField.OTHER));
    }
}
