package io.customerroom.ledger.imports.database;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.StrictYaml;
import io.customerroom.ledger.workspace.Workspace;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The hosts that databases may be read from, as {@code sources.yaml} names them: {@code databases: [db.example.org:5432]}. Nothing is reached that is not
 * named. A name that leads to an address inside a house (private, loopback, link-local, a cloud's metadata) is refused as well, unless that
 * address is named beside it: whoever controls a name must not decide what we connect to.
 *
 * @param named host, or host and port; without a port 5432
 */
record DatabaseHosts(List<String> named) {

    private static final int USUAL_PORT = 5432;

    DatabaseHosts {
        named = named.stream().map(DatabaseHosts::normal).toList();
    }

    /** Finds the addresses of a name. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    static DatabaseHosts of(Workspace workspace) {
        Path file = workspace.root().resolve("sources.yaml");
        if (!Files.exists(file)) {
            return new DatabaseHosts(List.of());
        }
        StrictYaml yaml = StrictYaml.read(file);
        List<String> named = yaml.root().texts("databases");
        yaml.finish();
        return new DatabaseHosts(named);
    }

    /** The address to connect to, found once, so that the name cannot lead elsewhere between this check and the connection. */
    InetAddress admit(DatabaseAddress address, Resolver resolver) {
        if (!named.contains(normal(at(address.host(), address.port())))) {
            throw Failure.yours(
                    "DATABASE_NOT_NAMED",
                    "%s:%d is not among the hosts that databases may be read from."
                            .formatted(address.host(), address.port()),
                    "An administrator names it in sources.yaml of the workspace: databases: [%s]."
                            .formatted(at(address.host(), address.port())));
        }
        InetAddress[] found;
        try {
            found = resolver.resolve(address.host());
        } catch (UnknownHostException e) {
            throw Failure.resources(
                    "DATABASE_NOT_FOUND",
                    "No address is known for the host %s.".formatted(address.host()),
                    "Check the name and the network.");
        }
        return Arrays.stream(found)
                .filter(one -> !inside(one) || named.contains(normal(at(one.getHostAddress(), address.port()))))
                .findFirst()
                .orElseThrow(
                        () -> Failure.yours(
                                "DATABASE_INSIDE",
                                "The host %s leads to an address inside this house or machine, which nobody has named."
                                        .formatted(address.host()),
                                "If that is meant, an administrator names the address itself beside the host in sources.yaml."));
    }

    /** Addresses that are nobody's in the open network. */
    static boolean inside(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean special = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (address instanceof Inet6Address) {
            boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
            boolean wrapsOther = zero(bytes, 0, 10) // mapped and compatible IPv4
                    || bytes[0] == 0x20 && bytes[1] == 0x02 // 6to4
                    || bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0 // Teredo
                    || bytes[0] == 0
                            && bytes[1] == 0x64
                            && (bytes[2] & 0xff) == 0xff
                            && (bytes[3] & 0xff) == 0x9b; // NAT64
            return special || uniqueLocal || wrapsOther;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return special
                || first == 0
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0 && bytes[2] == 0
                || first == 198 && (second == 18 || second == 19)
                || first >= 240;
    }

    private static boolean zero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static String at(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static String normal(String host) {
        String lower = host.strip().toLowerCase(Locale.ROOT);
        boolean ported = lower.startsWith("[")
                ? lower.contains("]:")
                : lower.indexOf(':') >= 0 && lower.indexOf(':') == lower.lastIndexOf(':');
        return ported
                ? lower
                : lower.contains(":") && !lower.startsWith("[")
                        ? "[" + lower + "]:" + USUAL_PORT
                        : lower + ":" + USUAL_PORT;
    }
}
