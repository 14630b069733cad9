package org.tandem.funds;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tandem.countries.Countries;
import org.tandem.platform.Refused;
import org.tandem.platform.reference.PageLinks;
import org.tandem.platform.reference.Paged;

/** Funds, calls and markers for people to browse. */
@Controller
@RequiredArgsConstructor
class FundsPages {

    private final Funds funds;
    private final Markers markers;
    private final FundSearch search;
    private final Countries countries;
    private final Calls calls;

    /** A call as it stands, with what else its file says about it. */
    record CallRow(Call call, Verification verification, List<Detail> details) {}

    @GetMapping("/funds")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        Paged<Fund> paged = Paged.of(search.funds(q), page);
        model.addAttribute("q", q);
        model.addAttribute("funds", paged.items());
        model.addAttribute("links", PageLinks.of(paged, Paged.SIZE));
        model.addAttribute("asOf", funds.asOf());
        model.addAttribute("calls", calls.all().stream().collect(groupingBy(Call::fund, counting())));
        model.addAttribute("rules", Detail.of(funds.commonRules(), countries, locale));
        return "funds/list";
    }

    @GetMapping("/funds/{code}")
    String one(@PathVariable String code, Model model, Locale locale) {
        Fund fund = funds.find(code).orElseThrow(() -> Refused.notFound("funds.refused.noFund", code));
        model.addAttribute("fund", fund);
        model.addAttribute("asOf", funds.asOf());
        model.addAttribute(
                "parent",
                fund.parent() == null ? null : funds.find(fund.parent()).orElse(null));
        model.addAttribute("windowsOf", funds.windowsOf(fund.code()));
        model.addAttribute(
                "calls",
                calls.of(fund.code()).stream()
                        .map(call -> row(fund, call, locale))
                        .toList());
        model.addAttribute("details", Detail.of(fund.details(), countries, locale));
        return "funds/fund";
    }

    private CallRow row(Fund fund, Call call, Locale locale) {
        return fund.call(call.id())
                .map(file -> new CallRow(call, file.verification(), Detail.of(file.details(), countries, locale)))
                .orElseGet(() -> new CallRow(call, Verification.VERIFIED, List.of()));
    }

    @GetMapping("/markers")
    String markers(@RequestParam(defaultValue = "") String q, Model model) {
        List<MarkerSet> found = search.markers(q);
        model.addAttribute("q", q);
        model.addAttribute("sets", found);
        model.addAttribute("all", markers.all());
        model.addAttribute("asOf", funds.asOf());
        return "funds/markers";
    }
}
