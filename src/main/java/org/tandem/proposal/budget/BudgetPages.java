package org.tandem.proposal.budget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
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
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.web.Download;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.FormErrors;
import org.tandem.platform.web.Translator;
import org.tandem.proposal.ProposalFrame;
import org.tandem.proposal.ProposalTab;

/** The grid of a budget: read by whoever may read the proposal; its writers save a block of an organisation, or a cell. */
@Controller
@RequiredArgsConstructor
class BudgetPages {

    static final String ADDRESS = "/proposal/" + CaseId.PATH + "/budget";

    private static final List<String> SOURCES = List.of("requested", "own", "other", "all");

    private final ReadBudget read;
    private final WriteBudget write;
    private final BudgetCategories categories;
    private final CurrentPerson currentPerson;
    private final Translator translator;
    private final FormErrors errors;

    @Bean
    static ProposalTab budgetTab() {
        return new ProposalTab(40, "budget", Message.of("proposal.budget.tab"));
    }

    @GetMapping(ADDRESS)
    String show(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "false") boolean edit,
            Model model) {
        ReadBudget.Seen seen = read.of(new CaseId(caseId), currentPerson.get());
        return page(seen, source, edit, seen.budget().revision(), Map.of(), model);
    }

    @PostMapping(ADDRESS)
    ModelAndView save(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "0") long revision,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "false") boolean reopen,
            @RequestParam Map<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        Map<String, String> typed = new HashMap<>(sent);
        typed.keySet().removeIf(name -> BudgetPlace.named(name).isEmpty());
        WriteBudget.Order order = new WriteBudget.Order(new CaseId(caseId), currentPerson.get(), revision, reopen);
        try {
            read.toWrite(order.id(), order.who());
            write.write(order, values(typed, LocaleContextHolder.getLocale()));
        } catch (BudgetRefused.Overtaken overtaken) {
            return overtaken(order, source, typed, overtaken, model);
        } catch (Refused refused) {
            HttpStatus status = show(refused, model);
            ReadBudget.Seen seen = read.of(order.id(), order.who());
            return new ModelAndView(page(seen, source, true, revision, typed, model), model.asMap(), status);
        }
        Flash.done(redirect, "proposal.budget.saved");
        return new ModelAndView("redirect:/proposal/" + caseId + "/budget?source=" + source(source, true)
                + (organisation.matches("[\\w-]+") ? "#" + organisation : ""));
    }

    @GetMapping(ADDRESS + ".xlsx")
    Download workbook(@PathVariable String caseId) {
        ReadBudget.Seen seen = read.of(new CaseId(caseId), currentPerson.get());
        byte[] bytes = new BudgetWorkbook(
                        seen.budget(),
                        seen.sums(),
                        seen.organisations(),
                        seen.years(),
                        categories,
                        translator,
                        LocaleContextHolder.getLocale())
                .bytes(translator.say(
                        "proposal.budget.sheet.foot", caseId, seen.budget().revision()));
        return Download.of(Download.Type.XLSX, caseId + "-budget.xlsx", bytes);
    }

    /** Only what this person typed differently stays: what others have changed elsewhere meanwhile is shown as it is now. */
    private ModelAndView overtaken(
            WriteBudget.Order order,
            String source,
            Map<String, String> typed,
            BudgetRefused.Overtaken overtaken,
            Model model) {
        ReadBudget.Seen seen = read.of(order.id(), order.who());
        Map<String, String> mine = new HashMap<>();
        overtaken.sent().keySet().forEach(place -> mine.put(place.name(), typed.get(place.name())));
        BudgetGrid stored = new BudgetGrid(seen, null, Map.of(), LocaleContextHolder.getLocale());
        List<FieldMessage> messages = new ArrayList<>();
        overtaken.stored().keySet().forEach(place -> {
            String now = stored.value(place.name());
            messages.add(new FieldMessage(
                    place.name(),
                    translator.say(
                            "proposal.budget.refused.bothFigures",
                            now.isEmpty() ? "–" : now,
                            mine.get(place.name()).isEmpty() ? "–" : mine.get(place.name()))));
        });
        model.addAttribute("errors", messages);
        model.addAttribute("overtaken", true);
        return new ModelAndView(
                page(seen, source, true, seen.budget().revision(), mine, model), model.asMap(), HttpStatus.CONFLICT);
    }

    /** All problems at their fields; what cannot be mended in the form goes to the error page. */
    private HttpStatus show(Refused refused, Model model) {
        HttpStatus status = errors.show(refused, model);
        if (!refused.details().isEmpty()) {
            model.addAttribute(
                    "errors",
                    refused.details().stream()
                            .map(detail -> new FieldMessage(detail.field(), translator.say(detail.words())))
                            .toList());
        }
        return status;
    }

    private String page(
            ReadBudget.Seen seen, String source, boolean edit, long revision, Map<String, String> typed, Model model) {
        ProposalFrame frame = seen.frame();
        boolean editing = edit && frame.frozen();
        boolean open =
                frame.mayWrite() && (!frame.frozen() || editing) && (seen.disputedIn() == null || !typed.isEmpty());
        String shown = source(source, open);
        BudgetField field = shown.equals("all") ? null : BudgetField.valueOf(shown.toUpperCase(Locale.ROOT));
        boolean writes = open && field != null;
        model.addAttribute("frame", frame);
        model.addAttribute("seen", seen);
        model.addAttribute("grid", new BudgetGrid(seen, field, typed, LocaleContextHolder.getLocale()));
        model.addAttribute("source", shown);
        model.addAttribute("field", field == null ? "" : field.name());
        model.addAttribute("sources", SOURCES);
        model.addAttribute("revision", revision);
        model.addAttribute("writes", writes);
        model.addAttribute("editing", editing);
        model.addAttribute("autosave", writes && !frame.frozen() && seen.disputedIn() == null);
        model.addAttribute("mayReopen", frame.mayWrite() && frame.frozen() && seen.disputedIn() == null);
        return "proposal/budget/budget";
    }

    private static String source(String asked, boolean writes) {
        return SOURCES.contains(asked) ? asked : writes ? "requested" : "all";
    }

    static SortedMap<BudgetPlace, @Nullable String> values(Map<String, String> typed, Locale locale) {
        SortedMap<BudgetPlace, @Nullable String> values = new TreeMap<>();
        List<Refused> problems = new ArrayList<>();
        typed.forEach((name, text) -> {
            BudgetPlace place = BudgetPlace.named(name).orElseThrow(() -> BudgetRefused.noPlace(name));
            try {
                values.put(place, BudgetInput.read(place, text, locale));
            } catch (Refused refused) {
                problems.add(refused);
            }
        });
        if (!problems.isEmpty()) {
            throw BudgetRefused.all(problems);
        }
        return values;
    }
}
