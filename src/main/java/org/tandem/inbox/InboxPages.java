package org.tandem.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.register.SavedViews;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.NavigationEntry;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.InboxLook;

/** What waits for me. Claiming, releasing and completing are the tasks' own pages. */
@Controller
@RequiredArgsConstructor
class InboxPages {

    /** More than any choice of filters; it stands in the address the browser is sent to. */
    private static final int LONGEST_QUERY = 2_000;

    private final InboxReading reading;
    private final InboxChanges changes;
    private final InboxChoices choices;
    private final EmptyInbox emptyInbox;
    private final InboxLook look;
    private final SavedViews views;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    @GetMapping(InboxAddress.PATH)
    String show(HttpServletRequest request, Model model) {
        fill(model, InboxAddress.parse(request::getParameter), currentPerson.get());
        return "inbox/inbox";
    }

    /** All tasks of a list, answered together as far as they ask the same. */
    @GetMapping("/inbox/several")
    String several(@RequestParam(name = "_in", defaultValue = "") String query, RedirectAttributes redirect) {
        InboxAddress address = choices.checked(address(query));
        redirect.addAttribute("task", reading.ids(address.from(null), currentPerson.get()));
        redirect.addAttribute("_in", query);
        return "redirect:/tasks/several";
    }

    /** Nothing that is there by now is marked as new any more. */
    @PostMapping("/inbox/seen")
    String seen(@RequestParam(defaultValue = "") String query) {
        look.seen(currentPerson.get());
        return "redirect:" + address(query).path();
    }

    @GetMapping("/inbox/changes")
    String changes(@RequestParam(required = false) @Nullable String before, Model model) {
        SignedIn who = currentPerson.get();
        InboxChanges.Page page = changes.page(who, before);
        model.addAttribute("page", page);
        model.addAttribute("since", look.look(who));
        model.addAttribute("first", before == null);
        return "inbox/changes";
    }

    @PostMapping("/inbox/views")
    ModelAndView save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            Model model,
            RedirectAttributes redirect) {
        SignedIn who = currentPerson.get();
        InboxAddress address = address(query);
        try {
            SavedViews.View saved = views.save(
                    who,
                    InboxAddress.PATH,
                    name,
                    choices.checked(address).worthKeeping().query());
            Flash.done(redirect, "inbox.flash.saved", saved.name());
            return new ModelAndView("redirect:" + address.path());
        } catch (Refused refused) {
            if (!"name".equals(refused.field())) {
                throw refused;
            }
            fill(model, address, who);
            model.addAttribute("errors", List.of(new FieldMessage("name", translator.say(refused.words()))));
            model.addAttribute("typedName", name);
            return new ModelAndView("inbox/inbox", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    @PostMapping("/inbox/views/{id}/delete")
    String delete(@PathVariable UUID id, @RequestParam(defaultValue = "") String query, RedirectAttributes redirect) {
        Flash.done(
                redirect,
                "inbox.flash.deleted",
                views.delete(currentPerson.get(), id).name());
        return "redirect:" + address(query).path();
    }

    private void fill(Model model, InboxAddress asked, SignedIn who) {
        choices.checked(asked);
        Instant since = look.look(who);
        InboxReading.Reading read = reading.read(asked, who, since);
        InboxAddress address = read.address();
        model.addAttribute("reading", read);
        model.addAttribute("address", address);
        model.addAttribute("offered", choices.offered(who, address));
        model.addAttribute("views", views.of(who, InboxAddress.PATH));
        model.addAttribute("kept", address.worthKeeping().query());
        model.addAttribute("changes", changes.since(who, since));
        model.addAttribute("empty", read.rows().isEmpty() ? emptyInbox.words(who) : null);
    }

    /** The page a form stood on, as it says itself; whatever else it says is not followed. */
    static InboxAddress address(String query) {
        if (query.length() > LONGEST_QUERY) {
            throw Refused.invalid("query", "platform.register.refused.tooLong");
        }
        var parameters = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        return InboxAddress.parse(name -> decoded(parameters.getFirst(String.valueOf(name))));
    }

    private static @Nullable String decoded(@Nullable String value) {
        try {
            return value == null ? null : java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException damaged) {
            return value;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavigationEntry inboxNavigation() {
            return new NavigationEntry(10, "inbox.title", InboxAddress.PATH);
        }
    }
}
