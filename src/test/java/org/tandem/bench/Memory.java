package org.tandem.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.tandem.RunningApplication;

/**
 * What a running application takes, in megabytes.
 *
 * @param used of the heap, garbage included
 * @param committed of the heap, taken from the system
 * @param resident of the whole process; 0 where the system does not say
 */
record Memory(double used, double committed, double resident) {

    private static final double MEGA = 1024 * 1024;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Memory of(RunningApplication application) {
        return new Memory(
                metric(application, "jvm.memory.used") / MEGA,
                metric(application, "jvm.memory.committed") / MEGA,
                resident(application.pid()));
    }

    /** Throws the garbage away first, so that what is left is what is needed. */
    static Memory afterCollection(RunningApplication application) throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(application.pid()),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return of(application);
    }

    private static double metric(RunningApplication application, String name) {
        String password = Base64.getEncoder().encodeToString("admin:tandem".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        application.address().resolve("/actuator/metrics/" + name + "?tag=area:heap"))
                .header("Authorization", "Basic " + password)
                .build();
        try {
            JsonNode answer = new ObjectMapper()
                    .readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .body());
            return answer.at("/measurements/0/value").asDouble();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static double resident(long process) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notThisSystem) {
            return 0;
        }
    }
}
