package org.tandem.cases;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.web.Download;
import org.tandem.platform.web.SentFile;

/** Cases for machines: the same reading, the same rights. */
@RestController
@RequiredArgsConstructor
class CaseApi {

    private final CaseReading reading;
    private final CaseHistoryText texts;
    private final Attachments attachments;
    private final CurrentPerson currentPerson;

    record EntryView(
            Instant at,
            String kind,
            String what,
            @Nullable String who,
            @Nullable String actingAs,
            @Nullable String text) {}

    record CaseDetails(
            CaseView file,
            List<String> parties,
            Map<String, Object> sections,
            List<CaseContacts.Function> contacts,
            List<EntryView> history,
            List<Attachment> letters) {}

    @GetMapping("/api/cases/" + CaseId.PATH)
    CaseDetails one(@PathVariable String caseId) {
        CaseReading.Reading read = reading.read(new CaseId(caseId), currentPerson.get());
        Map<String, Object> sections =
                read.sections().stream().collect(Collectors.toMap(CaseSections.Shown::name, CaseSections.Shown::model));
        Map<UUID, String> names = texts.names(read.history());
        return new CaseDetails(
                read.view(),
                read.parties(),
                sections,
                read.contacts(),
                read.history().stream().map(entry -> entry(entry, names)).toList(),
                read.letters());
    }

    @PostMapping("/api/cases/" + CaseId.PATH + "/letters")
    @ResponseStatus(HttpStatus.CREATED)
    void letter(@PathVariable String caseId, @RequestParam(required = false) @Nullable MultipartFile letter) {
        SentFile file = SentFile.of(letter);
        attachments.addLetter(new CaseId(caseId), file.name(), file.content(), currentPerson.get());
    }

    @GetMapping("/api/cases/" + CaseId.PATH + "/letters/{letter}")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/pdf"))
    Download letterContent(@PathVariable String caseId, @PathVariable UUID letter) {
        return CasePages.download(attachments.content(new CaseId(caseId), letter, currentPerson.get()));
    }

    private EntryView entry(CaseEntry entry, Map<UUID, String> names) {
        return new EntryView(
                entry.at(),
                entry.kind().name(),
                texts.say(entry),
                texts.who(entry, names),
                entry.actingAs(),
                entry.body());
    }
}
