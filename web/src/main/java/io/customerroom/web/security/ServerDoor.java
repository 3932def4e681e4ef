package io.customerroom.web.security;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the server does before and after all code of ours: names of cookies, and its own refusals. */
@Configuration(proxyBeanMethods = false)
class ServerDoor {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> door() {
        return factory -> {
            factory.addContextValves(new HostCookies.Read());
            factory.addContextCustomizers(context -> {
                context.setCookieProcessor(new HostCookies.Written());
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(UnreadableAddress.class.getName());
                }
            });
        };
    }
}
