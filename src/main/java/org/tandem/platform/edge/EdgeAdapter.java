package org.tandem.platform.edge;

import java.util.concurrent.atomic.AtomicBoolean;
import lombok.extern.slf4j.Slf4j;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/** What every request passes through first and last, also one that could not be read. */
@Slf4j
final class EdgeAdapter implements Adapter {

    private final Adapter container;
    private final ClientLimits limits;
    private final WaitingPlaces senders;
    private final WaitingPlaces readers;

    EdgeAdapter(Adapter container, ClientLimits limits) {
        this.container = container;
        this.limits = limits;
        this.senders = new WaitingPlaces(limits.waiting(), limits.waitingForOneAddress());
        this.readers = new WaitingPlaces(limits.waiting(), limits.waitingForOneAddress());
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        if (isWithoutHeaders(request)) {
            response.action(ActionCode.CLOSE_NOW, null);
            return;
        }
        SafetyHeaders.addTo(response);
        Exchange exchange = Exchange.begin(request, limits, senders, readers);
        try {
            answer(request, response);
            if (!is(ActionCode.ASYNC_IS_ASYNC, request)) {
                readRest(request, response, exchange);
            }
        } finally {
            exchange.end();
        }
    }

    /** HTTP/0.9: whatever we answered would come without headers. */
    private static boolean isWithoutHeaders(Request request) {
        return "".equals(request.protocol().toString());
    }

    private void answer(Request request, Response response) throws Exception {
        try {
            container.service(request, response);
        } catch (Exception fault) {
            if (response.isCommitted()) {
                throw fault;
            }
            LOG.error("A request could not be answered", fault);
            response.reset();
            response.setStatus(500);
            SafetyHeaders.addTo(response);
        }
    }

    private static void readRest(Request request, Response response, Exchange exchange) {
        if (is(ActionCode.IS_ERROR, request) || is(ActionCode.REQUEST_BODY_FULLY_READ, request)) {
            return;
        }
        boolean refusedBeforeItCame = request.hasExpectation() && response.getStatus() >= 300;
        if (!refusedBeforeItCame && !exchange.readRest()) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static boolean is(ActionCode question, Request request) {
        AtomicBoolean answer = new AtomicBoolean();
        request.action(question, answer);
        return answer.get();
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return container.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        return container.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
        container.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        container.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return container.getDomain();
    }
}
