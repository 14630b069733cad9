package org.tandem.proposal.budget;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.funds.MarkerSet.Marker;
import org.tandem.funds.Markers;
import org.tandem.platform.reference.Folding;

/** The harmonised categories of the UN Sustainable Development Group, 1 to 8, with their names from the reference data. */
@Component("budgetCategories")
@RequiredArgsConstructor
class BudgetCategories {

    private static final String SET = "unsdg_budget_categories";

    private final Markers markers;

    /** As in "5 Travel". */
    public String name(int category) {
        return name(category, LocaleContextHolder.getLocale());
    }

    String name(int category, Locale locale) {
        return category + " "
                + markers.find(SET)
                        .flatMap(set -> set.marker(String.valueOf(category)))
                        .map(marker -> marker.label(locale))
                        .orElse("");
    }

    /** By its name in any language; 0 when there is none. */
    int named(String name) {
        String wanted = Folding.fold(name);
        List<Marker> all = markers.find(SET).orElseThrow().markers();
        return all.stream()
                .filter(marker -> List.of(Locale.ENGLISH, Locale.FRENCH).stream()
                        .map(marker::label)
                        .map(Folding::fold)
                        .anyMatch(wanted::equals))
                .mapToInt(marker -> Integer.parseInt(marker.code()))
                .findFirst()
                .orElse(0);
    }
}
