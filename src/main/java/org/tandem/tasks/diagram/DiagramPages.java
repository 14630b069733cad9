package org.tandem.tasks.diagram;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.web.Download;

/** The diagram of a case, and beside it the same in words. */
@Controller
@RequiredArgsConstructor
class DiagramPages {

    private final DrawCase drawCase;
    private final CurrentPerson currentPerson;

    @GetMapping("/cases/" + CaseId.PATH + "/diagram")
    String show(@PathVariable String caseId, @RequestParam(required = false) @Nullable String process, Model model) {
        model.addAttribute("drawn", drawCase.draw(new CaseId(caseId), process, currentPerson.get()));
        return "tasks/diagram";
    }

    @GetMapping("/cases/" + CaseId.PATH + "/diagram/{process:[a-zA-Z]+}.bpmn")
    Download xml(@PathVariable String caseId, @PathVariable String process) {
        String xml = drawCase.xml(new CaseId(caseId), process, currentPerson.get());
        return Download.keptFor(
                Duration.ofMinutes(5), Download.Type.BPMN, process, xml.getBytes(StandardCharsets.UTF_8));
    }
}
