package org.tandem.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseFigure;
import org.tandem.countries.Agencies;
import org.tandem.countries.Agency;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Translator;

/** What the dashboard can be narrowed to, and in words what it is narrowed to. */
@Component
@RequiredArgsConstructor
class DashboardChoices {

    private final ViewScopes scopes;
    private final Frameworks frameworks;
    private final Agencies agencies;
    private final DashboardRows rows;
    private final Translator translator;

    record Choice(String value, String text, boolean chosen) {}

    /** @param all the whole of it, as a choice of its own */
    record Group(String code, String title, Choice all, List<Choice> choices) {}

    /** Areas by framework; one form field for both, so that they cannot contradict each other. */
    List<Group> areas(View view, SignedIn who) {
        return scopes.readable(who).stream()
                .map(framework -> areas(framework, view))
                .toList();
    }

    private Group areas(Framework framework, View view) {
        String code = framework.shortCode();
        String all = code + "-*";
        String chosen = view.area() == null ? "" : view.area();
        boolean whole = chosen.equals(all) || chosen.isEmpty() && code.equals(view.framework());
        return new Group(
                code,
                framework.shortTitle(),
                new Choice(all, translator.say("dashboard.filter.allAreas", framework.shortTitle()), whole),
                framework.currentAreas().stream()
                        .map(area -> new Choice(
                                area.areaKey(),
                                area.numberedTitle(),
                                area.areaKey().equals(chosen)
                                        || code.equals(view.framework())
                                                && area.code().equals(chosen)))
                        .toList());
    }

    /** One group for each agency that has regions and is party to a framework the reader may read. */
    List<Group> regions(View view, SignedIn who) {
        return scopes.readable(who).stream()
                .flatMap(framework -> framework.parties().stream())
                .distinct()
                .flatMap(code -> agencies.find(code).stream())
                .filter(agency -> !agency.regions().isEmpty())
                .map(agency -> regions(agency, view))
                .toList();
    }

    private static Group regions(Agency agency, View view) {
        String chosen = view.regions().get(agency.code());
        return new Group(
                agency.code(),
                agency.initials(locale()),
                new Choice("", "", chosen == null),
                agency.regions().stream()
                        .map(region -> new Choice(
                                agency.code() + ":" + region.code(),
                                region.name(locale()),
                                region.code().equals(chosen)))
                        .toList());
    }

    /** The view in words; nothing when it is narrowed to nothing. */
    List<String> inForce(View view) {
        List<String> words = new ArrayList<>();
        if (view.framework() != null) {
            words.add(title(view.framework()));
        }
        if (view.area() != null) {
            words.add(
                    view.area().endsWith("-*")
                            ? title(view.area().substring(0, view.area().length() - 2))
                            : area(view));
        }
        view.regions().forEach((agency, code) -> agencies.find(agency)
                .flatMap(found -> found.region(code))
                .ifPresent(region -> words.add(translator.agency(agency) + ": " + region.name(locale()))));
        view.flags().forEach(flag -> words.add(translator.say("dashboard.flag." + flag)));
        return words;
    }

    /** Which number of the view a list is behind, in words. */
    List<String> inForce(FigureFilter behind) {
        return Stream.of(
                        value(behind),
                        behind.line() == null ? "" : behind.line(),
                        word(
                                "people.role.",
                                behind.role() == null ? null : behind.role().code()),
                        word("dashboard.due.", behind.due()),
                        word("task.", behind.task()),
                        behind.holder() == null ? "" : rows.name(behind.holder()),
                        word(
                                "dashboard.age.",
                                behind.age() == null ? null : behind.age().word()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private String value(FigureFilter behind) {
        CaseFigure figure = behind.figure().cases();
        return figure == null || behind.value() == null ? "" : translator.say(figure.said(behind.value()));
    }

    private String word(String prefix, @org.jspecify.annotations.Nullable String code) {
        return code == null ? "" : translator.say(prefix + code);
    }

    /** What frameworks are called, by short code. */
    Map<String, String> names(SignedIn who) {
        return scopes.readable(who).stream()
                .collect(Collectors.toMap(Framework::shortCode, framework -> framework.shortTitle()));
    }

    private String title(String framework) {
        return frameworks.byShortCode(framework).map(Framework::shortTitle).orElse(framework);
    }

    private String area(View view) {
        return frameworks
                .areaByKey(String.valueOf(view.area()))
                .or(() -> frameworks.areaByKey(view.framework() + "-" + view.area()))
                .map(Area::numberedTitle)
                .orElse("");
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
