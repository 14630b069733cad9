package org.tandem.platform.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;

/** A connection at which the {@link Exchange} under way does the waiting. */
final class PatientChannel extends NioChannel {

    PatientChannel(SocketBufferHandler buffers) {
        super(buffers);
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        return Exchange.read(() -> super.read(to));
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return from.hasRemaining() ? Exchange.write(() -> super.write(from)) : 0;
    }
}
