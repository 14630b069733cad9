package org.tandem.tasks;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.UploadedFiles;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.people.PersonName;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.forms.FileField;
import org.tandem.tasks.forms.FormContext;
import org.tandem.tasks.forms.FormDefinition;
import org.tandem.tasks.forms.Option;

/** What every form is filled in against: time, zone and language of the reader, and what its pickers offer. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class FormContexts {

    private final Countries countries;
    private final UploadedFiles uploads;
    private final Clock clock;
    private final Map<Locale, List<Option>> countryOptions = new ConcurrentHashMap<>();

    /** In the language of the request; with all countries for the country picker. */
    public FormContext of(SignedIn who) {
        Locale locale = LocaleContextHolder.getLocale();
        return FormContext.of(clock.instant(), who.zone(), locale)
                .withOptions(
                        FormContext.COUNTRIES,
                        countryOptions.computeIfAbsent(
                                locale, language -> countryOptions(countries.all(language), language)));
    }

    /** The same with the files that wait for this form to be sent. */
    public FormContext of(SignedIn who, FormDefinition form) {
        FormContext context = of(who);
        for (FileField field : form.files()) {
            context = context.withOptions(
                    FileField.OPTIONS + field.kind(),
                    uploads.of(field.kind(), who).stream()
                            .map(file -> new Option(file.id().toString(), file.fileName()))
                            .toList());
        }
        return context;
    }

    /** For a country picker that offers only these. */
    public static List<Option> countryOptions(Collection<Country> offered, Locale locale) {
        return offered.stream()
                .map(country -> new Option(country.iso3(), country.name(locale), country.names()))
                .toList();
    }

    /** For a person picker; of two with one name each is shown with the name they sign in by. */
    public static List<Option> personOptions(Collection<PersonName> offered) {
        Map<String, Long> called =
                offered.stream().collect(Collectors.groupingBy(PersonName::displayName, Collectors.counting()));
        Function<PersonName, String> label = person -> called.get(person.displayName()) == 1
                ? person.displayName()
                : person.displayName() + " (" + person.signInName() + ")";
        return offered.stream()
                .map(person -> new Option(person.id().toString(), label.apply(person), List.of(person.signInName())))
                .toList();
    }
}
