package org.tandem.people;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.people.signin.Sessions;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.FormErrors;
import org.tandem.platform.web.LocalPath;

/** What everybody may change about themselves. */
@Controller
@RequiredArgsConstructor
class ProfilePages {

    private static final Duration JUST = Duration.ofMinutes(10);

    private final Clock clock;
    private final CurrentPerson person;
    private final Directory directory;
    private final ChangeProfile changeProfile;
    private final ChangePassword changePassword;
    private final ChooseFirstPassword chooseFirstPassword;
    private final Mailboxes mailboxes;
    private final CalendarLinks calendars;
    private final Sessions sessions;
    private final FormErrors errors;

    /** The second is where a new secret link was shown: from there people reload and change the language. */
    @GetMapping({"/profile", "/profile/calendar"})
    String profile(Model model) {
        Directory.Card card = ownCard();
        return profile(card, card.language(), card.zone(), card.telephone(), model);
    }

    @PostMapping("/profile")
    String change(
            @RequestParam long version,
            @RequestParam String language,
            @RequestParam String zone,
            @RequestParam(required = false) @Nullable String telephone,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            changeProfile.change(person.get(), version, new Preferences(language, zone.strip()), telephone);
        } catch (Refused refused) {
            response.setStatus(errors.show(refused, model).value());
            return profile(ownCard(), language, zone, telephone, model);
        }
        Flash.done(redirect, "people.done.profile");
        return "redirect:/profile";
    }

    @PostMapping("/profile/mail")
    String mail(@RequestParam(defaultValue = "false") boolean wanted, RedirectAttributes redirect) {
        mailboxes.choose(person.get().personId(), wanted);
        Flash.done(redirect, wanted ? "people.done.mailOn" : "people.done.mailOff");
        return "redirect:/profile";
    }

    /** The secret is said here once and kept nowhere: no redirect, which would put it into the session. */
    @PostMapping("/profile/calendar")
    String makeCalendar(Model model) {
        model.addAttribute(
                "made",
                ProfileApi.CalendarAddress.of(calendars.make(person.get().personId())));
        return profile(model);
    }

    @PostMapping("/profile/calendar/revoke")
    String revokeCalendar(RedirectAttributes redirect) {
        calendars.revoke(person.get().personId());
        Flash.done(redirect, "people.done.calendarRevoked");
        return "redirect:/profile";
    }

    @PostMapping("/profile/zone")
    String useZone(
            @RequestParam String zone, @RequestParam(defaultValue = "/") String back, RedirectAttributes redirect) {
        changeProfile.useZone(person.get(), zone.strip());
        Flash.done(redirect, "people.done.zone", zone.strip());
        return "redirect:" + (LocalPath.isLocal(back) ? back : "/");
    }

    private Directory.Card ownCard() {
        return directory.card(new PersonId(person.get().personId()));
    }

    private String profile(Directory.Card card, String language, String zone, @Nullable String telephone, Model model) {
        model.addAttribute("card", card);
        model.addAttribute(
                "calendarSince", calendars.since(person.get().personId()).orElse(null));
        model.addAttribute("mail", mailboxes.wanted(person.get().personId()).orElse(null));
        model.addAttribute("language", language);
        model.addAttribute("zone", zone);
        model.addAttribute("telephone", telephone);
        model.addAttribute("languages", Preferences.locales());
        model.addAttribute("zones", zones());
        return "people/profile";
    }

    /** Places; the technical names (Etc/GMT+3 and the like) are accepted but not offered. */
    static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC") || zone.contains("/"))
                .filter(zone -> !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
    }

    @GetMapping("/profile/password")
    String password(Model model, HttpSession session) {
        model.addAttribute("first", ownCard().mustChangePassword());
        model.addAttribute("justTyped", hasJustBegun(session));
        return "people/password";
    }

    @PostMapping("/profile/password")
    String changePassword(
            @RequestParam(defaultValue = "") String present,
            @RequestParam String password,
            @RequestParam String repeated,
            Model model,
            HttpServletResponse response,
            HttpSession session,
            RedirectAttributes redirect) {
        SignedIn self = person.get();
        try {
            changePassword.change(self, present, password, repeated, hasJustBegun(session));
        } catch (Refused refused) {
            response.setStatus(errors.show(refused, model).value());
            return password(model, session);
        }
        sessions.endOthers(self.username(), session.getId());
        Flash.done(redirect, "people.done.password");
        return "redirect:/profile";
    }

    /** A page left open for longer is no proof of who sits before it. */
    private boolean hasJustBegun(HttpSession session) {
        return clock.millis() - session.getCreationTime() < JUST.toMillis();
    }

    @GetMapping("/first-sign-in")
    String firstSignIn(@RequestParam(defaultValue = "") String token, CsrfToken csrf, Model model) {
        csrf.getToken(); // sets the cookie before the page is being written
        return firstSignIn(token, model);
    }

    private String firstSignIn(String token, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("signInName", chooseFirstPassword.signInNameFor(token));
        return "people/first-sign-in";
    }

    @PostMapping("/first-sign-in")
    String choose(
            @RequestParam String token,
            @RequestParam String password,
            @RequestParam String repeated,
            Model model,
            HttpServletResponse response) {
        try {
            chooseFirstPassword.choose(token, password, repeated);
        } catch (Refused refused) {
            response.setStatus(errors.show(refused, model).value());
            return firstSignIn(token, model);
        }
        return "redirect:/login?chosen"; // said there, not in a session
    }
}
