package org.tandem.people.demo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.people.Roster;
import org.tandem.people.signin.DemoAccounts;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Role;
import org.tandem.platform.web.Translator;

/** The demo accounts as the sign-in page lists them, by role; where there is one for every country, how the name is made. */
@Component
@RequiredArgsConstructor
class DemoTable implements DemoAccounts {

    private static final Set<Role> ONE_PER_COUNTRY = EnumSet.of(Role.COUNTRY_OFFICE, Role.RESIDENT_COORDINATOR);
    private static final List<String> TOUR =
            List.of("fp.undp.a3", "fp.ilo.a3", "rd.undp.rbap", "rd.ilo.asia_pacific", "coord.undp", "rc.vnm", "admin");
    private static final String ANY_COUNTRY = "xxx";

    private final DemoRoster demo;
    private final Roster roster;
    private final Translator translator;

    @Override
    public String password() {
        return DemoPasswords.PASSWORD;
    }

    @Override
    public List<Account> tour(Locale locale) {
        Map<String, DemoPerson> known =
                demo.wanted().stream().collect(Collectors.toMap(DemoPerson::name, Function.identity()));
        return TOUR.stream()
                .filter(known::containsKey)
                .map(name ->
                        new Account(name, roster.describeHolder(known.get(name).title(), locale)))
                .toList();
    }

    @Override
    public List<Group> groups(Locale locale) {
        Map<Role, Map<String, String>> byRole = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            byRole.put(role, new LinkedHashMap<>());
        }
        for (DemoPerson person : demo.wanted()) {
            Role role = person.title().role();
            byRole.get(role).put(nameOf(person), functionOf(person, locale));
        }
        List<Group> groups = new ArrayList<>();
        byRole.forEach((role, accounts) -> {
            if (!accounts.isEmpty()) {
                groups.add(new Group(titleOf(role, locale), accountsOf(accounts)));
            }
        });
        return groups;
    }

    private static String nameOf(DemoPerson person) {
        String name = person.name();
        return ONE_PER_COUNTRY.contains(person.title().role())
                ? name.substring(0, name.lastIndexOf('.') + 1) + ANY_COUNTRY
                : name;
    }

    private String functionOf(DemoPerson person, Locale locale) {
        if (ONE_PER_COUNTRY.contains(person.title().role())) {
            return translator.say(
                    Message.of(
                            "people.demo." + person.title().role().code(),
                            MessageArgument.agency(person.title().agency())),
                    locale);
        }
        String title = roster.describeHolder(person.title(), locale);
        return person.number() == 0 ? title : title + " (" + person.number() + ")";
    }

    private String titleOf(Role role, Locale locale) {
        return translator.say(Message.of("people.role." + role.code()), locale);
    }

    private static List<Account> accountsOf(Map<String, String> accounts) {
        return accounts.entrySet().stream()
                .map(entry -> new Account(entry.getKey(), entry.getValue()))
                .toList();
    }
}
