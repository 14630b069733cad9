package org.tandem.platform.edge;

import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.apache.tomcat.util.collections.SynchronizedStack;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;

/** Gives each new connection a {@link PatientChannel}; with TLS of its own, which a proxy has in our place, it cannot. */
final class PatientEndpoint extends NioEndpoint {

    private static final int KEPT_FOR_REUSE = 200;

    PatientEndpoint() {
        getSocketProperties().setBufferPool(KEPT_FOR_REUSE);
    }

    /** The server takes the channel from those it keeps for reuse, so one of ours has to lie on top. One thread accepts. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (!isSSLEnabled()) {
            SynchronizedStack<NioChannel> channels = Objects.requireNonNull(getNioChannels());
            NioChannel used = channels.pop();
            channels.push(used == null ? new PatientChannel(buffers()) : used);
        }
        return super.setSocketOptions(socket);
    }

    private SocketBufferHandler buffers() {
        return new SocketBufferHandler(
                socketProperties.getAppReadBufSize(),
                socketProperties.getAppWriteBufSize(),
                socketProperties.getDirectBuffer());
    }
}
