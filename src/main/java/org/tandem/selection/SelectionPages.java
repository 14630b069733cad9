package org.tandem.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.CsvText;
import org.tandem.platform.web.Download;
import org.tandem.platform.web.Translator;

/** The living list of countries in selection (S-004), and the same as a file. */
@Controller
class SelectionPages {

    private static final int MOST_IN_FILE = 20_000;

    private final SelectionList list;
    private final SelectionOverview overview;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    SelectionPages(SelectionList list, SelectionOverview overview, CurrentPerson currentPerson, Translator translator) {
        this.list = list;
        this.overview = overview;
        this.currentPerson = currentPerson;
        this.translator = translator;
    }

    /**
     * The filter as it stands in the address; nothing chosen is null.
     *
     * @param area with its framework, such as FFA-A3
     * @param region with its agency, such as ILO:AFRICA
     */
    record Wanted(
            @Nullable String framework,
            @Nullable String area,
            @Nullable String country,
            @Nullable String state,
            @Nullable String region,
            @Nullable String sort,
            @Nullable Integer page) {

        Wanted {
            framework = chosen(framework);
            area = chosen(area);
            country = chosen(country);
            state = chosen(state);
            region = chosen(region);
            sort = chosen(sort);
        }

        private static @Nullable String chosen(@Nullable String value) {
            return value == null || value.isBlank() ? null : value.replace("\0", "");
        }

        SelectionList.Filter filter() {
            int dash = area == null ? -1 : area.lastIndexOf('-');
            String ofArea = dash < 0 || area == null ? null : area.substring(0, dash);
            boolean contradicts = framework != null && ofArea != null && !framework.equals(ofArea);
            return new SelectionList.Filter(
                    framework == null ? ofArea : framework,
                    area == null ? null : contradicts ? area : area.substring(dash + 1),
                    country,
                    state,
                    region,
                    null);
        }

        SelectionList.Order order() {
            for (SelectionList.Order order : SelectionList.Order.values()) {
                if (order.name().toLowerCase(Locale.ROOT).equals(sort)) {
                    return order;
                }
            }
            return SelectionList.Order.PRIORITY;
        }

        int number() {
            return page == null ? 1 : Math.max(1, Math.min(page, 100_000));
        }

        public boolean narrows() {
            return framework != null || area != null || country != null || state != null || region != null;
        }
    }

    @GetMapping("/selection")
    String list(Wanted wanted, Model model) {
        SignedIn who = currentPerson.get();
        int from = (wanted.number() - 1) * SelectionList.PAGE;
        long total = list.count(who, wanted.filter());
        List<SelectionList.Row> rows = list.rows(who, wanted.filter(), wanted.order(), from, SelectionList.PAGE);
        model.addAttribute("wanted", wanted);
        model.addAttribute("order", wanted.order().name().toLowerCase(Locale.ROOT));
        model.addAttribute("lines", overview.lines(rows));
        model.addAttribute("total", total);
        model.addAttribute("first", rows.isEmpty() ? 0 : from + 1);
        model.addAttribute("last", from + rows.size());
        model.addAttribute("previous", wanted.number() > 1 ? address("/selection", wanted, wanted.number() - 1) : null);
        model.addAttribute(
                "next", from + rows.size() < total ? address("/selection", wanted, wanted.number() + 1) : null);
        model.addAttribute("csv", address("/selection/cases.csv", wanted, null));
        model.addAttribute("places", overview.places(who));
        model.addAttribute("frameworks", overview.frameworks(who));
        model.addAttribute("areas", overview.areas(who, wanted.framework()));
        model.addAttribute("regions", overview.regions(who));
        model.addAttribute("countries", overview.countries(who));
        model.addAttribute("states", overview.states());
        model.addAttribute("mayNominate", overview.mayNominate(who));
        model.addAttribute("mayImport", overview.mayImport(who));
        return "selection/list";
    }

    @GetMapping("/selection/cases.csv")
    Download file(Wanted wanted) {
        SignedIn who = currentPerson.get();
        List<String> agencies = overview.frameworks(who).stream()
                .flatMap(framework -> framework.parties().stream())
                .distinct()
                .toList();
        List<String> header = new ArrayList<>(List.of(
                "case",
                "framework",
                "area",
                "area_title",
                "country",
                "country_name",
                "state",
                "state_name",
                "reason",
                "since",
                "nominated_by",
                "ldc",
                "crisis",
                "no_director"));
        agencies.forEach(agency -> header.add("region_" + agency.toLowerCase(Locale.ROOT)));
        List<List<String>> rows =
                overview.lines(list.rows(who, wanted.filter(), wanted.order(), 0, MOST_IN_FILE)).stream()
                        .map(line -> cells(line, agencies))
                        .toList();
        return Download.of(Download.Type.CSV, "countries-in-selection.csv", CsvText.of(header, rows));
    }

    private List<String> cells(SelectionOverview.Line line, List<String> agencies) {
        SelectionList.Row row = line.row();
        List<String> cells = new ArrayList<>(List.of(
                row.id(),
                row.framework(),
                row.area(),
                line.areaTitle(),
                row.country(),
                line.country(),
                row.state(),
                translator.say("cases.state." + row.state()),
                row.reason() == null ? "" : row.reason(),
                row.since().toString(),
                row.nominatedBy(),
                yes(line.ldc()),
                yes(line.fragile()),
                yes(row.noDirector())));
        agencies.forEach(agency -> cells.add(overview.region(agency, row)));
        return cells;
    }

    private static String yes(boolean flag) {
        return flag ? "yes" : "no";
    }

    private static String address(String path, Wanted wanted, @Nullable Integer page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, String> kept = new java.util.LinkedHashMap<>();
        kept.put("framework", wanted.framework());
        kept.put("area", wanted.area());
        kept.put("country", wanted.country());
        kept.put("state", wanted.state());
        kept.put("region", wanted.region());
        kept.put("sort", wanted.sort());
        kept.forEach((name, value) -> {
            if (value != null) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        if (page != null) {
            address.queryParam("page", page);
        }
        return address.encode().buildAndExpand(kept).toUriString();
    }
}
