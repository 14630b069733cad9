package org.tandem.people;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tandem.people.signin.Sessions;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Mandate;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/** Who I am, what I may do, and what I may change about myself. */
@RestController
@RequestMapping(path = "/api/profile", produces = "application/json")
@RequiredArgsConstructor
class ProfileApi {

    private final CurrentPerson person;
    private final Directory directory;
    private final Roster roster;
    private final ChangeProfile changeProfile;
    private final ChangePassword changePassword;
    private final Mailboxes mailboxes;
    private final CalendarLinks calendars;
    private final Sessions sessions;

    record MyMandate(String group, String words) {}

    record Me(
            String id,
            long version,
            String signInName,
            String displayName,
            String language,
            String zone,
            @Nullable String telephone,
            List<MyMandate> mandates) {}

    record Wanted(
            @Nullable Long version,
            @Nullable String language,
            @Nullable String zone,
            @Nullable String telephone) {}

    record Passwords(@Nullable String present, @Nullable String password) {}

    /** Where a calendar program fetches the calendar of a person: whoever has it needs nothing else. */
    record CalendarAddress(String address) {

        static CalendarAddress of(String secret) {
            return new CalendarAddress(ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path("/calendar/feed/{secret}.ics")
                    .build(secret)
                    .toString());
        }
    }

    @GetMapping
    Me me() {
        SignedIn self = person.get();
        Directory.Card card = directory.card(new PersonId(self.personId()));
        List<MyMandate> mandates = self.mandates().stream()
                .map(Mandate::group)
                .map(group -> new MyMandate(group, roster.describeHolder(group)))
                .toList();
        return new Me(
                card.id().toString(),
                card.version(),
                self.username(),
                card.displayName(),
                card.language(),
                card.zone(),
                card.telephone(),
                mandates);
    }

    @PutMapping(consumes = "application/json")
    Me change(@RequestBody Wanted wanted) {
        if (wanted.version() == null) {
            throw Refused.invalid("version", "people.refused.version");
        }
        Preferences preferences = new Preferences(String.valueOf(wanted.language()), String.valueOf(wanted.zone()));
        changeProfile.change(person.get(), wanted.version(), preferences, wanted.telephone());
        return me();
    }

    @PutMapping("/daily-mail")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mail(@RequestParam boolean wanted) {
        mailboxes.choose(person.get().personId(), wanted);
    }

    @PostMapping("/calendar")
    @ResponseStatus(HttpStatus.CREATED)
    CalendarAddress makeCalendar() {
        return CalendarAddress.of(calendars.make(person.get().personId()));
    }

    @DeleteMapping("/calendar")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeCalendar() {
        calendars.revoke(person.get().personId());
    }

    @PutMapping(path = "/password", consumes = "application/json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody Passwords passwords) {
        SignedIn self = person.get();
        String present = passwords.present() == null ? "" : passwords.present();
        String password = passwords.password() == null ? "" : passwords.password();
        changePassword.change(self, present, password, password, false);
        sessions.endAll(self.username());
    }
}
