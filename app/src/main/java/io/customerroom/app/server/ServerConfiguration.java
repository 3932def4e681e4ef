package io.customerroom.app.server;

import io.customerroom.web.WebConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages over the beans that {@link RoomServer} brings along. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = UserDetailsServiceAutoConfiguration.class) // no generated accounts: people keeps them
@Import(WebConfiguration.class)
class ServerConfiguration {}
