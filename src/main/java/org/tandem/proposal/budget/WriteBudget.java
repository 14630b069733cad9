package org.tandem.proposal.budget;

import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;
import org.tandem.funds.Calls;
import org.tandem.funds.Funds;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.proposal.ChangeContent;
import org.tandem.proposal.Organisation;
import org.tandem.proposal.Organisations;
import org.tandem.proposal.Places;
import org.tandem.proposal.Proposal;

/** Writes into a budget: some of its places, or all of its rows. Who writes elsewhere in it is no conflict. */
@UseCase
@RequiredArgsConstructor
class WriteBudget {

    private final ChangeContent content;
    private final Budgets budgets;
    private final Organisations participants;
    private final Funds funds;
    private final Calls calls;

    /**
     * @param seen the revision the writer had before their eyes
     * @param reopen whether the writer knows that reviews and clearances become void
     */
    record Order(CaseId id, SignedIn who, long seen, boolean reopen) {}

    /**
     * @param sent places as they should be, those that are left as they were seen among them; null for nothing
     * @throws BudgetRefused.Overtaken when somebody else has changed one of them meanwhile to something else
     */
    Budget write(Order order, SortedMap<BudgetPlace, @Nullable String> sent) {
        Proposal proposal = content.hold(order.id(), order.who(), order.reopen());
        Budget now = budgets.of(order.id());
        boolean neverSeen = order.seen() > now.revision();
        Map<BudgetPlace, @Nullable String> before = budgets.changedSince(order.id(), order.seen());
        SortedMap<BudgetPlace, @Nullable String> changes = new TreeMap<>();
        SortedMap<BudgetPlace, @Nullable String> overtaken = new TreeMap<>();
        sent.forEach((place, value) -> {
            String stored = now.at(place);
            boolean changedHere = !before.containsKey(place) || !Objects.equals(value, before.get(place));
            if (changedHere && !Objects.equals(value, stored)) {
                changes.put(place, value);
                if (neverSeen || before.containsKey(place)) {
                    overtaken.put(place, stored);
                }
            }
        });
        if (!overtaken.isEmpty()) {
            throw new BudgetRefused.Overtaken(overtaken, changes);
        }
        return save(order, proposal, now, changes);
    }

    /** @param rows all amounts and texts; rates and fixed totals stay */
    Budget replace(Order order, SortedMap<BudgetPlace, String> rows) {
        Proposal proposal = content.hold(order.id(), order.who(), order.reopen());
        Budget now = budgets.of(order.id());
        SortedMap<BudgetPlace, @Nullable String> changes = changes(now, rows);
        if (now.revision() != order.seen() && !changes.isEmpty()) {
            SortedMap<BudgetPlace, @Nullable String> stored = new TreeMap<>();
            changes.keySet().forEach(place -> stored.put(place, now.at(place)));
            throw new BudgetRefused.Overtaken(stored, changes);
        }
        return save(order, proposal, now, changes);
    }

    /** What it takes to make these the rows of the budget. */
    static SortedMap<BudgetPlace, @Nullable String> changes(Budget budget, SortedMap<BudgetPlace, String> rows) {
        SortedMap<BudgetPlace, @Nullable String> changes = new TreeMap<>();
        budget.values().keySet().stream()
                .filter(place -> place.category() > 0)
                .forEach(place -> changes.put(place, rows.get(place)));
        changes.putAll(rows);
        changes.entrySet().removeIf(change -> Objects.equals(change.getValue(), budget.at(change.getKey())));
        return changes;
    }

    private Budget save(Order order, Proposal proposal, Budget now, SortedMap<BudgetPlace, @Nullable String> changes) {
        if (changes.isEmpty()) {
            return now;
        }
        content.begin(order.id(), order.who(), Places.BUDGET, order.reopen());
        Set<String> organisations =
                participants.of(order.id()).stream().map(Organisation::code).collect(Collectors.toSet());
        BudgetRules rules = BudgetRules.of(funds, calls, proposal);
        Budget after = now.with(changes);
        changes.forEach((place, value) -> {
            if (value != null && !organisations.contains(place.organisation())) {
                throw BudgetRefused.value(place, "organisation", place.organisation());
            }
        });
        // What is computed must not change by itself when the data of the fund do.
        for (String organisation : after.organisations()) {
            if (after.of(organisation, BudgetField.RATE) == null) {
                changes.put(
                        new BudgetPlace(organisation, 0, 0, BudgetField.RATE),
                        rules.rateToUse().setScale(2, RoundingMode.DOWN).toPlainString());
            }
        }
        after = now.with(changes);
        if (new BudgetSums(after, rules.rateToUse())
                        .of(null, BudgetSums.ALL, 0, null)
                        .compareTo(Budget.MOST)
                > 0) {
            throw BudgetRefused.whole("budget", "wholeTooLarge");
        }
        budgets.save(order.id(), now, changes, order.who().personId());
        return new Budget(now.revision() + 1, after.values());
    }
}
