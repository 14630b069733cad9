package org.tandem.funds;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.platform.reference.ReferenceLoads;
import org.tandem.search.SearchDocument;
import org.tandem.search.SearchKind;
import org.tandem.search.SearchSource;

/** Funds by all their names, and their calls. */
@Component
@RequiredArgsConstructor
class FundDocuments implements SearchSource {

    private static final String FUND = "fund";
    private static final String CALL = "call";

    private final Funds funds;
    private final CallTable calls;
    private final ReferenceLoads loads;

    @Override
    public List<SearchKind> kinds() {
        return List.of(
                new SearchKind(FUND, 40, "funds.found." + FUND), new SearchKind(CALL, 50, "funds.found." + CALL));
    }

    @Override
    public String basis() {
        return loads.fingerprint("funds");
    }

    @Override
    public void describeAll(Consumer<SearchDocument> to) {
        funds.all().forEach(fund -> to.accept(document(fund)));
        calls.all().forEach(call -> to.accept(of(call)));
    }

    private static SearchDocument document(Fund fund) {
        return new SearchDocument(
                        FUND,
                        fund.code(),
                        "/funds/" + fund.code(),
                        SearchDocument.same(fund.name()),
                        SearchDocument.same(fund.code() + " · " + fund.shortName()))
                .alsoNamed(fund.aliases().stream())
                .saying(Stream.concat(
                        Stream.of(fund.administrativeAgent()),
                        fund.windows().stream().map(Fund.Window::label)));
    }

    /** A newer description of a call takes the place of an older one. */
    SearchDocument of(Call call) {
        Fund fund = funds.find(call.fund()).orElseThrow();
        return new SearchDocument(
                        CALL,
                        fund.code() + "/" + call.id(),
                        "/calls/" + call.id(),
                        SearchDocument.same(
                                call.term(Call.NAME) == null ? fund.shortName() + " " + call.id() : call.name()),
                        SearchDocument.same(fund.code() + " · " + fund.shortName()))
                .alsoNamed(Stream.of(call.id(), fund.name(), fund.shortName()))
                .saying(fund.aliases().stream())
                .as(call.version());
    }
}
