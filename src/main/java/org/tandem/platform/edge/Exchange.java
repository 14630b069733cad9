package org.tandem.platform.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.ClientNetwork;
import org.tandem.platform.edge.ClientRefused.Reason;

/** One request while its thread answers it: counts the body, whoever reads it, and waits for the client. */
final class Exchange implements InputBuffer {

    private static final ThreadLocal<@Nullable Exchange> CURRENT = new ThreadLocal<>();

    private final Request request;
    private final InputBuffer network;
    private final ClientLimits limits;
    private final Waiting toSend;
    private final Waiting toRead;

    private long count;
    private boolean inBody;
    private boolean answered;
    private @Nullable ClientRefused refused;

    private Exchange(Request request, ClientLimits limits, WaitingPlaces senders, WaitingPlaces readers) {
        this.request = request;
        this.network = request.getInputBuffer();
        this.limits = limits;
        this.toSend = new Waiting(limits, senders, this::client);
        this.toRead = new Waiting(limits, readers, this::client);
    }

    static Exchange begin(Request request, ClientLimits limits, WaitingPlaces senders, WaitingPlaces readers) {
        Exchange exchange = new Exchange(request, limits, senders, readers);
        request.setInputBuffer(exchange);
        CURRENT.set(exchange);
        return exchange;
    }

    void end() {
        CURRENT.remove();
        request.setInputBuffer(network);
    }

    /** Reads from the network; a body is waited for here, everything else by the server. */
    static int read(Waiting.Attempt attempt) throws IOException {
        Exchange exchange = CURRENT.get();
        return exchange == null || !exchange.inBody ? attempt.go() : exchange.toSend.until(attempt);
    }

    static int write(Waiting.Attempt attempt) throws IOException {
        Exchange exchange = CURRENT.get();
        return exchange == null ? attempt.go() : exchange.toRead.until(attempt);
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (refused != null) {
            throw refused;
        }
        int read = fromNetwork(handler);
        count += Math.max(0, read);
        long beyond = answered ? limits.readAfterAnswer().toBytes() : 0;
        if (count > limits.of(request.getContentType()) + beyond) {
            throw note(new ClientRefused(Reason.TOO_LARGE));
        }
        return read;
    }

    private int fromNetwork(ApplicationBufferHandler handler) throws IOException {
        inBody = true;
        try {
            return network.doRead(handler);
        } catch (ClientRefused slow) {
            throw note(slow);
        } finally {
            inBody = false;
        }
    }

    private ClientRefused note(ClientRefused why) {
        refused = why;
        request.setAttribute(ClientRefused.NOTE, why);
        return why;
    }

    @Override
    public int available() {
        return network.available();
    }

    /**
     * Reads, after the answer, what the client still sends: closed at once, its side would lose the answer.
     *
     * @return whether the connection can be used again
     */
    boolean readRest() {
        answered = true;
        if (refused != null && refused.reason() == Reason.TOO_LARGE) {
            refused = null;
        }
        try {
            Rest rest = new Rest();
            while (doRead(rest) > 0) {
                rest.setByteBuffer(null);
            }
            return true;
        } catch (IOException noMore) {
            return false;
        }
    }

    private String client() {
        if (request.getAttribute(ProxyHeaders.CLIENT) instanceof String behindProxy) {
            return ClientNetwork.of(behindProxy);
        }
        request.action(ActionCode.REQ_HOST_ADDR_ATTRIBUTE, request);
        return ClientNetwork.of(String.valueOf(request.remoteAddr()));
    }

    /** Bytes nobody wants. */
    private static final class Rest implements ApplicationBufferHandler {

        private @Nullable ByteBuffer bytes;

        @Override
        public void setByteBuffer(@Nullable ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // never asked for
        }
    }
}
