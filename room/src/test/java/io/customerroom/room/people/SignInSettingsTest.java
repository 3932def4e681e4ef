package io.customerroom.room.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.RowScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInSettingsTest {

    private static final String PROVIDER = """
            provider:
              issuer: https://login.example/realms/company
              client: customer-room
            """;

    @Test
    void withoutAFilePeopleSignInWithPasswords() {
        assertThat(SignInSettings.parse("")).isEqualTo(SignInSettings.standard());
    }

    @Test
    void defaultsLetNobodyInWhoIsNotInvited() {
        SignInSettings settings = SignInSettings.parse(PROVIDER);
        assertThat(settings.newcomers()).isFalse();
        assertThat(settings.passwords()).containsExactlyInAnyOrder(Role.values());
        assertThat(settings.standing(Set.of("anything"))).isEqualTo(new Standing.AsInTheRoom());
        ProviderSettings provider = settings.requireProvider();
        assertThat(provider.scopes()).containsExactly("openid", "profile");
        assertThat(provider.groupsClaim()).isEqualTo("groups");
        assertThat(provider.logout()).isTrue();
    }

    @Test
    void theFirstLineThatFitsDecides() {
        SignInSettings settings = SignInSettings.parse(PROVIDER + """
                roles:
                  - group: admins
                    role: administrator
                  - group: north
                    role: leader
                    sites: [north]
                  - group: all
                    role: viewer
                """);
        assertThat(settings.standing(Set.of("all", "north")))
                .isEqualTo(new Standing.ByGroup(Role.LEADER, Optional.of(RowScope.of(List.of(), List.of("north")))));
        assertThat(settings.standing(Set.of("all")))
                .as("scopes are the provider's as soon as one line names one")
                .isEqualTo(new Standing.ByGroup(Role.VIEWER, Optional.of(RowScope.everything())));
        assertThat(settings.standing(Set.of("Admins"))).isEqualTo(new Standing.Outside());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            provider: {issuer: 'http://login.example', client: room}              | which is not an address that begins with https
            provider: {issuer: 'https://a:b@login.example', client: room}         | which is not an address that begins with https
            provider: {issuer: 'https://login.example?x', client: room}           | which is not an address that begins with https
            provider: {client: room}                                              | a provider needs an issuer
            provider: {issuer: 'https://login.example'}                           | a provider needs the name of this client
            provider: {issuer: 'https://login.example', client: a, scopes: email} | openid must be among the scopes
            provider: {issuer: 'https://login.example', client: a, secret: hush}  | there is no key 'secret'
            accounts: first-sign-in                                               | first-sign-in needs roles
            passwords: some                                                       | which is not 'everybody', 'administrators' or 'nobody'
            roles: [{group: a, role: king}]                                       | which is not a role such as viewer
            roles: [{role: viewer}]                                               | needs a group and a role
            roles: [{group: a, role: auditor, sites: north}]                      | the role auditor cannot be kept to segments or sites
            """)
    void whatCouldOpenTooMuchIsRefused(String text, String finding) {
        assertThatThrownBy(() -> SignInSettings.parse(text))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(finding);
    }
}
