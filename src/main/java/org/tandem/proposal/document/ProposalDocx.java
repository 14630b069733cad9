package org.tandem.proposal.document;

import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseView;
import org.tandem.platform.web.Download;
import org.tandem.proposal.FrozenVersion;
import org.tandem.proposal.ProposalFile;

/** The document of a proposal as a Word file. */
@Component
@RequiredArgsConstructor
class ProposalDocx implements ProposalFile {

    static final String KIND = "document";

    private final WritePaper writePaper;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Download.Type type() {
        return Download.Type.DOCX;
    }

    @Override
    public byte[] write(CaseView view, FrozenVersion version, Locale locale) {
        return DocxFile.of(writePaper.write(view, version.content(), new Mark(version), locale), version.frozenAt());
    }
}
