package org.tandem.platform.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/** What the layout asks for; in templates {@code ${@shell…}}. */
public class Shell {

    private final ObjectProvider<CurrentPerson> person;
    private final ObjectProvider<NavigationEntry> entries;
    private final ObjectProvider<SearchEntry> search;
    private final ObjectProvider<AgencyAccents> accents;
    private final Languages languages;

    Shell(
            ObjectProvider<CurrentPerson> person,
            ObjectProvider<NavigationEntry> entries,
            ObjectProvider<SearchEntry> search,
            ObjectProvider<AgencyAccents> accents,
            Languages languages) {
        this.person = person;
        this.entries = entries;
        this.search = search;
        this.accents = accents;
        this.languages = languages;
    }

    /** One line of the navigation, ready to show. */
    public record Link(
            String messageKey, String href, @Nullable String current) {}

    /** A heading of the navigation and what stands under it. */
    public record Group(String messageKey, List<Link> links) {}

    /** Empty before sign-in, and when the person behind the session is gone. */
    public @Nullable SignedIn person() {
        CurrentPerson current = person.getIfAvailable();
        try {
            return current == null ? null : current.find().orElse(null);
        } catch (Refused gone) {
            return null;
        }
    }

    public List<Group> navigation() {
        SignedIn reader = person();
        if (reader == null) {
            return List.of();
        }
        String path = path();
        Map<Integer, List<Link>> groups = new TreeMap<>();
        entries.stream()
                .filter(entry -> entry.shownTo().test(reader))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .forEach(entry -> groups.computeIfAbsent(
                                Math.min(entry.order() / 100, 2), key -> new java.util.ArrayList<>())
                        .add(new Link(entry.messageKey(), entry.href(), current(entry.href(), path))));
        return groups.entrySet().stream()
                .map(group -> new Group("platform.nav.group" + group.getKey(), group.getValue()))
                .toList();
    }

    private static @Nullable String current(String href, String path) {
        if (path.equals(href)) {
            return "page";
        }
        return path.startsWith(href + "/") ? "true" : null;
    }

    public @Nullable String searchHref() {
        return Optional.ofNullable(search.getIfAvailable())
                .map(SearchEntry::href)
                .orElse(null);
    }

    public boolean hasAgencyStyles() {
        return accents.getIfAvailable() != null;
    }

    public String language() {
        return LocaleContextHolder.getLocale().toLanguageTag();
    }

    public String direction() {
        return List.of("ar", "he", "fa", "ur")
                        .contains(LocaleContextHolder.getLocale().getLanguage())
                ? "rtl"
                : "ltr";
    }

    public List<Locale> languages() {
        return languages.all();
    }

    public String nameOf(Locale language) {
        return languages.nameOf(language);
    }

    /** The present address with another language asked for. */
    public String inLanguage(Locale language) {
        if (RequestContextHolder.getRequestAttributes() == null) {
            return "?lang=" + language.toLanguageTag();
        }
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(-1)
                .replaceQueryParam(ChosenLanguage.PARAMETER, language.toLanguageTag())
                .build()
                .toUriString();
    }

    /** Path and query of the present page, without a language asked for: where to come back to. */
    public String here() {
        if (RequestContextHolder.getRequestAttributes() == null) {
            return "/";
        }
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(-1)
                .replaceQueryParam(ChosenLanguage.PARAMETER)
                .build()
                .toUriString();
    }

    private static String path() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return "";
        }
        return Optional.ofNullable(ServletUriComponentsBuilder.fromCurrentRequestUri()
                        .build()
                        .getPath())
                .orElse("");
    }
}
