package org.tandem.search;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Languages;
import org.tandem.platform.web.SearchEntry;
import org.tandem.platform.web.Translator;

/** The one search box, and what it finds. */
@Controller
@RequiredArgsConstructor
class SearchPages {

    private static final String ADDRESS = "/search";

    private final Search search;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    /** A hit, ready to show. */
    record Row(
            String kind,
            String href,
            List<Marked.Piece> title,
            @Nullable String titleLanguage,
            List<Marked.Piece> line,
            @Nullable String lineLanguage,
            List<Marked.Piece> excerpt) {}

    /** A kind to choose; the address keeps the words. */
    record Choice(
            String label, long count, String href, @Nullable String current) {}

    @GetMapping(ADDRESS)
    ModelAndView find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        Wanted wanted = new Wanted(q, kind == null || search.kind(kind).isEmpty() ? null : kind, page);
        Found found = search.find(wanted, currentPerson.get(), Languages.spoken(locale));
        model.addAttribute("wanted", wanted);
        model.addAttribute("found", found);
        model.addAttribute("kinds", search.kinds());
        model.addAttribute(
                "rows",
                found.hits().stream().map(hit -> row(hit, wanted, locale)).toList());
        model.addAttribute("choices", choices(wanted, found));
        addPages(wanted, found, model);
        if (!wanted.isTooLong()) {
            return new ModelAndView("search/search", model.asMap());
        }
        model.addAttribute(
                "errors",
                List.of(new FieldMessage(
                        "q",
                        translator.say(SearchRefused.tooLong(wanted.text().length(), Wanted.LONGEST)
                                .words()))));
        return new ModelAndView("search/search", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private static Row row(Found.Hit hit, Wanted wanted, Locale page) {
        List<String> words = wanted.words();
        return new Row(
                hit.kind().messageKey(),
                hit.href(),
                Marked.pieces(hit.title().text(), words),
                otherThan(page, hit.title().language()),
                Marked.pieces(hit.line().text(), words),
                otherThan(page, hit.line().language()),
                hit.excerpt() == null ? List.of() : Marked.pieces(hit.excerpt(), words));
    }

    /** To be said in its own language, where that is not the language of the page. */
    private static @Nullable String otherThan(Locale page, String language) {
        return page.toLanguageTag().equals(language) ? null : language;
    }

    private List<Choice> choices(Wanted wanted, Found found) {
        return found.kinds().stream()
                .map(count -> new Choice(
                        count.kind().messageKey() + ".all",
                        count.count(),
                        address(wanted, count.kind().code(), 1),
                        count.kind().code().equals(wanted.kind()) ? "page" : null))
                .toList();
    }

    private static void addPages(Wanted wanted, Found found, Model model) {
        int page = wanted.page();
        model.addAttribute("all", address(wanted, null, 1));
        model.addAttribute(
                "sum", found.kinds().stream().mapToLong(Found.KindCount::count).sum());
        model.addAttribute("from", (page - 1) * Found.PAGE + 1);
        model.addAttribute("to", (page - 1) * Found.PAGE + found.hits().size());
        model.addAttribute("previous", page > 1 ? address(wanted, wanted.kind(), page - 1) : null);
        model.addAttribute("next", found.goesOnAfter(page) ? address(wanted, wanted.kind(), page + 1) : null);
    }

    private static String address(Wanted wanted, @Nullable String kind, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(ADDRESS).queryParam("q", "{q}");
        if (kind != null) {
            address.queryParam("kind", kind);
        }
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.encode().buildAndExpand(wanted.text()).toUriString();
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        SearchEntry searchEntry() {
            return new SearchEntry(ADDRESS);
        }
    }
}
