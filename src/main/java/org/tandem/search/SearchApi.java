package org.tandem.search;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.web.Languages;

/** The search box for machines: the same words, the same rights. */
@RestController
@RequiredArgsConstructor
class SearchApi {

    private final Search search;
    private final CurrentPerson currentPerson;

    /** @param href where people read it */
    record HitAnswer(
            String kind,
            String key,
            String title,
            String line,
            @Nullable String excerpt,
            String href) {}

    record KindAnswer(String kind, long count) {}

    record SearchAnswer(
            String q, @Nullable String kind, int page, long total, List<KindAnswer> kinds, List<HitAnswer> items) {}

    @GetMapping("/api/search")
    SearchAnswer find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "1") int page,
            Locale locale) {
        Wanted wanted = new Wanted(q, kind, page);
        if (wanted.isTooLong()) {
            throw SearchRefused.tooLong(wanted.text().length(), Wanted.LONGEST);
        }
        if (wanted.kind() != null && search.kind(wanted.kind()).isEmpty()) {
            throw SearchRefused.unknownKind();
        }
        Found found = search.find(wanted, currentPerson.get(), Languages.spoken(locale));
        return new SearchAnswer(
                wanted.text(),
                wanted.kind(),
                wanted.page(),
                found.total(),
                found.kinds().stream()
                        .map(count -> new KindAnswer(count.kind().code(), count.count()))
                        .toList(),
                found.hits().stream().map(SearchApi::answer).toList());
    }

    private static HitAnswer answer(Found.Hit hit) {
        return new HitAnswer(
                hit.kind().code(), hit.key(), hit.title().text(), hit.line().text(), hit.excerpt(), hit.href());
    }
}
