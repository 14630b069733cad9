package org.tandem.proposal.sections;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Translator;
import org.tandem.proposal.ProposalRefused;
import org.tandem.proposal.sections.SectionReading.Listed;
import org.tandem.proposal.sections.SectionReading.Progress;
import org.tandem.proposal.sections.SectionReading.Sections;
import org.tandem.tasks.forms.FormInput;

/** The sections of a proposal for machines: the same texts, rules and rights as the pages. */
@RestController
@RequestMapping("/api/proposal/" + CaseId.PATH + "/sections")
@RequiredArgsConstructor
class SectionsApi {

    private final SectionReading reading;
    private final SectionVersions versions;
    private final WriteSection writeSection;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    /**
     * @param leads who leads it, by party
     * @param missing what is missing or does not fit
     */
    record InList(
            String section,
            String title,
            String kind,
            boolean required,
            Progress progress,
            int words,
            int revision,
            Map<String, UUID> leads,
            List<Missing> missing) {}

    record Missing(String rule, String detail, String field) {}

    record Content(
            String section,
            int revision,
            Map<String, Object> content,
            @Nullable UUID changedBy,
            @Nullable Instant changedAt) {

        static Content of(StoredSection saved) {
            return new Content(
                    saved.section(), saved.revision(), saved.content(), saved.changedBy(), saved.changedAt());
        }
    }

    /**
     * @param revision the text was begun on, unless If-Match says it
     * @param reopen whether reviews and clearances may become void
     */
    record Change(@Nullable Integer revision, @Nullable Map<String, Object> content, boolean reopen) {}

    record Version(
            int revision,
            @Nullable UUID changedBy,
            @Nullable Instant changedAt,
            @Nullable Integer words) {}

    @GetMapping
    List<InList> list(@PathVariable String caseId) {
        Sections sections = reading.readable(new CaseId(caseId), currentPerson.get());
        return reading.list(sections).stream().map(this::inList).toList();
    }

    private InList inList(Listed listed) {
        return new InList(
                listed.section().id(),
                listed.title(),
                listed.section().kind(),
                listed.section().required(),
                listed.progress(),
                listed.words(),
                listed.revision(),
                listed.leads(),
                listed.gaps().stream()
                        .map(gap -> new Missing(gap.rule(), translator.say(gap.words()), gap.field()))
                        .toList());
    }

    @GetMapping("/{section}")
    ResponseEntity<Content> one(@PathVariable String caseId, @PathVariable String section) {
        Sections sections = reading.readable(new CaseId(caseId), currentPerson.get());
        reading.form(sections.section(section));
        return answer(Content.of(sections.saved(section)));
    }

    @PutMapping("/{section}")
    ResponseEntity<Content> save(
            @PathVariable String caseId,
            @PathVariable String section,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Change change) {
        SignedIn who = currentPerson.get();
        if (!reading.readable(new CaseId(caseId), who).writer()) {
            throw ProposalRefused.notAWriter();
        }
        if (change.content() == null) {
            throw Refused.invalid("content", "proposal.sections.refused.noContent");
        }
        return answer(Content.of(writeSection.write(
                new CaseId(caseId),
                section,
                FormInput.ofValues(change.content()),
                base(ifMatch, change),
                null,
                change.reopen(),
                who)));
    }

    @GetMapping("/{section}/versions")
    List<Version> versions(@PathVariable String caseId, @PathVariable String section) {
        reading.form(reading.readable(new CaseId(caseId), currentPerson.get()).section(section));
        return versions.of(new CaseId(caseId), section).stream()
                .map(version -> new Version(
                        version.saved().revision(),
                        version.saved().changedBy(),
                        version.saved().changedAt(),
                        version.saved().words()))
                .toList();
    }

    @GetMapping("/{section}/versions/{revision}")
    Content version(@PathVariable String caseId, @PathVariable String section, @PathVariable int revision) {
        reading.form(reading.readable(new CaseId(caseId), currentPerson.get()).section(section));
        return Content.of(versions.version(new CaseId(caseId), section, revision));
    }

    private static int base(@Nullable String ifMatch, Change change) {
        String revision = ifMatch == null ? String.valueOf(change.revision()) : ifMatch.replace("\"", "");
        if (!revision.matches("[0-9]{1,9}")) {
            throw Refused.invalid("revision", "proposal.sections.refused.noRevision");
        }
        return Integer.parseInt(revision);
    }

    private static ResponseEntity<Content> answer(Content content) {
        return ResponseEntity.ok().eTag("\"" + content.revision() + "\"").body(content);
    }
}
