package org.tandem.cases;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.database.LockWaiters;

/** Files kept with a case, whichever module they come from; what each kind may be and how much of it is data. */
@UseCase
@EnableConfigurationProperties(AttachmentKinds.class)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class Attachments {

    /** The kind that the page of every case takes. */
    static final String LETTER = "letter";

    private final Cases cases;
    private final CaseReaders readers;
    private final CaseHistory history;
    private final ActingAs actingAs;
    private final AttachmentKinds kinds;
    private final UploadedFiles uploads;
    private final JdbcClient jdbc;
    private final LockWaiters waiters;
    private final Clock clock;

    /** What is kept of a file, to be sent. */
    record Content(String fileName, FileType type, byte[] bytes) {}

    /** @param thisOne under which id and name the case has this very file already */
    private record Kept(
            int number,
            long bytes,
            @Nullable UUID thisOne,
            @Nullable String itsName) {}

    /** @param before under which name the case had it already */
    private record Stored(UUID id, @Nullable String before) {}

    /** @return the name under which the case has this very file already, and nothing was added */
    Optional<String> addLetter(CaseId id, String fileName, byte[] content, SignedIn who) {
        CaseView view = cases.readable(id, who);
        String group = actingAs.of(view, who).group();
        return Optional.ofNullable(keep(id, kinds.check(LETTER, LETTER, fileName, content), who, group)
                .before());
    }

    /**
     * The files that came with the form of a task or a start, now that it is sent.
     *
     * @param uploaded ids the form has
     * @param actingAs candidate group for which the person sends it
     * @return the ids under which the case has them
     */
    public List<UUID> take(CaseId id, Collection<UUID> uploaded, SignedIn who, String actingAs) {
        return uploads.take(uploaded, who).stream()
                .map(file -> keep(id, file, who, actingAs).id())
                .toList();
    }

    /** The same file twice is kept once. One after the other, so that together they do not pass the limits. */
    private Stored keep(CaseId id, AttachmentKinds.Checked file, SignedIn who, String group) {
        waiters.takeNamed("attachments " + id);
        String sha256 = sha256(file.content());
        Kept kept = kept(id, file.kind(), sha256);
        if (kept.thisOne() != null) {
            return new Stored(kept.thisOne(), kept.itsName());
        }
        checkRoom(kept, file);
        UUID stored = UUID.randomUUID();
        jdbc.sql("""
                        insert into tandem.case_attachment
                          (id, case_id, kind, file_name, content_type, size_bytes, sha256, content, added_by, acting_as, added_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        stored,
                        id.value(),
                        file.kind(),
                        file.name(),
                        file.type().contentType(),
                        file.content().length,
                        sha256,
                        file.content(),
                        who.personId(),
                        group,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        Message words = Message.of("cases.history." + file.kind(), file.name());
        history.add(id, CaseEntry.Kind.LETTER, who.personId(), group, words, null);
        return new Stored(stored, null);
    }

    public List<Attachment> of(CaseId id) {
        return jdbc.sql("""
                        select id, kind, file_name, size_bytes, sha256, added_by, acting_as, added_at from tandem.case_attachment
                        where case_id = ? order by added_at, id""")
                .param(id.value())
                .query((row, number) -> new Attachment(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("file_name"),
                        row.getInt("size_bytes"),
                        row.getString("sha256"),
                        row.getObject("added_by", UUID.class),
                        row.getString("acting_as"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Content content(CaseId id, UUID attachment, SignedIn reader) {
        CaseView view = cases.readable(id, reader);
        return of(id).stream()
                .filter(file -> file.id().equals(attachment) && readers.hears(reader, view, file.actingAs()))
                .findFirst()
                .flatMap(file -> content(id, attachment))
                .orElseThrow(() -> Refused.notFound("cases.refused.unknownLetter"));
    }

    private Optional<Content> content(CaseId id, UUID attachment) {
        return jdbc.sql(
                        "select file_name, content_type, content from tandem.case_attachment where case_id = ? and id = ?")
                .params(id.value(), attachment)
                .query((row, number) -> new Content(
                        row.getString("file_name"),
                        FileType.of(row.getString("content_type")),
                        row.getBytes("content")))
                .optional();
    }

    /** What a file holds, for a package it goes into; whoever asks has seen to it that it may be read. */
    public byte[] bytes(CaseId id, UUID attachment) {
        return content(id, attachment).orElseThrow().bytes();
    }

    private Kept kept(CaseId id, String kind, String sha256) {
        return jdbc.sql("""
                        select count(*) as number, coalesce(sum(size_bytes), 0) as bytes,
                               (array_agg(id order by added_at) filter (where sha256 = :this))[1] as this_one,
                               min(file_name) filter (where sha256 = :this) as its_name
                        from tandem.case_attachment where case_id = :case and kind = :kind""")
                .param("this", sha256)
                .param("case", id.value())
                .param("kind", kind)
                .query((row, number) -> new Kept(
                        row.getInt("number"),
                        row.getLong("bytes"),
                        row.getObject("this_one", UUID.class),
                        row.getString("its_name")))
                .single();
    }

    private void checkRoom(Kept kept, AttachmentKinds.Checked file) {
        AttachmentKinds.Kind limits = kinds.of(file.kind());
        if (kept.number() >= limits.mostPerCase()) {
            throw Refused.invalid(file.kind(), "cases.attachment." + file.kind() + ".tooMany", limits.mostPerCase());
        }
        if (kept.bytes() + file.content().length > limits.mostBytesPerCase().toBytes()) {
            throw Refused.invalid(
                    file.kind(),
                    "cases.attachment." + file.kind() + ".tooLarge",
                    limits.mostBytesPerCase().toMegabytes());
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
