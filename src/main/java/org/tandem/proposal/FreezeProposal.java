package org.tandem.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.erdtman.jcs.JsonCanonicalizer;
import org.tandem.cases.CaseId;
import org.tandem.platform.UseCase;

/** Freezes all content as one version with a fingerprint (D37). What has not changed since is not frozen again. */
@UseCase
@RequiredArgsConstructor
public class FreezeProposal {

    private final List<ContentPart> parts;
    private final Proposals proposals;
    private final FrozenVersions versions;
    private final ObjectMapper json;
    private final Clock clock;

    public FrozenVersion freeze(CaseId id) {
        String content = content(id);
        String fingerprint = fingerprint(content);
        Optional<FrozenVersion> latest = versions.latest(id);
        if (latest.filter(frozen -> frozen.fingerprint().equals(fingerprint)).isPresent()) {
            return latest.get();
        }
        FrozenVersion frozen = new FrozenVersion(
                id,
                latest.map(FrozenVersion::number).orElse(0) + 1,
                fingerprint,
                content,
                proposals.of(id).contentVersion(),
                clock.instant());
        versions.add(frozen);
        return frozen;
    }

    /** Whether it still says what was frozen last. */
    boolean isAsFrozen(CaseId id) {
        return versions.latest(id).orElseThrow().fingerprint().equals(fingerprint(content(id)));
    }

    /** What the proposal says now, in its one canonical spelling. */
    public String content(CaseId id) {
        ObjectNode all = json.createObjectNode();
        parts.forEach(part -> all.set(part.name(), part.of(id)));
        return canonical(all);
    }

    private String canonical(ObjectNode all) {
        try {
            return new JsonCanonicalizer(json.writeValueAsString(all)).getEncodedString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("content must be plain JSON", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("content has no canonical spelling", e);
        }
    }

    public static String fingerprint(String content) {
        return fingerprint(content.getBytes(StandardCharsets.UTF_8));
    }

    public static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
