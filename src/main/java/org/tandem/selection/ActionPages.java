package org.tandem.selection;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.Translator;

/** What coordinators do with a country: pause it, lift the pause, ask to withdraw it. */
@Controller
class ActionPages {

    private final SuspendCountry suspendCountry;
    private final WithdrawCountry withdrawCountry;
    private final Coordinators coordinators;
    private final Cases cases;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    ActionPages(
            SuspendCountry suspendCountry,
            WithdrawCountry withdrawCountry,
            Coordinators coordinators,
            Cases cases,
            CurrentPerson currentPerson,
            Translator translator) {
        this.suspendCountry = suspendCountry;
        this.withdrawCountry = withdrawCountry;
        this.coordinators = coordinators;
        this.cases = cases;
        this.currentPerson = currentPerson;
        this.translator = translator;
    }

    @GetMapping("/selection/" + CaseId.PATH + "/suspend")
    ModelAndView askWhySuspend(@PathVariable String caseId, Model model) {
        suspendCountry.maySuspend(new CaseId(caseId), currentPerson.get());
        return page("suspend", caseId, model);
    }

    @GetMapping("/selection/" + CaseId.PATH + "/withdraw")
    ModelAndView askWhyWithdraw(@PathVariable String caseId, Model model) {
        withdrawCountry.mayAsk(new CaseId(caseId), currentPerson.get());
        return page("withdraw", caseId, model);
    }

    @PostMapping("/selection/" + CaseId.PATH + "/suspension")
    ModelAndView suspend(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        return act(
                "suspend",
                caseId,
                reason,
                model,
                redirect,
                who -> suspendCountry.suspend(new CaseId(caseId), reason, who));
    }

    @PostMapping("/selection/" + CaseId.PATH + "/suspension/lift")
    ModelAndView lift(@PathVariable String caseId, Model model, RedirectAttributes redirect) {
        return act("lift", caseId, "", model, redirect, who -> suspendCountry.lift(new CaseId(caseId), who));
    }

    @PostMapping("/selection/" + CaseId.PATH + "/withdrawal")
    ModelAndView withdraw(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        return act(
                "withdraw",
                caseId,
                reason,
                model,
                redirect,
                who -> withdrawCountry.ask(new CaseId(caseId), reason, who));
    }

    /** Something that may be refused. */
    private interface Act {
        void by(SignedIn who);
    }

    private ModelAndView act(
            String act, String caseId, String reason, Model model, RedirectAttributes redirect, Act doing) {
        SignedIn who = currentPerson.get();
        try {
            doing.by(who);
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.NOT_FOUND) {
                throw refused;
            }
            ModelAndView again = page(act, caseId, model);
            again.addObject("typed", reason);
            again.addObject("errors", List.of(new FieldMessage(refused.field(), translator.say(refused.words()))));
            again.setStatus(
                    switch (refused.kind()) {
                        case FORBIDDEN -> HttpStatus.FORBIDDEN;
                        case CONFLICT -> HttpStatus.CONFLICT;
                        default -> HttpStatus.UNPROCESSABLE_ENTITY;
                    });
            return again;
        }
        Flash.done(redirect, "selection.flash." + act);
        return new ModelAndView("redirect:/cases/" + caseId);
    }

    private ModelAndView page(String act, String caseId, Model model) {
        SignedIn who = currentPerson.get();
        CaseView view = cases.readable(new CaseId(caseId), who);
        if (!coordinators.coordinates(view.framework(), who)) {
            throw SelectionRefused.onlyCoordinators();
        }
        model.addAttribute("view", view);
        model.addAttribute("act", act);
        return new ModelAndView("selection/act", model.asMap());
    }
}
