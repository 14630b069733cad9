package org.tandem.proposal.budget;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.FormErrors;
import org.tandem.platform.web.Translator;

/** Rows from a spreadsheet, pasted or as a file: looked at, shown as changes, and only then put in the place of those there. */
@Controller
@RequiredArgsConstructor
class ImportBudgetPages {

    private final ImportBudget imports;
    private final ReadBudget read;
    private final CurrentPerson currentPerson;
    private final Translator translator;
    private final FormErrors errors;

    @GetMapping(BudgetPages.ADDRESS + "/import")
    String ask(@PathVariable String caseId, Model model) {
        return page(read.toWrite(new CaseId(caseId), currentPerson.get()), "", model);
    }

    @PostMapping(BudgetPages.ADDRESS + "/import")
    ModelAndView take(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "0") long revision,
            @RequestParam(defaultValue = "false") boolean reopen,
            @RequestParam(defaultValue = "check") String step,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        WriteBudget.Order order = new WriteBudget.Order(new CaseId(caseId), currentPerson.get(), revision, reopen);
        ReadBudget.Seen seen = read.toWrite(order.id(), order.who());
        String rows = text;
        HttpStatus status = HttpStatus.OK;
        try {
            rows = file == null || file.isEmpty() ? text : ImportBudget.text(file.getBytes());
            ImportBudget.Looked looked = imports.look(seen, rows, LocaleContextHolder.getLocale());
            model.addAttribute("looked", looked);
            if (step.equals("replace") && looked.rows().problems().isEmpty()) {
                imports.replace(order, looked);
                Flash.done(
                        redirect, "proposal.budget.replaced", looked.changes().size());
                return new ModelAndView("redirect:/proposal/" + caseId + "/budget");
            }
            status = looked.rows().problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
        } catch (BudgetRefused.Overtaken overtaken) {
            model.addAttribute(
                    "errors",
                    List.of(new FieldMessage(null, translator.say("proposal.budget.refused.changedMeanwhile"))));
            status = HttpStatus.CONFLICT;
        } catch (Refused refused) {
            status = errors.show(refused, model, "rows");
        }
        return new ModelAndView(page(seen, rows, model), model.asMap(), status);
    }

    private String page(ReadBudget.Seen seen, String text, Model model) {
        model.addAttribute("frame", seen.frame());
        model.addAttribute("seen", seen);
        model.addAttribute("text", text);
        model.addAttribute("grid", new BudgetGrid(seen, null, Map.of(), LocaleContextHolder.getLocale()));
        model.addAttribute("columns", BudgetColumn.values());
        return "proposal/budget/import";
    }
}
