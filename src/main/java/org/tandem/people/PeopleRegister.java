package org.tandem.people;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.countries.Agencies;
import org.tandem.platform.Role;
import org.tandem.platform.register.Cell;
import org.tandem.platform.register.Choice;
import org.tandem.platform.register.Condition;
import org.tandem.platform.register.DatabaseRows;
import org.tandem.platform.register.Filter;
import org.tandem.platform.register.Order;
import org.tandem.platform.register.Register;
import org.tandem.platform.web.Translator;

/** All persons, for administrators. */
@Configuration(proxyBeanMethods = false)
class PeopleRegister {

    private static final int PAGE = 25;

    private final Translator translator;
    private final Roster roster;

    PeopleRegister(Translator translator, Roster roster) {
        this.translator = translator;
        this.roster = roster;
    }

    @Bean
    Register<PersonRow> personsRegister(EntityManager entities, Administrators administrators, Agencies agencies) {
        return new Register<>("people", "/people", new DatabaseRows<>(PersonRow.class, entities))
                .machines("/people", "list", "people", "people")
                .pagesOf(PAGE)
                .words("people.title", "people.list.empty", "people.list.emptyHint")
                .nothingFound("people.list.empty", "people.list.emptyHint")
                .lead("people.intro")
                .action("people.list.add", "/people/new", who -> true)
                .scope(who -> {
                    administrators.require(who);
                    return Condition.all();
                })
                .filter(Filter.text(
                        "q", "people.list.search", text -> Condition.like("words", text.toLowerCase(Locale.ROOT))))
                .filter(Filter.<PersonRow>among("role", "people.list.role", this::roles, role -> Condition.all())
                        .beside((role, all) -> holds(all)))
                .filter(Filter.<PersonRow>among(
                                "agency",
                                "people.list.agency",
                                () -> agencies.all().stream()
                                        .map(agency -> new Choice(agency.code(), agency.code()))
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
        List<Cell> cells = new ArrayList<>(List.of(Cell.link(row.displayName, "/people/" + row.id)));
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
