package io.customerroom.bench;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Configuration;

/** A Spring Boot application with the product's starters and nothing of its own: what the server's start stands beside. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BareServer {

    public static void main(String[] arguments) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SpringApplication application = new SpringApplication(BareServer.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("server.port", "0", "server.address", "127.0.0.1"));
        var context = (ServletWebServerApplicationContext) application.run();
        System.out.println("http://127.0.0.1:"
                + Objects.requireNonNull(context.getWebServer()).getPort());
    }
}
