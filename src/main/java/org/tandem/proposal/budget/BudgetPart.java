package org.tandem.proposal.budget;

import static org.tandem.proposal.budget.BudgetPlace.INDIRECT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.proposal.ContentPart;
import org.tandem.proposal.Places;

/** The budget as it is frozen: every amount as text with two decimals, indirect costs among them. */
@Component
@RequiredArgsConstructor
class BudgetPart implements ContentPart {

    private final Budgets budgets;
    private final ObjectMapper json;

    @Override
    public String name() {
        return "budget";
    }

    @Override
    public JsonNode of(CaseId id) {
        return of(budgets.of(id));
    }

    /** Rates alone are nobody's money. */
    @Override
    public Stream<String> naming(CaseId id, String organisation) {
        Budget budget = budgets.of(id);
        return budget.organisations().contains(organisation) || budget.of(organisation, BudgetField.FIXED_TOTAL) != null
                ? Stream.of(Places.BUDGET)
                : Stream.empty();
    }

    /** Rates are written with the first amount, so what the fund says has no part in it. */
    JsonNode of(Budget budget) {
        BudgetSums sums = new BudgetSums(budget, BigDecimal.ZERO);
        ObjectNode whole = json.createObjectNode().put("currency", BudgetInput.DOLLAR.getCurrencyCode());
        ArrayNode organisations = whole.putArray("organisations");
        for (String code : budget.organisations()) {
            ObjectNode organisation = organisations.addObject();
            organisation.put("organisation", code);
            organisation.put("indirectRate", text(budget.of(code, BudgetField.RATE)));
            organisation.put("fixedTotal", text(budget.of(code, BudgetField.FIXED_TOTAL)));
            ArrayNode lines = organisation.putArray("lines");
            for (int category = 1; category <= INDIRECT; category++) {
                line(budget, sums, code, category, lines);
            }
            organisation.put("requested", text(sums.of(code, BudgetSums.ALL, 0, BudgetField.REQUESTED)));
            organisation.put("total", text(sums.of(code, BudgetSums.ALL, 0, null)));
        }
        whole.put("requested", text(sums.requested()));
        whole.put("total", text(sums.of(null, BudgetSums.ALL, 0, null)));
        return whole;
    }

    private static void line(Budget budget, BudgetSums sums, String code, int category, ArrayNode lines) {
        String description = budget.at(new BudgetPlace(code, category, 0, BudgetField.DESCRIPTION));
        if (description == null && sums.of(code, category, 0, null).signum() == 0) {
            return;
        }
        ObjectNode line = lines.addObject().put("category", category).put("description", description);
        ArrayNode years = line.putArray("years");
        for (int year = 1; year <= budget.lastYear(); year++) {
            if (sums.of(code, category, year, null).signum() > 0) {
                ObjectNode amounts = years.addObject().put("year", year);
                for (BudgetField source : BudgetField.SOURCES) {
                    amounts.put(source.name().toLowerCase(Locale.ROOT), text(sums.of(code, category, year, source)));
                }
            }
        }
    }

    private static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2).toPlainString();
    }

    /** A budget as it was frozen. */
    static Budget read(JsonNode whole) {
        SortedMap<BudgetPlace, String> values = new TreeMap<>();
        for (JsonNode organisation : whole.path("organisations")) {
            String code = organisation.path("organisation").asText();
            put(values, new BudgetPlace(code, 0, 0, BudgetField.RATE), organisation.path("indirectRate"));
            put(values, new BudgetPlace(code, 0, 0, BudgetField.FIXED_TOTAL), organisation.path("fixedTotal"));
            for (JsonNode line : organisation.path("lines")) {
                int category = line.path("category").asInt();
                put(values, new BudgetPlace(code, category, 0, BudgetField.DESCRIPTION), line.path("description"));
                for (JsonNode amounts : line.path("years")) {
                    int year = amounts.path("year").asInt();
                    BudgetField.SOURCES.stream()
                            .filter(source -> BudgetPlace.isThere(category, year, source))
                            .forEach(source -> put(
                                    values,
                                    new BudgetPlace(code, category, year, source),
                                    amounts.path(source.name().toLowerCase(Locale.ROOT))));
                }
            }
        }
        return new Budget(0, values);
    }

    private static void put(SortedMap<BudgetPlace, String> values, BudgetPlace place, JsonNode value) {
        boolean nothing = place.field().isSource() && value.asText().equals("0.00");
        if (value.isTextual() && !nothing) {
            values.put(place, value.asText());
        }
    }
}
