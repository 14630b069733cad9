package org.tandem.submission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.Attachments;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.proposal.FreezeProposal;
import org.tandem.proposal.FrozenVersion;
import org.tandem.proposal.ProposalFiles;

/** What goes to a fund: made once for each version, and the same bytes for everybody from then on. */
@Component
@RequiredArgsConstructor
class KeptPackages {

    private static final String LETTER = "letter";

    private final ProposalFiles files;
    private final FrozenFigures figures;
    private final Attachments attachments;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Who comes second at the same moment gets the package of the first. */
    byte[] make(Submission submission) {
        return kept(submission).orElseGet(() -> {
            byte[] content = zip(submission);
            jdbc.sql("insert into tandem.submission_package (case_id, number, content, sha256, made_at)"
                            + " values (?, ?, ?, ?, ?) on conflict do nothing")
                    .params(
                            submission.caseId(),
                            submission.number(),
                            content,
                            FreezeProposal.fingerprint(content),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return kept(submission).orElseThrow();
        });
    }

    Optional<byte[]> kept(Submission submission) {
        return jdbc.sql("select content from tandem.submission_package where case_id = ? and number = ?")
                .params(submission.caseId(), submission.number())
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    private byte[] zip(Submission submission) {
        FrozenVersion version = figures.version(submission);
        CaseView programme = cases.find(submission.programmeId()).orElseThrow();
        Map<String, byte[]> all = new LinkedHashMap<>(files.of(programme, version, Locale.ENGLISH));
        letters(submission.programmeId(), all);
        letters(new CaseId(submission.caseId()), all);
        all.put("manifest.txt", manifest(submission, version, all).getBytes(StandardCharsets.UTF_8));
        return zip(all, version.frozenAt());
    }

    private void letters(CaseId id, Map<String, byte[]> into) {
        attachments.of(id).stream()
                .filter(file -> file.kind().equals(LETTER))
                .forEach(file -> into.put(
                        "letters/" + file.sha256().substring(0, 8) + "-" + file.fileName(),
                        attachments.bytes(id, file.id())));
    }

    /** Which version of what asks how much, and the checksum of each file beside it. */
    private String manifest(Submission submission, FrozenVersion version, Map<String, byte[]> all) {
        StringBuilder text = new StringBuilder("Submission %s%nFund %s%nCall %s%nVersion %d, SHA-256 %s%n"
                .formatted(
                        submission.caseId(),
                        submission.fund(),
                        submission.call(),
                        version.number(),
                        version.fingerprint()));
        text.append("Requested USD %s%n".formatted(submission.requested().toPlainString()));
        figures.requestedBy(version)
                .forEach((code, amount) -> text.append("  %s USD %s%n".formatted(code, amount.toPlainString())));
        text.append("%nSHA-256 of the files%n".formatted());
        all.forEach((name, content) -> text.append("%s  %s%n".formatted(FreezeProposal.fingerprint(content), name)));
        return text.toString().replace("\r", "");
    }

    /** Nothing in it says when it was made. */
    private static byte[] zip(Map<String, byte[]> all, Instant at) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : all.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(at.atOffset(ZoneOffset.UTC).toLocalDateTime());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
