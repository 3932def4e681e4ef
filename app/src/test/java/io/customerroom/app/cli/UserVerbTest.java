package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserVerbTest {

    @TempDir
    Path folder;

    @BeforeEach
    void workspace() {
        Typed.in(folder, "init", ".");
    }

    @Test
    void invitedPersonGetsALinkAndNoPassword() {
        assertThat(Typed.in(folder, "user", "add", "ada", "--role", "leader").out())
                .matches("http://127\\.0\\.0\\.1:8480/welcome/\\S{40,}\n");
        assertThat(Typed.in(folder, "user", "list").out()).isEqualTo("""
                        name  display name  role    rows        state
                        ada   ada           leader  everything  invited
                        """);
    }

    @Test
    void roleIsGivenAndAccountClosed() {
        Typed.in(folder, "user", "add", "ada", "--role", "viewer", "--display-name", "Ada");
        Typed.in(folder, "user", "role", "ada", "data-admin");
        assertThat(Typed.in(folder, "user", "list").out())
                .contains("ada   Ada           data-admin  everything  invited");
        Typed.in(folder, "user", "close", "ada", "--reason", "left");
        assertThat(Typed.in(folder, "user", "list").out())
                .contains("ada   Ada           data-admin  everything  closed");
    }

    @Test
    void anAccountIsKeptToRowsAndSeesEverythingAgain() {
        Typed.in(folder, "user", "add", "ada", "--role", "front-line", "--site", "north", "--segment", "gold");
        assertThat(Typed.in(folder, "user", "list").out()).contains("front-line  segment gold, site north  invited");
        assertThat(Typed.in(folder, "user", "scope", "ada", "--everything").exitCode())
                .isZero();
        assertThat(Typed.in(folder, "user", "list").out()).contains("front-line  everything  invited");
        assertThat(Typed.in(folder, "user", "scope", "ada").err()).contains("SCOPE_MISSING");
        assertThat(Typed.in(folder, "user", "add", "eve", "--role", "auditor", "--site", "north")
                        .err())
                .contains("SCOPE_NOT_FOR_ROLE");
    }

    @Test
    void unknownRoleIsRefused() {
        assertThat(Typed.in(folder, "user", "add", "ada", "--role", "king"))
                .extracting(Typed::exitCode, Typed::err)
                .containsExactly(
                        2,
                        "There is no role 'king'."
                                + " Use administrator, facilitator, leader, contact-owner, front-line, viewer, data-admin or auditor. [ROLE_UNKNOWN]\n");
    }

    @Test
    void accountWithoutRoleIsRefused() {
        assertThat(Typed.in(folder, "user", "add", "ada").err())
                .isEqualTo("Missing required option: '--role=ROLE'."
                        + " See './customer-room user add --help'. [ARGUMENT_REFUSED]\n");
    }
}
