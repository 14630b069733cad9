package org.tandem.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseReaders;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/** Looks a view up, and refuses what there is not, or what the reader may not read (D20). */
@Component
@RequiredArgsConstructor
class ViewScopes {

    static final Map<String, Predicate<Country>> FLAGS = Map.of("ldc", Country::ldc, "crisis", Country::fragile);

    private static final String ALL_AREAS = "-*";

    private final CaseReaders readers;
    private final Frameworks frameworks;
    private final Countries countries;
    private final Agencies agencies;

    /** Frameworks whose countries are selected and whose cases the person may read. */
    List<Framework> readable(SignedIn who) {
        return readers.frameworks(who).stream()
                .filter(Framework::nominatesCountries)
                .toList();
    }

    /** @throws Refused naming the parameter; not found for a framework that is not there for this reader */
    Scope of(View view, SignedIn who) {
        view.regions().forEach(this::requireRegion);
        Area area = area(view);
        String wanted = framework(view, area);
        List<Framework> readable = wanted == null ? readable(who) : List.of(readable(wanted, who));
        List<Framework> shown = readable.stream()
                .filter(framework ->
                        framework.parties().containsAll(view.regions().keySet()))
                .toList();
        if (shown.isEmpty() && !view.regions().isEmpty()) {
            throw noParty(view.regions().keySet(), readable);
        }
        return new Scope(view, shown, area == null ? null : area.code(), flagged(view));
    }

    private @Nullable String framework(View view, @Nullable Area area) {
        String ofArea = area != null
                ? area.framework()
                : view.area() == null
                        ? null
                        : view.area().substring(0, view.area().length() - ALL_AREAS.length());
        if (view.framework() != null && ofArea != null && !view.framework().equals(ofArea)) {
            throw Refused.invalid("area", "dashboard.refused.area");
        }
        return view.framework() == null ? ofArea : view.framework();
    }

    private @Nullable Area area(View view) {
        String wanted = view.area();
        if (wanted == null || wanted.endsWith(ALL_AREAS)) {
            return null;
        }
        return frameworks
                .areaByKey(wanted)
                .or(() -> frameworks
                        .byShortCode(String.valueOf(view.framework()))
                        .flatMap(framework -> framework.area(wanted)))
                .orElseThrow(() -> Refused.invalid("area", "dashboard.refused.area"));
    }

    private Framework readable(String code, SignedIn who) {
        return frameworks
                .byShortCode(code)
                .filter(framework -> readers.mayReadAll(who, code))
                .orElseThrow(() -> Refused.notFound("dashboard.refused.framework"));
    }

    /** No case has a region of agencies that are party to none of these, or to none together. */
    private static Refused noParty(Set<String> regionsOf, List<Framework> readable) {
        String agency = regionsOf.stream()
                .filter(code -> readable.stream().noneMatch(framework -> framework.hasParty(code)))
                .findFirst()
                .orElseGet(() -> List.copyOf(regionsOf).get(regionsOf.size() - 1));
        return Refused.invalid(
                "region",
                "dashboard.refused.noParty",
                MessageArgument.agency(agency),
                readable.stream()
                        .filter(framework -> !framework.hasParty(agency))
                        .map(Framework::shortTitle)
                        .collect(Collectors.joining(", ")));
    }

    private void requireRegion(String agency, String region) {
        if (region.contains(View.SEVERAL)) {
            throw Refused.invalid("region", "dashboard.refused.regionTwice", MessageArgument.agency(agency));
        }
        if (agencies.find(agency).flatMap(found -> found.region(region)).isEmpty()) {
            throw Refused.invalid("region", "dashboard.refused.region");
        }
    }

    private @Nullable Set<String> flagged(View view) {
        if (view.flags().isEmpty()) {
            return null;
        }
        if (!FLAGS.keySet().containsAll(view.flags())) {
            throw Refused.invalid("flag", "dashboard.refused.flag");
        }
        return countries.all().stream()
                .filter(country ->
                        view.flags().stream().allMatch(flag -> FLAGS.get(flag).test(country)))
                .map(Country::iso3)
                .collect(Collectors.toSet());
    }
}
