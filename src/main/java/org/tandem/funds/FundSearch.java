package org.tandem.funds;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.platform.reference.Folding;

/** Searches funds and markers. */
@Component
@RequiredArgsConstructor
class FundSearch {

    private final Funds funds;
    private final Markers markers;

    List<Fund> funds(String words) {
        return funds.all().stream()
                .filter(fund -> Folding.matches(words, text(fund)))
                .toList();
    }

    /** Sets with only those values that match; whole sets when their own name does. */
    List<MarkerSet> markers(String words) {
        return markers.all().stream()
                .map(set -> Folding.matches(words, set.code().replace('_', ' ')) ? set : set.only(words))
                .filter(set -> !set.markers().isEmpty())
                .toList();
    }

    private static String text(Fund fund) {
        StringBuilder text = new StringBuilder(String.join(
                " ", fund.code(), fund.name(), fund.shortName(), fund.status(), String.join(" ", fund.aliases())));
        fund.calls()
                .forEach(call ->
                        text.append(' ').append(call.id()).append(' ').append(call.name() == null ? "" : call.name()));
        fund.windows().forEach(window -> text.append(' ').append(window.label()));
        return text.toString();
    }
}
