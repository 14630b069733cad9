package org.tandem.proposal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
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
import org.tandem.cases.Cases;
import org.tandem.funds.Funds;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.FormErrors;

/** A proposal as a whole, for people: what is agreed about it, and what every party has said of it. */
@Controller
@RequiredArgsConstructor
class ProposalPages {

    private static final String ADDRESS = "/proposal/" + CaseId.PATH;

    private final ReadProposal read;
    private final SaveProfile save;
    private final ProposalAnswers answers;
    private final Organisations organisations;
    private final Writers writers;
    private final Cases cases;
    private final Funds funds;
    private final CurrentPerson currentPerson;
    private final FormErrors errors;

    @Bean
    static ProposalTab overviewTab() {
        return new ProposalTab(0, "", Message.of("proposal.tab.overview"));
    }

    @GetMapping(ADDRESS)
    String overview(@PathVariable String caseId, Model model) {
        Profile profile = show(new CaseId(caseId), model);
        model.addAttribute("typed", profile.fields());
        return "proposal/overview";
    }

    @PostMapping(ADDRESS + "/profile")
    ModelAndView saveProfile(
            @PathVariable String caseId,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "false") boolean reopen,
            Model model,
            RedirectAttributes redirect) {
        CaseId id = new CaseId(caseId);
        try {
            save.save(id, sent, seen, reopen, currentPerson.get());
        } catch (Refused refused) {
            return again(id, sent, refused, model);
        }
        Flash.done(redirect, "proposal.flash.saved");
        return new ModelAndView("redirect:/proposal/" + id);
    }

    /** What was typed comes back; of what a colleague has saved meanwhile both texts are shown. */
    private ModelAndView again(CaseId id, Map<String, String> sent, Refused refused, Model model) {
        HttpStatus status = errors.show(refused, model, "title");
        Profile now = show(id, model);
        model.addAttribute("typed", sent);
        if (status == HttpStatus.CONFLICT && !now.mark().equals(sent.get("seen"))) {
            model.addAttribute("stored", now.fields());
        }
        return new ModelAndView("proposal/overview", model.asMap(), status);
    }

    private Profile show(CaseId id, Model model) {
        ProposalFrame frame = read.frame(id, currentPerson.get());
        Profile profile = read.profile(id);
        model.addAttribute("frame", frame);
        model.addAttribute("profile", profile);
        model.addAttribute("mark", profile.mark());
        model.addAttribute("answers", answers.of(id));
        List<Organisation> takingPart = organisations.of(id);
        model.addAttribute("organisations", takingPart);
        model.addAttribute("anyAdded", takingPart.stream().anyMatch(Organisation::wasAdded));
        model.addAttribute(
                "mayAdd", frame.mayWrite() && currentPerson.get().belongsToAny(List.of(profile.convening())));
        model.addAttribute("funds", funds.all());
        model.addAttribute("calls", read.calls(frame.proposal()));
        model.addAttribute("forms", read.forms(frame.proposal()));
        Map<String, @Nullable Object> leads = new TreeMap<>();
        cases.parties(frame.view().framework()).forEach(party -> leads.put(party, writers.of(frame.view(), party)));
        model.addAttribute("leads", leads);
        return profile;
    }
}
