package org.tandem.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** Files somebody has sent with a form that is not finished yet: kept for them, so that an error elsewhere loses none. */
@UseCase
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class UploadedFiles {

    /** Longer nobody comes back to a draft. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final AttachmentKinds kinds;
    private final JdbcClient jdbc;
    private final Clock clock;

    public record Uploaded(UUID id, String fileName, int sizeBytes) {}

    /** @throws Refused when it is not what the kind takes, or too much waits already */
    public Uploaded keep(String kind, String fileName, byte[] content, SignedIn who) {
        AttachmentKinds.Checked file = kinds.check(kind, "file", fileName, content);
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("delete from tandem.uploaded_file where person = ? and uploaded_at < ?")
                .params(who.personId(), now.minus(KEPT))
                .update();
        long waiting = jdbc.sql(
                        "select coalesce(sum(octet_length(content)), 0) from tandem.uploaded_file where person = ?")
                .param(who.personId())
                .query(Long.class)
                .single();
        if (waiting + content.length > kinds.mostBytesWaiting().toBytes()) {
            throw Refused.invalid(
                    "file",
                    "cases.refused.tooMuchWaiting",
                    kinds.mostBytesWaiting().toMegabytes());
        }
        Uploaded kept = new Uploaded(UUID.randomUUID(), file.name(), content.length);
        jdbc.sql("""
                        insert into tandem.uploaded_file (id, person, kind, file_name, file_type, content, uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        kept.id(),
                        who.personId(),
                        kind,
                        file.name(),
                        file.type().name(),
                        content,
                        now)
                .update();
        return kept;
    }

    /** Those of one kind that wait for their sender to finish a form. */
    public List<Uploaded> of(String kind, SignedIn who) {
        return jdbc.sql("""
                        select id, file_name, octet_length(content) as bytes from tandem.uploaded_file
                        where person = ? and kind = ? order by uploaded_at, id""")
                .params(who.personId(), kind)
                .query((row, number) ->
                        new Uploaded(row.getObject("id", UUID.class), row.getString("file_name"), row.getInt("bytes")))
                .list();
    }

    /** They wait no longer. */
    List<AttachmentKinds.Checked> take(Collection<UUID> ids, SignedIn who) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        delete from tandem.uploaded_file where person = :person and id in (:ids)
                        returning kind, file_name, file_type, content""")
                        .param("person", who.personId())
                        .param("ids", ids)
                        .query((row, number) -> new AttachmentKinds.Checked(
                                row.getString("kind"),
                                row.getString("file_name"),
                                FileType.valueOf(row.getString("file_type")),
                                row.getBytes("content")))
                        .list();
    }
}
