package org.tandem.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import lombok.RequiredArgsConstructor;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.tandem.platform.edge.SafetyHeaders;

/**
 * Tells the errors of the server itself: of requests it could not read, which go no further, and of those nobody behind
 * could explain.
 */
@RequiredArgsConstructor
class PlainReport extends ErrorReportValve {

    private final PlainPage page;

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.isErrorReportRequired()) {
            response.setSuspended(false);
            report(request, response, null);
        } else {
            super.invoke(request, response);
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        AtomicBoolean possible = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, possible);
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !possible.get()
                || !response.setErrorReported()) {
            return;
        }
        SafetyHeaders.addTo(response);
        HttpStatus status = statusOf(response.getStatus());
        response.setStatus(status.value());
        Problem problem = Problems.of(status);
        try {
            String body = page.prepare(problem, List.of(), false, request, response);
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(body);
                response.finishResponse();
            }
        } catch (IOException gone) {
            // nobody is left to tell
        }
    }

    /** A method, version or transfer encoding that the server does not know is no fault of the server's. */
    private static HttpStatus statusOf(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        boolean unknownToUs = known == HttpStatus.NOT_IMPLEMENTED || known == HttpStatus.HTTP_VERSION_NOT_SUPPORTED;
        return known == null || unknownToUs ? HttpStatus.BAD_REQUEST : known;
    }
}
