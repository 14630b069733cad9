package org.tandem.submission;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.web.Download;

/** How a proposal fits the calls that are open, and the package of a submission; as pages and for machines. */
@Controller
@RequiredArgsConstructor
class SubmissionPages {

    private static final String CASE = "/submission/" + CaseId.PATH;

    private final ReadSubmission read;
    private final CurrentPerson currentPerson;

    @GetMapping(CASE + "/fits")
    String show(@PathVariable String caseId, Model model) {
        model.addAttribute("caseId", caseId);
        model.addAttribute("fits", fits(caseId));
        return "submission/fits";
    }

    @GetMapping("/api" + CASE + "/fits")
    @ResponseBody
    List<ReadSubmission.CallFit> fits(@PathVariable String caseId) {
        return read.fits(new CaseId(caseId), currentPerson.get());
    }

    @GetMapping(CASE + "/package")
    Download download(@PathVariable String caseId) {
        return packageFile(caseId);
    }

    @GetMapping("/api" + CASE + "/package")
    Download packageFile(@PathVariable String caseId) {
        return read.packageOf(new CaseId(caseId), currentPerson.get());
    }

    @GetMapping(CASE + "/receipt")
    Download downloadReceipt(@PathVariable String caseId) {
        return receiptFile(caseId);
    }

    @GetMapping("/api" + CASE + "/receipt")
    Download receiptFile(@PathVariable String caseId) {
        return read.receiptOf(new CaseId(caseId), currentPerson.get());
    }
}
