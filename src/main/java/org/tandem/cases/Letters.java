package org.tandem.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.Words;

/** Letters (PDF) of a case. What a file is, is told by its content, never by its name or what the browser says. */
@UseCase
public class Letters {

    /** Largest letter, in bytes. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    /** Letters of one case. */
    static final int MOST_OF_A_CASE = 100;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final Cases cases;
    private final CaseHistory history;
    private final JdbcClient jdbc;
    private final Clock clock;

    Letters(Cases cases, CaseHistory history, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adding the same letter twice keeps it once. */
    public void add(CaseId id, String fileName, byte[] content, SignedIn who) {
        CaseView view = cases.readable(id, who);
        if (!CaseReaders.mayComment(who, cases.parties(view.framework()))) {
            throw Refused.forbidden("cases.refused.comment");
        }
        check(content);
        if (of(id).size() >= MOST_OF_A_CASE) {
            throw Refused.invalid("letter", "cases.refused.tooManyLetters", MOST_OF_A_CASE);
        }
        String name = safeName(fileName);
        int added = jdbc.sql("""
                        insert into tandem.case_letter
                          (id, case_id, file_name, content_type, size_bytes, sha256, content, added_by, added_at)
                        values (?, ?, ?, 'application/pdf', ?, ?, ?, ?, ?) on conflict (case_id, sha256) do nothing""")
                .params(
                        UUID.randomUUID(),
                        id.value(),
                        name,
                        content.length,
                        sha256(content),
                        content,
                        who.personId(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (added > 0) {
            history.add(
                    id,
                    CaseEntry.Kind.LETTER,
                    who.personId(),
                    who.mandates().get(0).group(),
                    Words.of("cases.history.letter", name),
                    null);
        }
    }

    public List<Letter> of(CaseId id) {
        return jdbc.sql("""
                        select id, file_name, size_bytes, sha256, added_by, added_at from tandem.case_letter
                        where case_id = ? order by added_at, id""")
                .param(id.value())
                .query((row, number) -> new Letter(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getInt("size_bytes"),
                        row.getString("sha256"),
                        row.getObject("added_by", UUID.class),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public byte[] content(CaseId id, UUID letter) {
        Optional<byte[]> content = jdbc.sql("select content from tandem.case_letter where case_id = ? and id = ?")
                .params(id.value(), letter)
                .query((row, number) -> row.getBytes("content"))
                .optional();
        return content.orElseThrow(() -> Refused.notFound("cases.refused.unknownLetter"));
    }

    private static void check(byte[] content) {
        if (content.length == 0) {
            throw Refused.invalid("letter", "cases.refused.noLetter");
        }
        if (content.length > MOST_BYTES) {
            throw new Refused(Refused.Kind.TOO_LARGE, "cases.refused.letterTooLarge", MOST_BYTES / 1024 / 1024);
        }
        if (content.length < PDF.length || !java.util.Arrays.equals(PDF, 0, PDF.length, content, 0, PDF.length)) {
            throw Refused.invalid("letter", "cases.refused.notPdf");
        }
    }

    private static String safeName(String fileName) {
        String name = Normalizer.normalize(fileName, Normalizer.Form.NFC)
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "")
                .strip();
        if (name.isEmpty()) {
            name = "letter";
        }
        if (name.length() > 120) {
            name = name.substring(0, 120);
        }
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(".pdf") ? name : name + ".pdf";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
