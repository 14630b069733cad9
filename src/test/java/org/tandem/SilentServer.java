package org.tandem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Takes connections and never answers: whoever asks it anything waits. */
public final class SilentServer implements AutoCloseable {

    private final ServerSocketChannel door;

    public SilentServer() {
        try {
            door = ServerSocketChannel.open();
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            door.configureBlocking(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        try {
            return "http://127.0.0.1:" + ((InetSocketAddress) door.getLocalAddress()).getPort() + "/asked";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many have knocked since the last call. */
    public int connections() {
        int connections = 0;
        try {
            for (SocketChannel one = door.accept(); one != null; one = door.accept()) {
                connections++;
                one.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return connections;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
