package org.tandem.funds;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.Refused;
import org.tandem.platform.reference.Paged;

/** Funds and markers for machines. */
@RestController
@RequestMapping("/api")
@RequiredArgsConstructor
class FundsApi {

    private final Funds funds;
    private final FundSearch search;

    @GetMapping("/funds")
    Paged<Fund> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        return Paged.of(search.funds(q), page, size);
    }

    @GetMapping("/funds/{code}")
    Fund one(@PathVariable String code) {
        return funds.find(code).orElseThrow(() -> Refused.notFound("funds.refused.noFund", code));
    }

    @GetMapping("/markers")
    List<MarkerSet> markers(@RequestParam(defaultValue = "") String q) {
        return search.markers(q);
    }
}
