package org.tandem.people;

import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.platform.Mandate;
import org.tandem.platform.ScopeKind;

/** Puts a mandate pattern into words: all who hold it, or one of them. */
@Component
@RequiredArgsConstructor
class FunctionWords {

    private final MessageSource messages;
    private final Agencies agencies;
    private final AgencyNames agencyNames;
    private final Countries countries;
    private final Frameworks frameworks;
    private final Funds funds;

    /** {@code UNDP focal points of area 3}. */
    String ofAll(MandatePattern pattern, Locale locale) {
        return say("people.group.", pattern, locale);
    }

    /** {@code UNDP focal point of area 3}. */
    String ofOne(MandatePattern pattern, Locale locale) {
        return say("people.holder.", pattern, locale);
    }

    /** A person called by a function, perhaps in short or with a number behind it, is called so in the reader's language. */
    String ofPerson(String displayName, String... held) {
        String function = displayName.replaceFirst(" \\(\\d+\\)$", "");
        return Stream.of(held)
                .flatMap(group -> MandatePattern.find(group).stream())
                .flatMap(pattern ->
                        Stream.of(pattern, new MandatePattern(pattern.role(), pattern.agency(), Mandate.WORLD)))
                .filter(pattern -> function.equals(ofOne(pattern, Locale.ENGLISH)))
                .findFirst()
                .map(pattern ->
                        ofOne(pattern, LocaleContextHolder.getLocale()) + displayName.substring(function.length()))
                .orElse(displayName);
    }

    private String say(String prefix, MandatePattern pattern, Locale locale) {
        String key = prefix + pattern.role().code();
        if (pattern.scope().equals(CandidateGroups.NONE)) {
            key += ".nobody";
        } else if (pattern.isWorldwide()) {
            key += ".world";
        }
        // Some functions nobody can hold have no words, e.g. observers of one country: then the group stands for
        // itself.
        return String.valueOf(messages.getMessage(
                key,
                new Object[] {agencyNames.name(pattern.agency(), locale), scope(pattern, locale)},
                pattern.group(),
                locale));
    }

    /** The scope as the data call it; as it stands where the data know it no more. */
    String scope(MandatePattern pattern, Locale locale) {
        String scope = pattern.scope();
        return switch (pattern.role()) {
            case FOCAL_POINT -> area(pattern, locale);
            case COUNTRY_OFFICE, RESIDENT_COORDINATOR ->
                countries.find(scope).map(country -> country.name(locale)).orElse(scope);
            case REGIONAL_DIRECTOR -> region(pattern, locale);
            case COORDINATOR, TASK_TEAM ->
                frameworks
                        .byShortCode(scope)
                        .map(framework -> framework.shortTitle(locale))
                        .orElse(scope);
            case TECHNICAL_ADVISER -> scope.contains("-") ? area(pattern, locale) : region(pattern, locale);
            case FUND_CLERK, COMMITTEE_MEMBER ->
                funds.find(scope).map(Fund::shortName).orElse(scope);
            case OBSERVER, ADMINISTRATOR -> scope;
        };
    }

    /** The scope alone, as it stands in a list to choose from. */
    public String scopeInFull(MandatePattern pattern) {
        if (pattern.scopeKind() == ScopeKind.AREA) {
            return frameworks
                    .areaByKey(pattern.scope())
                    .map(area -> area.areaKey() + ": " + area.title())
                    .orElse(pattern.scope());
        }
        return scope(pattern, LocaleContextHolder.getLocale());
    }

    /** One line of the record, in the reader's language. */
    public String change(PersonChange change) {
        Locale locale = LocaleContextHolder.getLocale();
        String key = "people.change." + change.what();
        if (change.what() == PersonChange.What.DESCRIBED) {
            key += "." + change.subject();
        }
        String subject = change.subject() == null ? "" : change.subject();
        String words = MandatePattern.find(subject)
                .map(pattern -> ofOne(pattern, locale))
                .orElse(subject);
        return messages.getMessage(key, new Object[] {words, change.oldValue(), change.newValue()}, locale);
    }

    private String region(MandatePattern pattern, Locale locale) {
        return agencies.find(pattern.agency())
                .flatMap(agency -> agency.region(pattern.scope()))
                .map(region -> region.name(locale))
                .or(() -> countries.find(pattern.scope()).map(country -> country.name(locale)))
                .orElse(pattern.scope());
    }

    /** Names the framework only where the agency has areas in several. */
    private String area(MandatePattern pattern, Locale locale) {
        Area area = frameworks.areaByKey(pattern.scope()).orElse(null);
        if (area == null) {
            return pattern.scope();
        }
        boolean several = frameworks.all().stream()
                        .filter(Framework::nominatesCountries)
                        .filter(framework -> framework.hasParty(pattern.agency()))
                        .count()
                > 1;
        String key = several ? "people.scope.areaOf" : "people.scope.area";
        return messages.getMessage(key, new Object[] {area.number(), area.framework()}, locale);
    }
}
