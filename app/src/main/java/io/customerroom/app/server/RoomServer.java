package io.customerroom.app.server;

import io.customerroom.app.demo.DemoTour;
import io.customerroom.app.workbench.RoomAddress;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import io.customerroom.ledger.facts.ReceivedFacts;
import io.customerroom.ledger.identity.Links;
import io.customerroom.ledger.workspace.CompanySettings;
import io.customerroom.ledger.workspace.Journey;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.web.CompanyFace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The server of one workspace. It stops accepting, finishes what it began, and leaves the workbench open when it is closed. */
public final class RoomServer implements AutoCloseable {

    /** Who acts where nobody asked. */
    public static final Authorship SCHEDULE = new Authorship("system", "schedule", "", "");

    /** Held, or the level would be forgotten with the logger. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private final ConfigurableApplicationContext context;
    private final String host;

    private RoomServer(ConfigurableApplicationContext context, String host) {
        this.context = context;
        this.host = host;
    }

    /**
     * Starts, and answers when pages are served.
     *
     * @param port instead of the one in the settings; 0 takes any free one
     */
    public static RoomServer start(Workbench bench, OptionalInt port) {
        return start(bench, Optional.empty(), port);
    }

    /**
     * Starts, and answers when pages are served.
     *
     * @param address to listen at instead of the one in the settings
     * @param port instead of the one in the settings; 0 takes any free one
     */
    public static RoomServer start(Workbench bench, Optional<String> address, OptionalInt port) {
        CompanySettings settings = bench.settings();
        String host = address.orElse(settings.address());
        int wanted = port.orElse(settings.port());
        // Logging is set up already, and to standard error; Spring would turn it to standard output.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        TOMCAT.setLevel(Level.WARNING);
        SpringApplication application = new SpringApplication(ServerConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(properties(bench.workspace(), settings, host, wanted));
        application.addInitializers(context -> register(bench, context.getBeanFactory()));
        try {
            return new RoomServer(application.run(), host);
        } catch (RuntimeException e) {
            throw portTaken(e, wanted).orElseThrow(() -> e);
        }
    }

    /** The port that was really taken. */
    public int port() {
        return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer(), "a started server")
                .getPort();
    }

    /** Where a browser finds it, without a slash at the end. */
    public String address() {
        return RoomAddress.of(host, port());
    }

    @Override
    public void close() {
        context.close();
    }

    private static void register(Workbench bench, ConfigurableListableBeanFactory beans) {
        CompanySettings settings = bench.settings();
        beans.registerSingleton("clock", bench.clock());
        beans.registerSingleton("workspace", bench.workspace());
        beans.registerSingleton("companySettings", settings);
        beans.registerSingleton("stateStore", bench.store());
        beans.registerSingleton("engine", bench.engine());
        beans.registerSingleton(
                "companyFace", new CompanyFace(settings.company(), settings.calendar(), settings.currency()));
        DemoTour.of(bench.workspace()).ifPresent(tour -> beans.registerSingleton("tour", tour));
        beans.registerSingleton("journey", Journey.read(bench.workspace()));
        beans.registerSingleton("receipts", bench.receipts());
        beans.registerSingleton("workbench", bench);
        beans.registerSingleton("passwords", bench.passwords());
        beans.registerSingleton("imports", bench.imports());
        beans.registerSingleton("builds", bench.builds());
        beans.registerSingleton("retentionRound", bench.retentionRound());
        ReceivedFacts facts = bench.facts();
        Links links = facts::links;
        beans.registerSingleton("links", links);
        beans.registerSingleton("questions", bench.questions());
    }

    /** Platform threads: native calls of the stores pin virtual ones. */
    private static Map<String, Object> properties(
            Workspace workspace, CompanySettings settings, String host, int port) {
        long largest = Math.max(settings.upload().bytes(), settings.artefact().bytes());
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", host);
        properties.put("server.port", port);
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        properties.put("spring.threads.virtual.enabled", false);
        properties.put("spring.main.register-shutdown-hook", false);
        properties.put("spring.servlet.multipart.max-file-size", largest + "B");
        properties.put("spring.servlet.multipart.max-request-size", largest + (1 << 20) + "B");
        properties.put("customer-room.artefact-bytes", settings.artefact().bytes());
        properties.put("customer-room.requests-per-minute", settings.requests());
        properties.put("spring.servlet.multipart.location", folder(workspace.uploads()));
        properties.put("server.tomcat.basedir", folder(workspace.staging().resolve("server")));
        if (!settings.proxies().isEmpty()) {
            properties.put("server.forward-headers-strategy", "native");
            properties.put("server.tomcat.remoteip.internal-proxies", anyOf(settings.proxies()));
            properties.put("server.tomcat.remoteip.remote-ip-header", "X-Forwarded-For");
            properties.put("server.tomcat.remoteip.protocol-header", "X-Forwarded-Proto");
        }
        return properties;
    }

    private static String anyOf(List<String> addresses) {
        return addresses.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /** Inside the workspace, so that a server that is killed leaves nothing of its customers elsewhere. */
    private static String folder(Path folder) {
        try {
            return Files.createDirectories(folder).toAbsolutePath().toString();
        } catch (IOException e) {
            throw Failure.resources(
                    "WORKSPACE_NOT_WRITABLE",
                    "The folder 'staging' of the workspace cannot be written (%s)."
                            .formatted(FileTrouble.in(e, folder)),
                    "Check room and rights on the workspace's disk.");
        }
    }

    private static Optional<Failure> portTaken(Throwable thrown, int port) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof java.net.BindException) {
                return Optional.of(Failure.yours(
                        "PORT_TAKEN",
                        "Port %d is used by another program.".formatted(port),
                        "Choose another: ./customer-room serve --port %d."
                                .formatted(port == 65_535 ? 8480 : port + 1)));
            }
        }
        return Optional.empty();
    }
}
