package org.tandem.support;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;

/** The register of support requests. */
@Controller
class SupportPages {

    private final SupportList list;
    private final SupportChoices choices;
    private final Askers askers;
    private final CurrentPerson currentPerson;

    SupportPages(SupportList list, SupportChoices choices, Askers askers, CurrentPerson currentPerson) {
        this.list = list;
        this.choices = choices;
        this.askers = askers;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/support")
    String list(WantedSupport wanted, Model model) {
        SignedIn who = currentPerson.get();
        SupportList.Figures figures = list.figures(who, wanted.filter());
        List<SupportList.Row> rows = list.rows(who, wanted.filter(), wanted.order(), wanted.from(), SupportList.PAGE);
        int shown = wanted.from() + rows.size();
        model.addAttribute("wanted", wanted);
        model.addAttribute("order", wanted.order().name().toLowerCase(Locale.ROOT));
        model.addAttribute("figures", figures);
        model.addAttribute("lines", choices.lines(rows));
        model.addAttribute("first", rows.isEmpty() ? 0 : wanted.from() + 1);
        model.addAttribute("last", shown);
        model.addAttribute("previous", wanted.number() > 1 ? address(wanted, wanted.number() - 1) : null);
        model.addAttribute("next", shown < figures.total() ? address(wanted, wanted.number() + 1) : null);
        model.addAttribute("mechanisms", choices.readable(who));
        model.addAttribute("mayAsk", !askers.frameworksFor(who).isEmpty());
        offer(wanted, who, model);
        return "support/list";
    }

    /** What there is to choose from. */
    private void offer(WantedSupport wanted, SignedIn who, Model model) {
        model.addAttribute("frameworks", choices.frameworks(who));
        model.addAttribute("topics", choices.topics());
        model.addAttribute("countries", choices.countries(who));
        model.addAttribute("areas", choices.areas(who, wanted.framework()));
        model.addAttribute("states", choices.states());
        model.addAttribute("ratings", choices.ratings());
        model.addAttribute("orders", choices.orders());
    }

    private static String address(WantedSupport wanted, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/support");
        Map<String, @Nullable String> kept = wanted.filterValues();
        kept.put("sort", wanted.sort());
        kept.forEach((name, value) -> {
            if (value != null) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.queryParam("page", page).encode().buildAndExpand(kept).toUriString();
    }
}
