package io.customerroom.web.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class UploadsTest {

    @TempDir
    Path folder;

    @Test
    void whatSomebodyBroughtLiesInTheWorkspaceAndGoesWithTheServer() throws IOException {
        Uploads uploads = server();
        Uploads.Upload kept =
                uploads.keep(file("order,customer\n"), "C:\\lists\\may.csv", FactKind.PURCHASE, Optional.empty());
        assertThat(kept.name()).isEqualTo("may.csv");
        assertThat(kept.file()).hasContent("order,customer").hasParentRaw(folder.resolve("staging/uploads"));
        uploads.destroy();
        assertThat(left()).isEmpty();
    }

    @Test
    void whatAKilledServerLeftGoesWithTheNextStart() throws IOException {
        server().keep(file("order,customer\n"), "may.csv", FactKind.PURCHASE, Optional.empty());
        assertThat(left()).hasSize(1);
        server();
        assertThat(left()).isEmpty();
    }

    @Test
    void aFileThatBreaksOffLeavesNothing() throws IOException {
        Uploads uploads = server();
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line was cut");
            }
        };
        assertThatThrownBy(() -> uploads.keep(broken, "may.csv", FactKind.PURCHASE, Optional.empty()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("UPLOAD_NOT_KEPT"));
        assertThat(left()).isEmpty();
    }

    private Uploads server() throws IOException {
        Uploads uploads = new Uploads(new StaticListableBeanFactory(Map.of("workspace", new Workspace(folder)))
                .getBeanProvider(Workspace.class));
        uploads.afterPropertiesSet();
        return uploads;
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("staging/uploads"))) {
            return files.toList();
        }
    }

    private static InputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
