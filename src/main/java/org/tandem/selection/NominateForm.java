package org.tandem.selection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.countries.Country;
import org.tandem.frameworks.Framework;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.Remark;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;

/** The form to nominate a country: what it offers follows from the framework, then from the country and the areas chosen. */
@Component
@RequiredArgsConstructor
class NominateForm implements StartForm {

    private static final String FRAMEWORK = "framework";
    private static final String COUNTRY = "country";
    private static final String AREAS = "areas";

    private final NominationReading reading;
    private final NominationRules rules;
    private final NominateCountry nominateCountry;
    private final StandingNow now;

    @Override
    public StartPlace place() {
        return new StartPlace("selection", "nominateCountry", "/selection/nominate", "/api/selection/nominations");
    }

    @Override
    public Map<String, String> alsoCalled() {
        return Map.of("gains", "gain");
    }

    @Override
    public Set<String> carried() {
        return Set.of(FRAMEWORK);
    }

    @Override
    public List<String> namedBy() {
        return List.of(COUNTRY, FRAMEWORK);
    }

    @Override
    public Set<String> remarksFollow() {
        return Set.of(FRAMEWORK, COUNTRY);
    }

    @Override
    public void mayOpen(Start start) {
        if (reading.frameworksFor(start.who()).isEmpty()) {
            throw SelectionRefused.nowhereToNominate();
        }
    }

    /** Which country and area somebody may nominate, the rules say when both are known. */
    @Override
    public void mayStart(Start start) {}

    /** Whoever nominates in one framework only, for one area or for one country only, need not say so. */
    @Override
    public FormInput beginning(Start start) {
        Map<String, List<String>> begun = new HashMap<>();
        List<Framework> mine = reading.frameworksFor(start.who());
        if (mine.size() == 1 && start.typed(FRAMEWORK).isEmpty()) {
            begun.put(FRAMEWORK, List.of(mine.get(0).shortCode()));
        }
        Optional<Framework> known = mine.size() == 1 ? Optional.of(mine.get(0)) : framework(start);
        if (start.typed(COUNTRY).isEmpty()) {
            known.flatMap(framework -> reading.onlyOffice(framework, start.who()))
                    .ifPresent(name -> begun.put(COUNTRY, List.of(name)));
        }
        if (start.all(AREAS).isEmpty()) {
            known.flatMap(framework -> reading.onlyArea(framework, start.who()))
                    .ifPresent(area -> begun.put(AREAS, List.of(area)));
        }
        return FormInput.of(begun);
    }

    private Optional<Framework> framework(Start start) {
        return reading.frameworksFor(start.who()).stream()
                .filter(known ->
                        start.typed(FRAMEWORK).filter(known.shortCode()::equals).isPresent())
                .findFirst();
    }

    private Optional<Country> country(Start start) {
        return reading.country(start.typed(COUNTRY).orElse(null));
    }

    @Override
    public Map<String, Object> facts(Start start) {
        return Map.of(
                "frameworkKnown",
                framework(start).isPresent(),
                "severalFrameworks",
                reading.frameworksFor(start.who()).size() > 1);
    }

    @Override
    public Map<String, List<Option>> options(Start start) {
        Map<String, List<Option>> options = new HashMap<>();
        options.put(
                "frameworks",
                reading.frameworksFor(start.who()).stream()
                        .map(known -> new Option(known.shortCode(), known.shortTitle()))
                        .toList());
        options.put(AREAS, List.of());
        options.put("collaborations", List.of());
        options.put("gain", List.of());
        framework(start)
                .ifPresent(framework -> options.putAll(
                        reading.options(framework, country(start), start.all("collaborations"), start.who())));
        return options;
    }

    @Override
    public List<Remark> remarks(Start start) {
        return framework(start)
                .map(framework ->
                        reading.remarks(framework, start.typed(COUNTRY).orElse(""), start.who()))
                .orElse(List.of());
    }

    /** A nomination comes from a spreadsheet as well: one set of rules looks at both. */
    @Override
    public boolean looksItself() {
        return true;
    }

    @Override
    public List<Refused> problems(Start start) {
        NominationInput.Checked checked = NominationInput.of(start).check(null);
        return checked.with(rules.problems(checked.proposal(), start.who(), now));
    }

    @Override
    public Started submit(Start start, FormValues values) {
        List<String> cases =
                nominateCountry.nominate(NominationInput.of(start).check(null).proposal(), start.who()).stream()
                        .map(CaseId::value)
                        .toList();
        String names = String.join(", ", cases);
        boolean one = cases.size() == 1;
        return new Started(
                one ? "/cases/" + names : "/selection",
                one
                        ? Message.of("selection.flash.nominated")
                        : Message.of("selection.flash.nominatedSeveral", cases.size(), names),
                Map.of("cases", cases));
    }
}
