package org.tandem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The jar under test, as the next release could look: one more migration, and a newer version of vetting with another name on a
 * step.
 */
final class NewerBuild {

    static final String MIGRATION = "9999123123590101";
    static final String VETTING = "99.0.0";

    private NewerBuild() {}

    static Path jar() {
        Path jar = RunningApplication.application().resolveSibling("tandem-newer.jar");
        try {
            Files.copy(RunningApplication.application(), jar, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem inside = FileSystems.newFileSystem(jar)) {
                Files.writeString(
                        inside.getPath("db/migration/cases/V" + MIGRATION + "__a_column_more.sql"),
                        "alter table tandem.case_file add column noted_by_the_newer text not null default 'yes';\n");
                change(inside.getPath("processes/vetting/vetting.bpmn"));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return jar;
    }

    private static void change(Path diagram) throws IOException {
        String before = Files.readString(diagram);
        String after = before.replaceFirst("camunda:versionTag=\"[0-9.]+\"", "camunda:versionTag=\"" + VETTING + "\"")
                .replace("name=\"Vet the country\"", "name=\"Look at the country\"");
        if (after.equals(before) || !after.contains("Look at the country")) {
            throw new IllegalStateException("the diagram of vetting has changed: say here how a newer one looks");
        }
        Files.writeString(diagram, after);
    }
}
