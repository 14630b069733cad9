package org.tandem.tasks.starts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UuidV7;
import org.tandem.platform.web.DeclaredAddresses;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.OpenedPage;
import org.tandem.platform.web.SentFile;
import org.tandem.platform.web.Times;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.FormFiles;
import org.tandem.tasks.drafts.Draft;
import org.tandem.tasks.drafts.DraftElsewhere;
import org.tandem.tasks.forms.FormDefinition;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.InvalidForm;

/** One page for every start, at the addresses it declares: kept as it is typed, sent once. */
@Controller
@RequiredArgsConstructor
class StartPages implements SmartInitializingSingleton {

    /** Which draft is filled in; in the address, so that each tab has its own. */
    private static final String DRAFT = "draft";

    private static final String CASE = "case";

    private final StartForms forms;
    private final Starts starts;
    private final StartReading reading;
    private final StartDrafts drafts;
    private final SubmitStart submitStart;
    private final FormFiles files;
    private final DeclaredAddresses addresses;
    private final CurrentPerson currentPerson;
    private final Translator translator;
    private final Times times;
    private final UuidV7 ids;

    @Override
    public void afterSingletonsInstantiated() {
        for (StartForm form : forms.all()) {
            Page page = new Page(form);
            addresses.map("GET", StartAddress.pattern(form.place().page()), page, "show");
            if (!form.remarksFollow().isEmpty()) {
                addresses.map("GET", StartAddress.pattern(form.place().page() + "/remarks"), page, "remarks");
            }
            addresses.map("POST", StartAddress.pattern(form.place().action()), page, "submit");
            addresses.map("POST", StartAddress.pattern(form.place().action() + "/draft"), page, "draft");
            addresses.map("POST", StartAddress.pattern(form.place().action() + "/keep"), page, "keep");
        }
    }

    @PostMapping("/starts/{draft}/discard")
    String discard(@PathVariable UUID draft, RedirectAttributes redirect) {
        Optional<StartDrafts.Discarded> gone =
                drafts.discard(draft, currentPerson.get().personId());
        Flash.done(redirect, "tasks.start.discarded");
        return "redirect:"
                + gone.map(was -> {
                            StartForm form = forms.start(was.form());
                            return StartAddress.of(form, form.place().page(), was.caseId(), null);
                        })
                        .orElse("/inbox");
    }

    /** The page of one start. */
    private final class Page {

        private final StartForm form;

        Page(StartForm form) {
            this.form = form;
        }

        ModelAndView show(
                @PathVariable(required = false) @Nullable String caseId,
                @RequestParam(name = DRAFT, required = false) @Nullable UUID draft,
                HttpServletRequest request) {
            SignedIn who = currentPerson.get();
            FormInput asked = typed(request)
                    .only(name ->
                            forms.form(form).isField(name) || form.alsoTaken().contains(name));
            Start start = starts.begin(form, caseOf(caseId, request), asked, who);
            form.mayOpen(start);
            Optional<Draft> kept = draft == null ? Optional.empty() : drafts.find(draft, form, who.personId());
            if (kept.isPresent()) {
                start = new Start(start.about(), FormInput.of(kept.get().typed()), who);
            } else if (draft != null
                    && drafts.ledTo(draft, form, who.personId()).isPresent()) {
                return new ModelAndView(
                        "redirect:" + drafts.ledTo(draft, form, who.personId()).get());
            } else {
                FormInput begun = form.beginning(start)
                        .orElse(asked)
                        .orElse(forms.form(form).defaults());
                start = new Start(start.about(), begun, who);
                List<Refused> unfit = starts.unfit(
                        form, start, asked.without(form.alsoTaken()).asMap().keySet());
                if (!unfit.isEmpty()) {
                    ModelAndView page = page(reading.again(form, start, ids.next(), false, unfit));
                    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
                    return page;
                }
            }
            return page(reading.read(form, start, kept.map(Draft::id).orElseGet(ids::next), kept.orElse(null)));
        }

        /** What is known once some answers are there; put into the page by script. */
        ModelAndView remarks(@PathVariable(required = false) @Nullable String caseId, HttpServletRequest request) {
            Start start = starts.begin(form, caseOf(caseId, request), typed(request), currentPerson.get());
            form.mayOpen(start);
            return new ModelAndView("tasks/start :: remarks", "remarks", reading.remarks(form, start));
        }

        ModelAndView submit(
                @PathVariable(required = false) @Nullable String caseId,
                @RequestParam(name = DRAFT, required = false) @Nullable UUID draft,
                HttpServletRequest request,
                RedirectAttributes redirect) {
            SignedIn who = currentPerson.get();
            String about = caseOf(caseId, request);
            UUID id = draft == null ? ids.next() : draft;
            String row = request.getParameter("_row");
            FormInput input = row == null ? typed(request) : forms.form(form).withRows(typed(request), row);
            try {
                keepBeforehand(id, about, input, OpenedPage.of(request), who);
                input = withFiles(id, about, input, request, who);
                if (row != null || request.getParameter("_show") != null) {
                    return new ModelAndView(
                            "redirect:" + StartAddress.of(form, form.place().page(), about, id)
                                    + (row == null ? "" : FormDefinition.anchor(row)));
                }
                Started started = submitStart.submit(form, about, id, input, who);
                if (started.said() != null) {
                    Flash.ofCase(redirect, started.caseId(), started.said());
                }
                return new ModelAndView("redirect:" + started.path());
            } catch (InvalidForm refused) {
                return again(about, id, refused);
            } catch (StartRefused refused) {
                return again(about, id, input, refused.problems(), refused.worst(), who);
            } catch (Refused refused) {
                return again(about, id, input, List.of(refused), refused.kind(), who);
            }
        }

        /** Keeps what is typed; called by the page while somebody types. */
        ResponseEntity<Map<String, String>> draft(
                @PathVariable(required = false) @Nullable String caseId,
                @RequestParam(name = DRAFT, required = false) @Nullable UUID draft,
                HttpServletRequest request) {
            String savedAt = kept(caseId, draft == null ? ids.next() : draft, request);
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Map.of("savedAt", savedAt));
        }

        /** The button "Save draft". */
        ModelAndView keep(
                @PathVariable(required = false) @Nullable String caseId,
                @RequestParam(name = DRAFT, required = false) @Nullable UUID draft,
                HttpServletRequest request,
                RedirectAttributes redirect) {
            UUID id = draft == null ? ids.next() : draft;
            String about = caseOf(caseId, request);
            try {
                kept(caseId, id, request);
                withFiles(id, about, typed(request), request, currentPerson.get());
            } catch (InvalidForm refused) {
                return again(about, id, refused);
            } catch (DraftElsewhere refused) {
                return again(about, id, typed(request), List.of(refused), refused.kind(), currentPerson.get());
            }
            Flash.done(redirect, "tasks.start.kept");
            return new ModelAndView(
                    "redirect:" + StartAddress.of(form, form.place().page(), about, id));
        }

        private String kept(@Nullable String caseId, UUID id, HttpServletRequest request) {
            SignedIn who = currentPerson.get();
            FormInput input = typed(request);
            String about = caseOf(caseId, request);
            form.mayOpen(starts.begin(form, about, input, who));
            return times.time(save(id, about, input, OpenedPage.of(request), who)
                    .orElseThrow(() -> Refused.conflict("tasks.refused.draftGone")));
        }

        private Optional<Instant> save(
                UUID id, @Nullable String about, FormInput input, @Nullable OpenedPage page, SignedIn who) {
            return drafts.save(id, form, about, who.personId(), input.asMap(), input.version(), page);
        }

        /** Before anything else can fail; a text too large to be kept is shown again all the same. */
        private void keepBeforehand(
                UUID id, @Nullable String about, FormInput input, @Nullable OpenedPage page, SignedIn who) {
            form.mayOpen(starts.begin(form, about, input, who));
            try {
                save(id, about, input, page, who);
            } catch (Refused tooLarge) {
                if (tooLarge.kind() != Refused.Kind.TOO_LARGE) {
                    throw tooLarge;
                }
            }
        }

        /** Files that came along are kept at once and stand in the draft. */
        private FormInput withFiles(
                UUID id, @Nullable String about, FormInput typed, HttpServletRequest request, SignedIn who) {
            FormInput input = files.receive(forms.form(form), typed, SentFile.allOf(request), who);
            if (input != typed) {
                save(id, about, input, OpenedPage.of(request), who);
            }
            return input;
        }

        private ModelAndView again(@Nullable String about, UUID id, InvalidForm refused) {
            List<Refused> problems =
                    refused.errors().stream().map(Starts::refused).toList();
            return again(about, id, refused.input(), problems, refused.kind(), currentPerson.get());
        }

        private ModelAndView again(
                @Nullable String about,
                UUID id,
                FormInput input,
                List<Refused> problems,
                Refused.Kind kind,
                SignedIn who) {
            if (kind == Refused.Kind.NOT_FOUND || kind == Refused.Kind.BUSY) {
                throw problems.get(0);
            }
            Start start = starts.begin(form, about, input, who);
            ModelAndView page;
            try {
                form.mayOpen(start);
                boolean changed = problems.get(0) instanceof SubmitStart.FormChanged;
                page = page(reading.again(form, start, id, changed, problems));
            } catch (Refused notAnyMore) {
                page = new ModelAndView("tasks/lost");
                page.addObject("view", start.about());
                page.addObject("why", translator.say(notAnyMore.words()));
                page.addObject("typed", input.texts());
            }
            page.setStatus(
                    switch (kind) {
                        case FORBIDDEN -> HttpStatus.FORBIDDEN;
                        case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
                        case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
                        default -> HttpStatus.CONFLICT;
                    });
            return page;
        }

        private @Nullable String caseOf(@Nullable String caseId, HttpServletRequest request) {
            return caseId != null || !form.isAboutACase() ? caseId : request.getParameter(CASE);
        }

        private ModelAndView page(StartReading.Reading read) {
            return new ModelAndView("tasks/start", "reading", read);
        }
    }

    private static FormInput typed(HttpServletRequest request) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, Arrays.asList(values)));
        typed.keySet().removeAll(List.of(DRAFT, CASE));
        return FormInput.of(typed);
    }
}
