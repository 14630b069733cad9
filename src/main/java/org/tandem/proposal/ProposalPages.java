package org.tandem.proposal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.FormErrors;
import org.tandem.platform.web.Times;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.forms.Option;

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
    private final Translator translator;
    private final Times times;

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
            model.addAttribute("stored", stored(id, now, sent));
        }
        return new ModelAndView("proposal/overview", model.asMap(), status);
    }

    /** What is stored where something else was typed, in the words of the form; also what was taken out meanwhile. */
    private Map<String, String> stored(CaseId id, Profile now, Map<String, String> typed) {
        Proposal proposal = read.frame(id, currentPerson.get()).proposal();
        Map<String, String> fields = now.fields();
        Map<String, String> said = new LinkedHashMap<>();
        Stream.concat(fields.keySet().stream(), Stream.of("fund", "call", "startsOn", "months"))
                .filter(name -> !fields.getOrDefault(name, "").equals(typed.getOrDefault(name, "")))
                .forEach(name -> said.put(name, inWords(proposal, name, fields.get(name))));
        return said;
    }

    private String inWords(Proposal proposal, String name, @Nullable String value) {
        if (value == null) {
            return translator.say("proposal.notYet");
        }
        return switch (name) {
            case "convening" -> translator.agency(value);
            case "fund" -> funds.find(value).map(Fund::shortName).orElse(value);
            case "call" -> label(read.calls(proposal), value);
            case "form" -> label(read.forms(proposal), value);
            case "startsOn" -> times.date(LocalDate.parse(value));
            default -> name.startsWith("lead.") ? translator.name(MessageArgument.person(value)) : value;
        };
    }

    private static String label(List<Option> choices, String value) {
        return choices.stream()
                .filter(one -> one.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
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
