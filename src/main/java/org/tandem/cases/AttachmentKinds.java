package org.tandem.cases;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.tandem.platform.FileName;
import org.tandem.platform.Refused;

/**
 * Kinds of files that cases take, each with what it may be and how much of it there may be: data, under {@code
 * tandem.attachments}. The words of a kind are messages {@code cases.attachment.<kind>.…}.
 */
@ConfigurationProperties("tandem.attachments")
public record AttachmentKinds(Map<String, Kind> kinds, DataSize mostBytesWaiting) {

    public AttachmentKinds {
        kinds = Map.copyOf(kinds);
    }

    /** Limits of one kind. */
    public record Kind(List<FileType> types, DataSize mostBytes, int mostPerCase, DataSize mostBytesPerCase) {}

    /** A file that is what its kind takes. */
    record Checked(String kind, String name, FileType type, byte[] content) {}

    public Kind of(String kind) {
        Kind known = kinds.get(kind);
        if (known == null) {
            throw Refused.notFound("cases.refused.unknownKind");
        }
        return known;
    }

    /** @throws Refused naming the field and what to do */
    Checked check(String kind, String field, String name, byte[] content) {
        Kind limits = of(kind);
        if (content.length == 0) {
            throw Refused.invalid(field, "cases.refused.noFile");
        }
        if (content.length > limits.mostBytes().toBytes()) {
            throw new Refused(
                    Refused.Kind.TOO_LARGE,
                    "cases.refused.fileTooLarge",
                    limits.mostBytes().toMegabytes());
        }
        FileType type = limits.types().stream()
                .filter(one -> one.isOf(content))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(field, "cases.attachment." + kind + ".wrongType"));
        return new Checked(kind, FileName.of(name, type.ending()).value(), type, content);
    }
}
