package org.tandem.platform.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.StreamUtils;

/** One module's diagrams, decisions and forms, under names that are the same wherever Tandem is built or run. */
record ModuleFiles(String module, SortedMap<String, byte[]> files) {

    private static final Pattern NAME = Pattern.compile("((?:processes|forms)/([^/]+)/[^/]+)$");
    private static final Pattern VERSION_TAG = Pattern.compile("[:\\s]versionTag\\s*=\\s*[\"']([^\"']*)[\"']");

    static Collection<ModuleFiles> all(ResourcePatternResolver resolver) {
        SortedMap<String, ModuleFiles> modules = new TreeMap<>();
        try {
            for (String pattern : new String[] {"processes/*/*.bpmn", "processes/*/*.dmn", "forms/*/*.form"}) {
                for (Resource resource : resolver.getResources("classpath*:" + pattern)) {
                    add(resource, modules);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return modules.values();
    }

    private static void add(Resource resource, SortedMap<String, ModuleFiles> modules) throws IOException {
        Matcher name = NAME.matcher(resource.getURL().getPath());
        if (name.find()) {
            modules.computeIfAbsent(name.group(2), module -> new ModuleFiles(module, new TreeMap<>()))
                    .files
                    .put(name.group(1), StreamUtils.copyToByteArray(resource.getInputStream()));
        }
    }

    String hash() {
        MessageDigest digest = sha256();
        files.forEach((name, content) -> {
            digest.update(sha256().digest(name.getBytes(StandardCharsets.UTF_8)));
            digest.update(sha256().digest(content));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The highest version tag among the module's diagrams and decisions. */
    VersionTag versionTag() {
        return files.values().stream()
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .flatMap(text -> VERSION_TAG.matcher(text).results())
                .map(found -> new VersionTag(found.group(1)))
                .max(VersionTag::compareTo)
                .orElse(VersionTag.NONE);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
