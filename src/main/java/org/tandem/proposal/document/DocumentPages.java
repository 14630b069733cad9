package org.tandem.proposal.document;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Message;
import org.tandem.platform.web.Download;
import org.tandem.platform.web.TakesMemory;
import org.tandem.proposal.ProposalTab;

/** The document of a proposal to read and to print, its versions, and what is different between two of them. */
@Controller
@RequiredArgsConstructor
class DocumentPages {

    private static final String CASE = "/proposal/" + CaseId.PATH;
    private static final String NOW = "now";

    private final ReadPapers read;
    private final KeptFiles files;
    private final CurrentPerson currentPerson;

    @GetMapping(CASE + "/document")
    String document(
            @PathVariable String caseId, @RequestParam(required = false) @Nullable Integer version, Model model) {
        ReadPapers.Document document = read.document(new CaseId(caseId), version, currentPerson.get());
        model.addAttribute("frame", document.frame());
        model.addAttribute("document", document);
        return "proposal/document/document";
    }

    /** What stands on each page when a browser prints it; a style sheet of its own, because no page may hold style. */
    @GetMapping(CASE + "/document.css")
    Download marks(@PathVariable String caseId, @RequestParam(required = false) @Nullable Integer version) {
        ReadPapers.Document document = read.document(new CaseId(caseId), version, currentPerson.get());
        String mark = document.paper().mark().replaceAll("[\\\\\"<\\n]", "");
        return Download.of(
                Download.Type.CSS,
                "document",
                "@page { @top-left { content: \"%s\"; font: 8pt sans-serif; color: #4c5a66; } }\n"
                        .formatted(mark)
                        .getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(CASE + "/document.docx")
    Download download(@PathVariable String caseId, @RequestParam(required = false) @Nullable Integer version) {
        return docx(caseId, version);
    }

    @GetMapping("/api" + CASE + "/document.docx")
    Download docx(@PathVariable String caseId, @RequestParam(required = false) @Nullable Integer version) {
        return version == null
                ? read.draft(new CaseId(caseId), currentPerson.get()).file()
                : file(caseId, version, ProposalDocx.KIND);
    }

    /** Whatever kinds of files there are, such as the document and the budget. */
    @TakesMemory
    @GetMapping(CASE + "/versions/{number}/{kind:[a-z]+}")
    Download downloadFile(@PathVariable String caseId, @PathVariable int number, @PathVariable String kind) {
        return file(caseId, number, kind);
    }

    @TakesMemory
    @GetMapping("/api" + CASE + "/versions/{number}/{kind:[a-z]+}")
    Download file(@PathVariable String caseId, @PathVariable int number, @PathVariable String kind) {
        ReadPapers.Kept kept = read.kept(new CaseId(caseId), number, currentPerson.get());
        return files.get(kept.view(), kept.version(), kind, LocaleContextHolder.getLocale());
    }

    @GetMapping(CASE + "/versions")
    String versions(@PathVariable String caseId, Model model) {
        ReadPapers.Versions versions = read.versions(new CaseId(caseId), currentPerson.get());
        model.addAttribute("frame", versions.frame());
        model.addAttribute("versions", versions);
        return "proposal/document/versions";
    }

    @TakesMemory
    @GetMapping(CASE + "/versions/{number}/compare")
    String compare(
            @PathVariable String caseId,
            @PathVariable int number,
            @RequestParam(defaultValue = NOW) String with,
            Model model) {
        ReadPapers.Comparison comparison = comparison(caseId, number, with);
        model.addAttribute("frame", comparison.frame());
        model.addAttribute("comparison", comparison);
        return "proposal/document/compare";
    }

    private ReadPapers.Comparison comparison(String caseId, int number, String with) {
        Integer other = with.matches("\\d{1,6}") ? Integer.valueOf(with) : null;
        return read.compare(new CaseId(caseId), number, other, currentPerson.get())
                .compared();
    }

    record SaidAnswer(
            String step,
            String party,
            String answer,
            @Nullable String place,
            @Nullable String reason,
            @Nullable BigDecimal days,
            Instant at,
            @Nullable Instant voidedAt) {}

    record SaidVersion(
            int number, String fingerprint, Instant frozenAt, List<SaidAnswer> answers, List<KeptFiles.Kept> files) {}

    record SaidVersions(String caseId, boolean isCurrent, List<SaidVersion> versions) {}

    @GetMapping("/api" + CASE + "/versions")
    @ResponseBody
    SaidVersions versionsData(@PathVariable String caseId) {
        ReadPapers.Versions versions = read.versions(new CaseId(caseId), currentPerson.get());
        return new SaidVersions(
                caseId,
                versions.isCurrent(),
                versions.frozen().stream()
                        .map(frozen -> new SaidVersion(
                                frozen.version().number(),
                                frozen.version().fingerprint(),
                                frozen.version().frozenAt(),
                                frozen.answers().stream()
                                        .map(answer -> new SaidAnswer(
                                                answer.step().name(),
                                                answer.party(),
                                                answer.answer(),
                                                answer.place(),
                                                answer.reason(),
                                                answer.days(),
                                                answer.at(),
                                                answer.voidedAt()))
                                        .toList(),
                                frozen.files()))
                        .toList());
    }

    @TakesMemory
    @GetMapping("/api" + CASE + "/versions/{number}/compare")
    @ResponseBody
    ReadPapers.Difference compareData(
            @PathVariable String caseId, @PathVariable int number, @RequestParam(defaultValue = NOW) String with) {
        return comparison(caseId, number, with).difference();
    }

    @Configuration(proxyBeanMethods = false)
    static class Tabs {

        private static final int VERSIONS = 70;
        private static final int DOCUMENT = 80;

        @Bean
        ProposalTab versionsTab() {
            return new ProposalTab(VERSIONS, "versions", Message.of("proposal.document.versions"));
        }

        @Bean
        ProposalTab documentTab() {
            return new ProposalTab(DOCUMENT, "document", Message.of("proposal.document.tab"));
        }
    }
}
