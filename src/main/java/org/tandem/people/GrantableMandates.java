package org.tandem.people;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.TextRules;

/** The mandates somebody may grant, by the names of their functions: chosen in one box, or step by step. */
@Component
@RequiredArgsConstructor
class GrantableMandates {

    private final Scopes scopes;
    private final MandateRights rights;
    private final FunctionWords words;

    List<String> agencies(Role role, SignedIn namer) {
        return !rights.mayName(namer, role)
                ? List.of()
                : scopes.agenciesOf(role).stream()
                        .filter(code -> namer.isAdministrator()
                                || rights.agencies(namer).contains(code))
                        .toList();
    }

    List<MandatePattern> of(Role role, String agency, SignedIn namer, Locale locale) {
        return scopes.choices(role, agency, locale).stream()
                .filter(pattern -> rights.reaches(namer, pattern))
                .toList();
    }

    List<String> names(SignedIn namer, Locale locale) {
        return all(namer, locale)
                .map(pattern -> words.ofOne(pattern, locale))
                .distinct()
                .toList();
    }

    /** @throws Refused when no function is called so, or several are */
    WantedMandate named(String function, SignedIn namer, Locale locale) {
        String wanted = TextRules.clean(function);
        List<MandatePattern> meant = all(namer, locale)
                .filter(pattern -> words.ofOne(pattern, locale).equalsIgnoreCase(wanted))
                .toList();
        if (meant.size() != 1) {
            throw Refused.invalid(
                    "function", meant.isEmpty() ? "people.refused.noSuchFunction" : "people.refused.severalFunctions");
        }
        MandatePattern one = meant.get(0);
        return new WantedMandate(one.role().code(), one.agency(), one.scope());
    }

    private Stream<MandatePattern> all(SignedIn namer, Locale locale) {
        return Stream.of(Role.values()).flatMap(role -> agencies(role, namer).stream()
                .flatMap(agency -> of(role, agency, namer, locale).stream()));
    }
}
