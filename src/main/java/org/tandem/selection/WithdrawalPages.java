package org.tandem.selection;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.FormErrors;

/** One form for the withdrawal of a country in all its areas. */
@Controller
@RequiredArgsConstructor
class WithdrawalPages {

    private static final String ADDRESS = "/selection/withdraw";

    private final WithdrawEverywhere withdraw;
    private final Frameworks frameworks;
    private final Countries countries;
    private final CurrentPerson currentPerson;
    private final FormErrors errors;

    @GetMapping(ADDRESS)
    String show(@RequestParam String framework, @RequestParam String country, Model model) {
        List<WithdrawEverywhere.Result> cases = withdraw.cases(framework, country, currentPerson.get());
        List<String> open = cases.stream()
                .filter(one -> one.refused() == null)
                .map(WithdrawEverywhere.Result::area)
                .toList();
        return page(framework, country, cases, open, "", model);
    }

    @PostMapping(ADDRESS)
    String ask(
            @RequestParam String framework,
            @RequestParam String country,
            @RequestParam(defaultValue = "") List<String> areas,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        // Rights come first, then the text.
        List<WithdrawEverywhere.Result> cases = withdraw.cases(framework, country, currentPerson.get());
        List<WithdrawEverywhere.Result> results;
        try {
            if (areas.isEmpty()) {
                throw Refused.invalid("areas", "selection.withdraw.noneTicked");
            }
            results = withdraw.ask(framework, country, areas, reason, currentPerson.get());
        } catch (Refused refused) {
            response.setStatus(errors.show(refused, model).value());
            return page(framework, country, cases, areas, reason, model);
        }
        String asked = results.stream()
                .filter(result -> result.refused() == null)
                .map(WithdrawEverywhere.Result::caseId)
                .collect(Collectors.joining(", "));
        List<WithdrawEverywhere.Result> left =
                results.stream().filter(result -> result.refused() != null).toList();
        if (left.isEmpty() && !asked.isEmpty()) {
            Flash.done(redirect, "selection.withdraw.flash", asked);
            return "redirect:/countries/" + country;
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("asked", asked);
        return page(framework, country, left, areas, reason, model);
    }

    private String page(
            String framework,
            String country,
            List<WithdrawEverywhere.Result> cases,
            List<String> ticked,
            String reason,
            Model model) {
        model.addAttribute("framework", frameworks.byShortCode(framework).orElseThrow());
        model.addAttribute("country", country);
        model.addAttribute(
                "name", countries.find(country).map(WithdrawalPages::nameOf).orElse(country));
        model.addAttribute("cases", cases);
        model.addAttribute("ticked", ticked);
        model.addAttribute("reason", reason);
        return "selection/withdraw";
    }

    private static String nameOf(Country country) {
        return country.name(LocaleContextHolder.getLocale());
    }
}
