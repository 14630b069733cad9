package org.tandem.cases;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.UuidV7;
import org.tandem.platform.web.Download;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.SentFile;
import org.tandem.platform.web.Translator;

/** The case page: where it stands, on whom it waits, what has happened, and what I may do. */
@Controller
@RequiredArgsConstructor
class CasePages {

    private final CaseReading reading;
    private final CaseTypes types;
    private final CaseHistoryText texts;
    private final Attachments attachments;
    private final CurrentPerson currentPerson;
    private final Translator translator;
    private final UuidV7 ids;

    @GetMapping("/cases/" + CaseId.PATH)
    String show(@PathVariable String caseId, Model model) {
        CaseReading.Reading read = reading.read(new CaseId(caseId), currentPerson.get());
        model.addAttribute("reading", read);
        model.addAttribute("register", types.of(read.view().kind()).address());
        model.addAttribute("timeline", texts.timeline(read.view().caseId(), read.history(), read.letters()));
        model.addAttribute("draft", ids.next());
        return "cases/case";
    }

    @PostMapping("/cases/" + CaseId.PATH + "/letters")
    ModelAndView addLetter(
            @PathVariable String caseId,
            @RequestParam(required = false) @Nullable MultipartFile letter,
            Model model,
            RedirectAttributes redirect) {
        SentFile file = SentFile.of(letter);
        try {
            attachments
                    .addLetter(new CaseId(caseId), file.name(), file.content(), currentPerson.get())
                    .ifPresentOrElse(
                            name -> Flash.note(redirect, "cases.flash.letterThere", name),
                            () -> Flash.ofCase(redirect, caseId, "cases.flash.letter"));
        } catch (Refused refused) {
            return again(caseId, refused, model, "typedLetter", file.name());
        }
        return new ModelAndView("redirect:/cases/" + caseId);
    }

    @GetMapping("/cases/" + CaseId.PATH + "/letters/{letter}")
    Download letter(@PathVariable String caseId, @PathVariable UUID letter) {
        return download(attachments.content(new CaseId(caseId), letter, currentPerson.get()));
    }

    static Download download(Attachments.Content letter) {
        return Download.of(Download.Type.valueOf(letter.type().name()), letter.fileName(), letter.bytes());
    }

    private ModelAndView again(String caseId, Refused refused, Model model, String attribute, String typed) {
        if (refused.field() == null) {
            throw refused;
        }
        show(caseId, model);
        model.addAttribute("errors", List.of(new FieldMessage(refused.field(), translator.say(refused.words()))));
        model.addAttribute(attribute, typed);
        return new ModelAndView("cases/case", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
}
