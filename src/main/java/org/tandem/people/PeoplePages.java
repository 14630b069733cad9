package org.tandem.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.countries.Agencies;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.FormErrors;

/** Administrators manage people here, and coordinators name those of their own agency. */
@Controller
@RequiredArgsConstructor
class PeoplePages {

    private final CurrentPerson person;
    private final Administrators administrators;
    private final MandateRights rights;
    private final Directory directory;
    private final PersonChanges changes;
    private final GrantableMandates grantable;
    private final Roster roster;
    private final Agencies agencies;
    private final ManagePeople manage;
    private final FormErrors errors;

    @GetMapping("/people/new")
    String add(Model model) {
        rights.require(person.get());
        return form("", "", "", "", model);
    }

    @PostMapping("/people")
    String create(
            @RequestParam String signInName,
            @RequestParam String displayName,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String telephone,
            Model model,
            HttpServletResponse response) {
        SignedIn namer = rights.require(person.get());
        try {
            PersonDetails details = new PersonDetails(displayName, email, telephone);
            return issued(manage.create.create(namer, signInName, details), details.displayName(), model);
        } catch (Refused refused) {
            response.setStatus(errors.show(refused, model).value());
            return form(signInName, displayName, email, telephone, model);
        }
    }

    private static String form(String signInName, String displayName, String email, String telephone, Model model) {
        model.addAttribute("signInName", signInName);
        model.addAttribute("displayName", displayName);
        model.addAttribute("email", email);
        model.addAttribute("telephone", telephone);
        return "people/new";
    }

    /** Shown as the answer itself, not after a redirect: the password is kept nowhere. */
    private static String issued(PasswordIssue issue, String displayName, Model model) {
        model.addAttribute("issue", issue);
        model.addAttribute("displayName", displayName);
        return "people/issued";
    }

    @GetMapping("/people/{id}")
    String card(@PathVariable String id, Model model) {
        Directory.Card card = seen(id);
        return card(card, card.displayName(), card.email(), card.telephone(), model);
    }

    @PostMapping("/people/{id}")
    String describe(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam String displayName,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String telephone,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SignedIn administrator = administrators.require(person.get());
        try {
            manage.describe.describe(
                    administrator, PersonId.of(id), version, new PersonDetails(displayName, email, telephone));
        } catch (Refused refused) {
            response.setStatus(errors.show(refused, model).value());
            return card(directory.card(PersonId.of(id)), displayName, email, telephone, model);
        }
        Flash.done(redirect, "people.done.described");
        return back(id);
    }

    private String card(
            Directory.Card card, String displayName, @Nullable String email, @Nullable String telephone, Model model) {
        model.addAttribute("card", card);
        model.addAttribute("displayName", displayName);
        model.addAttribute("email", email);
        model.addAttribute("telephone", telephone);
        model.addAttribute("changes", changes.of(new PersonId(card.id())));
        SignedIn reader = person.get();
        model.addAttribute("administrator", reader.isAdministrator());
        model.addAttribute(
                "ending",
                card.held().stream()
                        .map(Directory.CardMandate::group)
                        .filter(group -> rights.reaches(reader, MandatePattern.parse(group)))
                        .toList());
        return "people/card";
    }

    @PostMapping("/people/{id}/deactivate")
    String deactivate(
            @PathVariable String id,
            @RequestParam long version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SignedIn administrator = administrators.require(person.get());
        return onCard(id, model, response, card -> {
            List<Message> consequences = manage.deactivate(administrator, PersonId.of(id), version);
            Flash.done(redirect, "people.done.deactivated", card.displayName());
            redirect.addFlashAttribute("consequences", new ArrayList<>(consequences));
            return back(id);
        });
    }

    @PostMapping("/people/{id}/reactivate")
    String reactivate(
            @PathVariable String id,
            @RequestParam long version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SignedIn administrator = administrators.require(person.get());
        return onCard(id, model, response, card -> {
            manage.reactivate(administrator, PersonId.of(id), version);
            Flash.done(redirect, "people.done.reactivated", card.displayName());
            return back(id);
        });
    }

    @PostMapping("/people/{id}/password")
    String resetPassword(
            @PathVariable String id, @RequestParam long version, Model model, HttpServletResponse response) {
        SignedIn administrator = administrators.require(person.get());
        return onCard(
                id,
                model,
                response,
                card -> issued(
                        manage.resetPassword.reset(administrator, PersonId.of(id), version),
                        card.displayName(),
                        model));
    }

    /** First the role, then the agencies that have it, then the scopes: each step a page, so that it works without script. */
    @GetMapping("/people/{id}/grant")
    String choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String agency,
            Locale locale,
            Model model) {
        return grantForm(seen(id), new WantedMandate(role, agency, ""), locale, model);
    }

    @PostMapping("/people/{id}/mandates")
    String grant(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(required = false) @Nullable String function,
            @RequestParam(defaultValue = "") String why,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SignedIn namer = rights.require(person.get());
        WantedMandate wanted = new WantedMandate(role, agency, scope);
        Directory.Card card = seen(id);
        try {
            if (function != null) {
                wanted = grantable.named(function, namer, locale);
            }
            MandatePattern granted = manage.grant(namer, PersonId.of(id), version, wanted, why);
            Flash.done(redirect, "people.done.granted", card.displayName(), roster.describeHolder(granted, locale));
        } catch (Refused refused) {
            response.setStatus(errors.show(refused, model).value());
            model.addAttribute("why", why);
            model.addAttribute("function", function);
            return grantForm(directory.card(PersonId.of(id)), wanted, locale, model);
        }
        return back(id);
    }

    private String grantForm(Directory.Card card, WantedMandate wanted, Locale locale, Model model) {
        Role role = Role.ofCode(wanted.role()).orElse(null);
        SignedIn namer = rights.require(person.get());
        List<String> having = role == null ? List.of() : grantable.agencies(role, namer);
        String agency = having.size() == 1 ? having.get(0) : wanted.agency();
        model.addAttribute("card", card);
        model.addAttribute(
                "roles",
                Stream.of(Role.values())
                        .filter(one -> rights.mayName(namer, one))
                        .toList());
        model.addAttribute("role", role);
        model.addAttribute("agencies", having);
        model.addAttribute("agency", agency);
        model.addAttribute("scope", wanted.scope());
        model.addAttribute(
                "choices",
                role == null || !having.contains(agency) ? List.of() : grantable.of(role, agency, namer, locale));
        model.addAttribute("functions", grantable.names(namer, locale));
        model.addAttribute("mustSayWhy", !namer.isAdministrator());
        return "people/grant";
    }

    @PostMapping("/people/{id}/mandates/{mandate}/end")
    String end(
            @PathVariable String id,
            @PathVariable String mandate,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String why,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SignedIn namer = rights.require(person.get());
        model.addAttribute("why", why);
        model.addAttribute("whyOf", mandate);
        return onCard(id, model, response, card -> {
            UUID mandateId = mandateId(mandate);
            List<Message> consequences = manage.end(namer, PersonId.of(id), version, mandateId, why);
            String ended = card.mandates().stream()
                    .filter(held -> held.id().equals(mandateId))
                    .map(held -> roster.describeHolder(held.group()))
                    .findFirst()
                    .orElse("");
            Flash.done(redirect, "people.done.ended", ended);
            redirect.addFlashAttribute("consequences", new ArrayList<>(consequences));
            return back(id);
        });
    }

    static UUID mandateId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refused.notFound("people.refused.noSuchMandate");
        }
    }

    private String onCard(String id, Model model, HttpServletResponse response, OnCard action) {
        Directory.Card card = seen(id);
        try {
            return action.on(card);
        } catch (Refused refused) {
            response.setStatus(errors.show(refused, model).value());
            Directory.Card now = directory.card(PersonId.of(id));
            return card(now, now.displayName(), now.email(), now.telephone(), model);
        }
    }

    /** What a button on the card does; gives the view that follows. */
    private interface OnCard {

        String on(Directory.Card card);
    }

    private Directory.Card seen(String id) {
        SignedIn namer = rights.require(person.get());
        Directory.Card card = directory.card(PersonId.of(id));
        rights.requireMaySee(namer, card);
        return card;
    }

    private static String back(String id) {
        return "redirect:/people/" + PersonId.of(id);
    }
}
