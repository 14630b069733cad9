package org.tandem.people;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.domain.Specification;
import org.tandem.countries.Agencies;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.register.Cell;
import org.tandem.platform.register.Choice;
import org.tandem.platform.register.Condition;
import org.tandem.platform.register.DatabaseRows;
import org.tandem.platform.register.Filter;
import org.tandem.platform.register.Order;
import org.tandem.platform.register.Register;
import org.tandem.platform.web.Times;
import org.tandem.platform.web.Translator;

/** All persons, for administrators; those of their own agency and whom they added, for coordinators. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class PeopleRegister {

    private static final int PAGE = 25;

    private final Translator translator;
    private final Roster roster;
    private final FunctionWords words;

    @Bean
    Register<PersonRow> personsRegister(EntityManager entities, MandateRights rights, Agencies agencies) {
        return new Register<>("people", "/people", new DatabaseRows<>(PersonRow.class, entities))
                .machines("/people", "list", "people", "people")
                .pagesOf(PAGE)
                .words("people.title", "people.list.empty", "people.list.emptyHint")
                .nothingFound("people.list.empty", "people.list.emptyHint")
                .lead("people.intro")
                .action("people.list.add", "/people/new", who -> true)
                .action("people.changes.title", "/people/changes", who -> true)
                .scope(who -> {
                    rights.require(who);
                    return who.isAdministrator() ? Condition.all() : Condition.where(ours(who, rights.agencies(who)));
                })
                .filter(Filter.text(
                        "q", "people.list.search", text -> Condition.like("words", text.toLowerCase(Locale.ROOT))))
                .filter(Filter.<PersonRow>among("role", "people.list.role", this::roles, role -> Condition.all())
                        .beside((role, all) -> holds(all)))
                .filter(Filter.<PersonRow>among(
                                "agency",
                                "people.list.agency",
                                () -> agencies.all().stream()
                                        .map(agency -> new Choice(agency.code(), translator.agency(agency.code())))
                                        .toList(),
                                agency -> Condition.all())
                        .beside((agency, all) -> holds(all)))
                .filter(Filter.among(
                        "state",
                        "people.list.state",
                        () -> Stream.of("active", "inactive")
                                .map(state -> new Choice(state, translator.say("people.list." + state)))
                                .toList(),
                        state -> Condition.is("state", state)))
                .order(Order.by("name", "people.list.signInName", "signInName"))
                .cells("people.list.name", this::name)
                .column("people.list.signInName", row -> Cell.code(row.signInName))
                .cells("people.list.mandates", this::mandates)
                .data("id", String.class, row -> row.id)
                .data("signInName", String.class, row -> row.signInName)
                .data("displayName", String.class, row -> row.displayName)
                .data("active", Boolean.class, PersonRow::isActive)
                .data("mandates", List.class, row -> List.of(row.groups));
    }

    /** Who has given and taken mandates, and why. */
    @Bean
    Register<MandateChangeRow> mandateChangesRegister(
            EntityManager entities, MandateRights rights, Agencies agencies, Times times) {
        return new Register<>("people", "/people/changes", new DatabaseRows<>(MandateChangeRow.class, entities))
                .machines("/people/changes", "mandateChanges", "changes", "mandate-changes")
                .words("people.changes.title", "people.changes.none", "people.changes.noneHint")
                .nothingFound("people.changes.none", "people.changes.noneHint")
                .lead("people.changes.lead")
                .scope(who -> {
                    rights.require(who);
                    return who.isAdministrator() ? Condition.all() : Condition.oneOf("agency", rights.agencies(who));
                })
                .filter(Filter.among(
                        "agency",
                        "people.list.agency",
                        () -> agencies.all().stream()
                                .map(agency -> new Choice(agency.code(), translator.agency(agency.code())))
                                .toList(),
                        agency -> Condition.is("agency", agency)))
                .order(Order.by("at", "people.card.when", "-at"))
                .column("people.card.when", row -> Cell.text(times.full(row.at)))
                .column("people.card.who", row -> Cell.typed(row.byName))
                .cells(
                        "people.changes.person",
                        row -> List.of(Cell.link(words.ofPerson(row.person, row.mandate), "/people/" + row.personId)))
                .column("people.card.what", row -> Cell.text(words(row)))
                .column("people.changes.why", row -> Cell.typed(row.reason))
                .data("id", Long.class, row -> row.id)
                .data("at", Instant.class, row -> row.at)
                .data("by", String.class, row -> row.byName)
                .data("personId", String.class, row -> row.personId)
                .data("person", String.class, row -> row.person)
                .data("what", String.class, row -> row.what)
                .data("mandate", String.class, row -> row.mandate)
                .data("why", String.class, row -> row.reason);
    }

    private String words(MandateChangeRow row) {
        return translator.say("people.change." + row.what, roster.describeHolder(row.mandate));
    }

    private static Specification<PersonRow> ours(SignedIn who, List<String> agencies) {
        return (row, query, criteria) -> criteria.or(Stream.concat(
                        Stream.of(criteria.equal(
                                row.get("registeredBy"), who.personId().toString())),
                        agencies.stream().map(agency -> criteria.like(row.get("ever"), "%:" + agency + ":%")))
                .toArray(Predicate[]::new));
    }

    private List<Choice> roles() {
        return Stream.of(Role.values())
                .map(role -> new Choice(role.code(), translator.say("people.role." + role.code())))
                .toList();
    }

    /** One mandate that has both. */
    private static Condition<PersonRow> holds(Map<String, String> values) {
        return Condition.like(
                "held",
                (values.containsKey("role") ? "\n" + values.get("role") : "") + ":"
                        + (values.containsKey("agency") ? values.get("agency") + ":" : ""));
    }

    private List<Cell> name(PersonRow row) {
        List<Cell> cells =
                new ArrayList<>(List.of(Cell.link(words.ofPerson(row.displayName, row.groups), "/people/" + row.id)));
        if (!row.isActive()) {
            cells.add(Cell.tag("stop", translator.say("people.list.deactivated")));
        }
        return cells;
    }

    private List<Cell> mandates(PersonRow row) {
        return row.groups.length == 0
                ? List.of(Cell.small(translator.say("people.list.none")))
                : Stream.of(row.groups)
                        .map(group -> Cell.item(roster.describeHolder(group)))
                        .toList();
    }
}
