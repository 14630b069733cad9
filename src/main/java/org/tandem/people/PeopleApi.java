package org.tandem.people;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Translator;

/** Administrators manage people here too, and coordinators name those of their own agency. Every change names the version of the person that was read. */
@RestController
@RequestMapping(path = "/api/people", produces = "application/json")
@RequiredArgsConstructor
class PeopleApi {

    private final CurrentPerson person;
    private final Administrators administrators;
    private final MandateRights rights;
    private final Directory directory;
    private final PersonChanges changes;
    private final Roster roster;
    private final Scopes scopes;
    private final ManagePeople manage;
    private final Translator translator;

    record Held(
            String id,
            String group,
            String words,
            Instant since,
            @Nullable Instant until) {}

    record Shown(
            String id,
            long version,
            List<String> signInNames,
            String displayName,
            @Nullable String email,
            @Nullable String telephone,
            String language,
            String zone,
            boolean active,
            boolean mustChangePassword,
            List<Held> mandates) {}

    record NewPerson(
            @Nullable String signInName,
            @Nullable String displayName,
            @Nullable String email,
            @Nullable String telephone) {}

    record Issued(String id, String signInName, String oneTimePassword, Instant goodUntil) {}

    record Details(
            @Nullable Long version,
            @Nullable String displayName,
            @Nullable String email,
            @Nullable String telephone) {}

    record Seen(@Nullable Long version) {}

    record Choice(String role, String agency, String scope, String words) {}

    record Grant(
            @Nullable Long version,
            @Nullable String role,
            @Nullable String agency,
            @Nullable String scope,
            @Nullable String why) {}

    record Done(Shown person, List<String> consequences) {}

    record Change(
            Instant at,
            @Nullable String by,
            String what,
            @Nullable String subject,
            @Nullable String oldValue,
            @Nullable String newValue,
            @Nullable String why) {}

    @PostMapping(consumes = "application/json")
    ResponseEntity<Issued> create(@RequestBody NewPerson wanted) {
        SignedIn namer = rights.require(person.get());
        PersonDetails details = new PersonDetails(orEmpty(wanted.displayName()), wanted.email(), wanted.telephone());
        PasswordIssue issue = manage.create.create(namer, orEmpty(wanted.signInName()), details);
        return ResponseEntity.created(URI.create("/api/people/" + issue.person()))
                .body(issued(issue));
    }

    @GetMapping("/{id}")
    Shown show(@PathVariable String id) {
        seen(id);
        return shown(id);
    }

    @PutMapping(path = "/{id}", consumes = "application/json")
    Shown describe(@PathVariable String id, @RequestBody Details wanted) {
        SignedIn administrator = administrators.require(person.get());
        PersonDetails details = new PersonDetails(orEmpty(wanted.displayName()), wanted.email(), wanted.telephone());
        manage.describe.describe(administrator, PersonId.of(id), version(wanted.version()), details);
        return shown(id);
    }

    @PostMapping(path = "/{id}/deactivate", consumes = "application/json")
    Done deactivate(@PathVariable String id, @RequestBody Seen seen) {
        SignedIn administrator = administrators.require(person.get());
        List<Message> consequences = manage.deactivate(administrator, PersonId.of(id), version(seen.version()));
        return done(id, consequences);
    }

    @PostMapping(path = "/{id}/reactivate", consumes = "application/json")
    Shown reactivate(@PathVariable String id, @RequestBody Seen seen) {
        SignedIn administrator = administrators.require(person.get());
        manage.reactivate(administrator, PersonId.of(id), version(seen.version()));
        return shown(id);
    }

    @PostMapping(path = "/{id}/password", consumes = "application/json")
    Issued resetPassword(@PathVariable String id, @RequestBody Seen seen) {
        SignedIn administrator = administrators.require(person.get());
        return issued(manage.resetPassword.reset(administrator, PersonId.of(id), version(seen.version())));
    }

    /** What can be granted, narrowed down by role and agency. */
    @GetMapping("/mandate-choices")
    List<Choice> choices(
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String agency,
            Locale locale) {
        SignedIn namer = rights.require(person.get());
        return Arrays.stream(Role.values())
                .filter(one -> role.isEmpty() || one.code().equals(role))
                .flatMap(one -> scopes.agenciesOf(one).stream()
                        .filter(having -> agency.isEmpty() || having.equals(agency))
                        .flatMap(having -> scopes.choices(one, having, locale).stream()))
                .filter(pattern -> rights.reaches(namer, pattern))
                .map(pattern -> new Choice(
                        pattern.role().code(),
                        pattern.agency(),
                        pattern.scope(),
                        roster.describeHolder(pattern, locale)))
                .toList();
    }

    @PostMapping(path = "/{id}/mandates", consumes = "application/json")
    Shown grant(@PathVariable String id, @RequestBody Grant wanted) {
        SignedIn namer = rights.require(person.get());
        WantedMandate mandate =
                new WantedMandate(orEmpty(wanted.role()), orEmpty(wanted.agency()), orEmpty(wanted.scope()));
        manage.grant(namer, PersonId.of(id), version(wanted.version()), mandate, orEmpty(wanted.why()));
        return shown(id);
    }

    @DeleteMapping("/{id}/mandates/{mandate}")
    Done end(
            @PathVariable String id,
            @PathVariable String mandate,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(required = false) @Nullable String why) {
        SignedIn namer = rights.require(person.get());
        List<Message> consequences =
                manage.end(namer, PersonId.of(id), version(version), PeoplePages.mandateId(mandate), orEmpty(why));
        return done(id, consequences);
    }

    @GetMapping("/{id}/changes")
    List<Change> changes(@PathVariable String id) {
        PersonId known = new PersonId(seen(id).id());
        return changes.of(known).stream()
                .map(change -> new Change(
                        change.at(),
                        change.by(),
                        change.what().name(),
                        change.subject(),
                        change.oldValue(),
                        change.newValue(),
                        change.reason()))
                .toList();
    }

    private Directory.Card seen(String id) {
        SignedIn namer = rights.require(person.get());
        Directory.Card card = directory.card(PersonId.of(id));
        rights.requireMaySee(namer, card);
        return card;
    }

    private Shown shown(String id) {
        Directory.Card card = directory.card(PersonId.of(id));
        List<Held> mandates = card.mandates().stream()
                .map(mandate -> new Held(
                        mandate.id().toString(),
                        mandate.group(),
                        roster.describeHolder(mandate.group()),
                        mandate.grantedAt(),
                        mandate.endedAt()))
                .toList();
        return new Shown(
                card.id().toString(),
                card.version(),
                card.signInNames(),
                card.displayName(),
                card.email(),
                card.telephone(),
                card.language(),
                card.zone(),
                card.active(),
                card.mustChangePassword(),
                mandates);
    }

    private Done done(String id, List<Message> consequences) {
        return new Done(shown(id), consequences.stream().map(translator::say).toList());
    }

    private static Issued issued(PasswordIssue issue) {
        return new Issued(
                issue.person().toString(),
                issue.signInName(),
                issue.password().text(),
                issue.password().expiresAt());
    }

    private static long version(@Nullable Long seen) {
        if (seen == null) {
            throw Refused.invalid("version", "people.refused.version");
        }
        return seen;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
