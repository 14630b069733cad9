package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.SignedIn;

/** What the layout asks for; in templates {@code ${@shell…}}. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class Shell {

    private final Reader reader;
    private final ObjectProvider<NavigationSource> entries;
    private final ObjectProvider<SearchEntry> search;
    private final ObjectProvider<AgencyAccents> accents;
    private final Languages languages;
    private final Translator translator;

    /** One line of the navigation, ready to show. */
    public record Link(
            String messageKey, String href, @Nullable String current) {}

    /** A heading of the navigation and what stands under it. */
    public record Group(String messageKey, List<Link> links) {}

    /** Empty before sign-in, and when the person behind the session is gone. */
    public @Nullable SignedIn person() {
        return reader.find().orElse(null);
    }

    /** What the person is called in the reader's language; only names that are functions differ, and those from English. */
    public @Nullable String personName() {
        SignedIn person = person();
        if (person == null) {
            return null;
        }
        return LocaleContextHolder.getLocale().getLanguage().equals("en")
                ? person.displayName()
                : translator.name(MessageArgument.person(person.personId()));
    }

    public List<Group> navigation() {
        SignedIn person = person();
        if (person == null) {
            return List.of();
        }
        String path = path();
        List<NavigationEntry> shown = entries.stream()
                .flatMap(NavigationSource::entries)
                .filter(entry -> entry.shownTo().test(person))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        String nearest = shown.stream()
                .map(NavigationEntry::href)
                .filter(href -> path.equals(href) || path.startsWith(href + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        Map<Integer, List<Link>> groups = new TreeMap<>();
        for (NavigationEntry entry : shown) {
            groups.computeIfAbsent(Math.min(entry.order() / 100, 2), key -> new ArrayList<>())
                    .add(new Link(
                            entry.messageKey(),
                            entry.href(),
                            entry.href().equals(nearest) ? current(nearest, path) : null));
        }
        return groups.entrySet().stream()
                .map(group -> new Group("platform.nav.group." + group.getKey(), group.getValue()))
                .toList();
    }

    /** The page itself, or one beneath it. */
    private static String current(String href, String path) {
        return path.equals(href) ? "page" : "true";
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
        return address()
                .replaceQueryParam(ChosenLanguage.PARAMETER, language.toLanguageTag())
                .build()
                .toUriString();
    }

    /** Path and query of the present page, without a language asked for: where to come back to. */
    public String here() {
        return address().replaceQueryParam(ChosenLanguage.PARAMETER).build().toUriString();
    }

    private static UriComponentsBuilder address() {
        HttpServletRequest request = request();
        String query = request.getQueryString();
        return UriComponentsBuilder.fromUriString(
                request.getContextPath() + Refusals.pathOf(request) + (query == null ? "" : "?" + query));
    }

    private static String path() {
        return Refusals.pathOf(request());
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
