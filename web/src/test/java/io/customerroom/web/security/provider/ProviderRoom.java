package io.customerroom.web.security.provider;

import io.customerroom.room.people.SignInSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A provider and the settings that name it, for the room of the tests; one for all classes. No stereotype: the rooms of other tests, which look for components here, must not find it. */
class ProviderRoom {

    @Bean
    OpenIdServer server() {
        return new OpenIdServer();
    }

    @Bean
    @Primary
    SignInSettings byProvider(OpenIdServer server) {
        return SignInSettings.parse("""
                provider:
                  name: the Company
                  issuer: %s
                  client: %s
                  address: %s
                accounts: first-sign-in
                passwords: administrators
                roles:
                  - group: room-admins
                    role: administrator
                  - group: north-leaders
                    role: leader
                    sites: [north]
                  - group: readers
                    role: viewer
                """.formatted(server.issuer(), OpenIdServer.CLIENT, OpenIdServer.ROOM));
    }
}
