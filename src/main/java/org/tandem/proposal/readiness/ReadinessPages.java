package org.tandem.proposal.readiness;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Message;
import org.tandem.platform.web.Translator;
import org.tandem.proposal.Finding;
import org.tandem.proposal.ProposalTab;

/** What is missing before a proposal can go out, as a page and for machines. */
@Controller
@RequiredArgsConstructor
class ReadinessPages {

    private static final int AFTER_THE_BUDGET = 60;

    private final ReadReadiness read;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    static String address(CaseId id) {
        return "/proposal/" + id + "/readiness";
    }

    @GetMapping("/proposal/" + CaseId.PATH + "/readiness")
    String readiness(@PathVariable String caseId, Model model) {
        ReadReadiness.Reading reading = read.read(new CaseId(caseId), currentPerson.get());
        model.addAttribute("reading", reading);
        model.addAttribute("frame", reading.frame());
        return "proposal/readiness/readiness";
    }

    record SaidFinding(
            Finding.Weight weight,
            String rule,
            String text,
            String place,
            String link,
            @Nullable String turn) {}

    record SaidRule(
            String rule,
            String text,
            Finding.Weight weight,
            boolean lowered,
            String basis,
            RuleLine.Standing standing) {}

    record SaidReadiness(
            String caseId,
            String form,
            List<SaidFinding> findings,
            List<SaidRule> rules,
            List<SaidConsultation> consultations,
            List<SaidPartner> partners) {}

    record SaidConsultation(
            String country,
            Consultation.Kind kind,
            boolean held,
            @Nullable String whom,
            @Nullable LocalDate on,
            @Nullable String note,
            String seen) {}

    record SaidPartner(
            String name,
            Partner.Result result,
            @Nullable LocalDate validUntil,
            String agency,
            @Nullable String note,
            String seen) {}

    @GetMapping("/api/proposal/" + CaseId.PATH + "/readiness")
    @ResponseBody
    SaidReadiness readinessData(@PathVariable String caseId) {
        ReadReadiness.Reading reading = read.read(new CaseId(caseId), currentPerson.get());
        return new SaidReadiness(
                caseId,
                reading.frame().proposal().template(),
                Stream.of(reading.blockers(), reading.warnings())
                        .flatMap(List::stream)
                        .flatMap(turn -> turn.findings().stream())
                        .map(found -> new SaidFinding(
                                found.weight(),
                                found.rule(),
                                translator.say(found.words()),
                                found.place(),
                                found.link(),
                                found.turn()))
                        .toList(),
                reading.rules().stream()
                        .map(line -> new SaidRule(
                                line.rule().id(),
                                translator.say(line.words()),
                                line.weight(),
                                line.lowered(),
                                line.rule().basis(),
                                line.standing()))
                        .toList(),
                reading.consultations().stream()
                        .map(one -> new SaidConsultation(
                                one.country(),
                                one.kind(),
                                one.held(),
                                one.whom(),
                                one.on(),
                                one.note(),
                                RecordForm.mark(Optional.of(one).filter(Consultation::isRecorded))))
                        .toList(),
                reading.partners().stream()
                        .map(one -> new SaidPartner(
                                one.name(),
                                one.result(),
                                one.validUntil(),
                                one.agency(),
                                one.note(),
                                RecordForm.mark(Optional.of(one))))
                        .toList());
    }

    @Configuration(proxyBeanMethods = false)
    static class Tab {

        @Bean
        ProposalTab readinessTab() {
            return new ProposalTab(AFTER_THE_BUDGET, "readiness", Message.of("proposal.readiness.tab"));
        }
    }
}
