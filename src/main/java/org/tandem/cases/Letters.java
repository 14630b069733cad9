package org.tandem.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import org.tandem.platform.FileName;
import org.tandem.platform.Mandate;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.database.LockWaiters;

/** Letters (PDF) of a case. What a file is, is told by its content, never by its name or what the browser says. */
@UseCase
public class Letters {

    /** Largest letter, in bytes. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    /** Letters of one case. */
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final Cases cases;
    private final CaseHistory history;
    private final ActingAs actingAs;
    private final JdbcClient jdbc;
    private final LockWaiters waiters;
    private final Clock clock;
    private final int mostInCase;
    private final DataSize mostBytesInCase;

    Letters(
            Cases cases,
            CaseHistory history,
            ActingAs actingAs,
            JdbcClient jdbc,
            LockWaiters waiters,
            Clock clock,
            @Value("${tandem.letters.most-per-case}") int mostInCase,
            @Value("${tandem.letters.most-bytes-per-case}") DataSize mostBytesInCase) {
        this.cases = cases;
        this.history = history;
        this.actingAs = actingAs;
        this.jdbc = jdbc;
        this.waiters = waiters;
        this.clock = clock;
        this.mostInCase = mostInCase;
        this.mostBytesInCase = mostBytesInCase;
    }

    /** What is kept of a letter, to be sent. */
    record Content(String fileName, byte[] bytes) {}

    /** What a case has already, and whether this letter is among it. */
    private record Kept(int number, long bytes, boolean thisToo) {}

    /** Adding the same letter twice keeps it once. One after the other, so that together they do not pass the limits. */
    public void add(CaseId id, String fileName, byte[] content, SignedIn who) {
        waiters.takeNamed("letters " + id);
        CaseView view = cases.readable(id, who);
        Mandate as = actingAs.of(view, who);
        check(content);
        String sha256 = sha256(content);
        Kept kept = kept(id, sha256);
        if (kept.thisToo()) {
            return;
        }
        checkRoom(kept, content.length);
        String name = FileName.of(fileName, "pdf").value();
        jdbc.sql("""
                        insert into tandem.case_letter
                          (id, case_id, file_name, content_type, size_bytes, sha256, content, added_by, added_at)
                        values (?, ?, ?, 'application/pdf', ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID(),
                        id.value(),
                        name,
                        content.length,
                        sha256,
                        content,
                        who.personId(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        history.add(
                id, CaseEntry.Kind.LETTER, who.personId(), as.group(), Message.of("cases.history.letter", name), null);
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

    Content content(CaseId id, UUID letter, SignedIn reader) {
        cases.readable(id, reader);
        return jdbc.sql("select file_name, content from tandem.case_letter where case_id = ? and id = ?")
                .params(id.value(), letter)
                .query((row, number) -> new Content(row.getString("file_name"), row.getBytes("content")))
                .optional()
                .orElseThrow(() -> Refused.notFound("cases.refused.unknownLetter"));
    }

    private Kept kept(CaseId id, String sha256) {
        return jdbc.sql("""
                        select count(*) as number, coalesce(sum(size_bytes), 0) as bytes,
                               coalesce(bool_or(sha256 = ?), false) as this_too
                        from tandem.case_letter where case_id = ?""")
                .params(sha256, id.value())
                .query((row, number) ->
                        new Kept(row.getInt("number"), row.getLong("bytes"), row.getBoolean("this_too")))
                .single();
    }

    private void checkRoom(Kept kept, int more) {
        if (kept.number() >= mostInCase) {
            throw Refused.invalid("letter", "cases.refused.tooManyLetters", mostInCase);
        }
        if (kept.bytes() + more > mostBytesInCase.toBytes()) {
            throw Refused.invalid("letter", "cases.refused.lettersTooLarge", mostBytesInCase.toMegabytes());
        }
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

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
