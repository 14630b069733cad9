package org.tandem.tasks.starts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.tandem.tasks.forms.FormDefinition;

/** All starts there are, each with its form as this build has it. */
@Component
class StartForms {

    private final Map<String, Known> byKey;

    /** @param hash says which version of the form somebody has filled in */
    private record Known(StartForm start, FormDefinition form, String hash) {}

    StartForms(List<StartForm> starts) {
        this.byKey = starts.stream()
                .map(StartForms::read)
                .collect(Collectors.toMap(known -> known.start().place().key(), Function.identity()));
    }

    List<StartForm> all() {
        return byKey.values().stream().map(Known::start).toList();
    }

    StartForm start(String key) {
        return byKey.get(key).start();
    }

    FormDefinition form(StartForm start) {
        return byKey.get(start.place().key()).form();
    }

    String hash(StartForm start) {
        return byKey.get(start.place().key()).hash();
    }

    private static Known read(StartForm start) {
        String name =
                "forms/" + start.place().module() + "/starts/" + start.place().key() + ".form";
        try (InputStream file = new ClassPathResource(name).getInputStream()) {
            byte[] content = file.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new Known(
                    start,
                    FormDefinition.parse(new String(content, StandardCharsets.UTF_8), name),
                    HexFormat.of().formatHex(hash, 0, 8));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
