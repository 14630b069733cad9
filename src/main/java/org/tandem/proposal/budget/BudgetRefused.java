package org.tandem.proposal.budget;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lombok.Getter;
import lombok.experimental.Accessors;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;

/** Why something cannot be written into a budget. */
final class BudgetRefused {

    private BudgetRefused() {}

    static Refused noPlace(int category, int year, BudgetField field) {
        return Refused.invalid("category", "proposal.budget.refused.noPlace", category, year, field.name());
    }

    static Refused noPlace(String name) {
        return Refused.invalid(name, "proposal.budget.refused.unknown", name);
    }

    static Refused value(BudgetPlace place, String why, Object... args) {
        return Refused.invalid(place.name(), "proposal.budget.refused." + why, args);
    }

    static Refused whole(String field, String why, Object... args) {
        return Refused.invalid(field, "proposal.budget.refused." + why, args);
    }

    /** Several values do not fit. */
    static Refused all(List<Refused> problems) {
        return problems.size() == 1
                ? problems.get(0)
                : new Several(
                        Refused.Kind.INVALID,
                        "proposal.budget.refused.several",
                        problems.stream()
                                .map(problem -> new Refused.Detail(String.valueOf(problem.field()), problem.words()))
                                .toList());
    }

    private static class Several extends Refused {

        private static final long serialVersionUID = 1L;

        private final transient List<Detail> details;

        Several(Kind kind, String key, List<Detail> details) {
            super(kind, key, details.size());
            this.details = details;
        }

        @Override
        public List<Detail> details() {
            return details;
        }
    }

    /** Somebody else has changed the same places meanwhile; nothing of what was sent is stored. */
    @Getter
    @Accessors(fluent = true)
    static final class Overtaken extends Several {

        private static final long serialVersionUID = 1L;

        /** What stands there now, null for nothing. */
        private final transient SortedMap<BudgetPlace, @Nullable String> stored;

        /** All that was to be changed, that which nobody else has changed among it. */
        private final transient SortedMap<BudgetPlace, @Nullable String> sent;

        Overtaken(SortedMap<BudgetPlace, @Nullable String> stored, SortedMap<BudgetPlace, @Nullable String> sent) {
            super(
                    Kind.CONFLICT,
                    "proposal.budget.refused.overtaken",
                    stored.entrySet().stream()
                            .map(entry -> new Detail(
                                    entry.getKey().name(),
                                    Message.of(
                                            "proposal.budget.refused.bothFigures",
                                            shown(entry.getValue()),
                                            shown(sent.get(entry.getKey())))))
                            .toList());
            this.stored = new TreeMap<>(stored);
            this.sent = new TreeMap<>(sent);
        }

        private static String shown(@Nullable String value) {
            return value == null ? "–" : value;
        }
    }
}
