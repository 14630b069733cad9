package org.tandem.proposal.readiness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.cases.CaseId;
import org.tandem.countries.Countries;
import org.tandem.platform.Mandate;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.UseCase;
import org.tandem.proposal.readiness.Consultation.Kind;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;

/** The form to record that government, employers or workers of a country were consulted, or that it endorses the proposal. */
@UseCase
@RequiredArgsConstructor
class RecordConsultation implements RecordForm {

    private static final String COUNTRY = "country";
    private static final String KIND = "kind";
    private static final String HELD = "held";

    private final Consultations consultations;
    private final Recording recording;
    private final Countries countries;

    static String address(CaseId id, String country, Kind kind) {
        return "/proposal/" + id + "/consultation?country=" + country + "&kind=" + kind;
    }

    @Override
    public StartPlace place() {
        return new StartPlace(
                "proposal",
                "recordConsultation",
                "/proposal/{caseId}/consultation",
                "/api/proposal/{caseId}/consultations");
    }

    @Override
    public void mayStart(Start start) {
        recording.mayRecord(start.view(), start.who());
    }

    @Override
    public Map<String, List<Option>> options(Start start) {
        return Map.of(
                "countries",
                start.view().countries().stream()
                        .map(iso -> new Option(
                                iso,
                                countries
                                        .find(iso)
                                        .map(country -> country.name(LocaleContextHolder.getLocale()))
                                        .orElse(iso)))
                        .toList());
    }

    /** What was recorded about it before, to be completed or corrected. */
    @Override
    public FormInput beginning(Start start) {
        Map<String, List<String>> begun = new HashMap<>();
        String country = start.typed(COUNTRY).orElse(start.view().countries().get(0));
        begun.put(COUNTRY, List.of(country));
        Optional<String> kind = start.typed(KIND);
        kind.ifPresent(asked -> begun.put(KIND, List.of(asked)));
        Optional<Consultation> recorded = consultations.find(start.caseId(), country, kind);
        begun.put(SEEN, List.of(RecordForm.mark(recorded)));
        recorded.ifPresent(known -> {
            begun.put(HELD, List.of(known.held() ? "YES" : "NO"));
            put(begun, "whom", known.whom());
            put(begun, "on", known.on());
            put(begun, "note", known.note());
        });
        return FormInput.of(begun);
    }

    static void put(Map<String, List<String>> begun, String name, @Nullable Object value) {
        if (value != null) {
            begun.put(name, List.of(value.toString()));
        }
    }

    @Override
    public List<Refused> problems(Start start) {
        return start
                .typed(COUNTRY)
                .filter(country -> !start.view().countries().contains(country))
                .map(country -> Refused.invalid(COUNTRY, "proposal.readiness.otherCountry"))
                .stream()
                .toList();
    }

    @Override
    public Started submit(Start start, FormValues values) {
        CaseId id = start.caseId();
        Mandate as = recording.begin(start);
        Consultation said = new Consultation(
                values.text(COUNTRY).orElseThrow(),
                values.choice(KIND, Kind.class).orElseThrow(),
                values.text(HELD).filter("YES"::equals).isPresent(),
                values.text("whom").orElse(null),
                values.date("on").orElse(null),
                values.text("note").orElse(null),
                recording.letter(id, values.files("file"), start.who(), as));
        RecordForm.requireSeen(
                start,
                consultations.find(id, said.country(), Optional.of(said.kind().name())),
                known -> Message.of(
                        "proposal.readiness.meanwhile." + (known.held() ? "YES" : "NO"),
                        RecordForm.shown(known.whom()),
                        MessageArgument.date(known.on()),
                        RecordForm.shown(known.note())));
        consultations.put(id, said, start.who().personId());
        return recording.done(
                start,
                as,
                Message.of(
                        "proposal.history.consultation." + (said.held() ? said.kind() : "NO"),
                        MessageArgument.country(said.country())),
                said.note(),
                "#consultations");
    }
}
