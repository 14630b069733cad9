package org.tandem.cases;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.web.SentFile;

/** Files for the forms of machines: sent first, named in the form by their ids. */
@RestController
@RequiredArgsConstructor
class UploadApi {

    private final UploadedFiles uploads;
    private final CurrentPerson currentPerson;

    @PostMapping("/api/uploads")
    @ResponseStatus(HttpStatus.CREATED)
    UploadedFiles.Uploaded add(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        SentFile sent = SentFile.of(file);
        return uploads.keep(kind, sent.name(), sent.content(), currentPerson.get());
    }
}
