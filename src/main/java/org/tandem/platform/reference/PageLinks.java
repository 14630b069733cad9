package org.tandem.platform.reference;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The addresses of the neighbouring pages, everything else in the address kept. */
public record PageLinks(
        int from,
        int to,
        int total,
        @Nullable String previous,
        @Nullable String next) {

    public static PageLinks of(Paged<?> paged, int size) {
        int from = paged.total() == 0 ? 0 : (paged.page() - 1) * size + 1;
        return new PageLinks(
                from,
                from + paged.items().size() - (paged.total() == 0 ? 0 : 1),
                paged.total(),
                paged.page() > 1 ? link(paged.page() - 1) : null,
                paged.page() < paged.pages() ? link(paged.page() + 1) : null);
    }

    private static String link(int page) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(-1)
                .replaceQueryParam("page", page)
                .build()
                .toUriString();
    }
}
