package io.customerroom.ledger.imports.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that connect to one address, whatever name they are given: the driver resolves the name once more by itself, and a name may lead elsewhere by then. The
 * name is still what a certificate is checked against. Public because the driver makes it by name.
 */
public final class PinnedSockets extends SocketFactory {

    private final InetAddress address;

    /** @param literal an address in digits; a name is refused */
    public PinnedSockets(String literal) {
        this.address = InetAddress.ofLiteral(literal);
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                super.connect(pinned(endpoint), timeout);
            }

            @Override
            public void connect(SocketAddress endpoint) throws IOException {
                super.connect(pinned(endpoint), 0);
            }
        };
    }

    private SocketAddress pinned(SocketAddress endpoint) throws IOException {
        if (endpoint instanceof InetSocketAddress asked) {
            return new InetSocketAddress(address, asked.getPort());
        }
        throw new IOException("no address of the network");
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return new Socket(address, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return new Socket(address, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return new Socket(address, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return new Socket(address, port, local, localPort);
    }
}
