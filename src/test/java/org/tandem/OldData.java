package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseHistory;
import org.tandem.countries.Countries;
import org.tandem.people.Roster;
import org.tandem.platform.database.RestoreCommand;
import org.tukaani.xz.XZInputStream;

/** The backup of an older build, restored by the present one, which then starts on it at the hour the backup was taken. */
final class OldData implements AutoCloseable {

    /** Later than everything in it, earlier than anything in it lapses. */
    private static final Instant TAKEN = Instant.parse("2026-11-20T08:00:00Z");

    private final ConfigurableApplicationContext context;

    private OldData(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static OldData restoredIn(Path directory) {
        Path backup = directory.resolve("backup");
        Path data = directory.resolve("data");
        unpack(backup);
        assertThat(RestoreCommand.run(backup.toString(), "--tandem.data=" + data))
                .isZero();
        return new OldData(
                new SpringApplicationBuilder(TandemApplication.class, ThatDay.class)
                        .run(
                                "--server.port=0",
                                "--tandem.data=" + data,
                                "--tandem.server-programs="
                                        + Path.of("target", "programs").toAbsolutePath(),
                                "--tandem.demo=true",
                                "--tandem.reference.directories=src/test/resources/reference-invented,src/test/resources/reference-three"));
    }

    private static void unpack(Path to) {
        try (InputStream packed = OldData.class.getResourceAsStream("/old-data/backup.tar.xz");
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = to.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(tar, target);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    Roads roads() {
        return new Roads(
                new TestRestTemplate(new RestTemplateBuilder().rootUri("http://localhost:" + port())),
                bean(JdbcClient.class),
                bean(Roster.class),
                bean(Countries.class),
                bean(CaseHistory.class));
    }

    @Override
    public void close() {
        bean(MovableClock.class).reset();
        context.close();
    }

    /** It must not get old: reminders, lapses and due dates are as they were. */
    @TestConfiguration(proxyBeanMethods = false)
    static class ThatDay {

        @Bean
        @Primary
        MovableClock clockOfThatDay() {
            MovableClock clock = new MovableClock();
            clock.advance(Duration.between(Instant.now(), TAKEN));
            return clock;
        }
    }
}
