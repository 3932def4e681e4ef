package io.customerroom.acceptance.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.customerroom.ledger.wrongway.LooksUp;
import io.customerroom.web.wrongway.Upstairs;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TheMapTest {

    static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/testkit/"))
            .importPackages("io.customerroom");

    static Stream<ArchRule> rules() {
        return Stream.of(
                        Stream.of(
                                TheMap.arrowsPointOneWay(),
                                TheMap.enginesReadTextsOnly(),
                                TheMap.theTruthIsHidden(),
                                TheMap.roomsHaveNoCycles()),
                        TheMap.frameworksStayAtTheEdge().stream())
                .flatMap(rule -> rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseIsBuiltAsDrawn(ArchRule rule) {
        rule.check(HOUSE);
    }

    @Test
    void theWholeHouseWasLookedAt() {
        assertThat(HOUSE.stream()
                        .map(type -> type.getPackageName().split("\\.")[2])
                        .distinct())
                .contains("kernel", "statistics", "state", "ledger", "engine", "walls", "room", "web", "app", "demo");
    }

    @Test
    void anArrowThatRunsBackIsRefused() {
        JavaClasses planted = new ClassFileImporter().importClasses(LooksUp.class, Upstairs.class);
        ArchRule rule = TheMap.arrowsPointOneWay();
        assertThatThrownBy(() -> rule.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("io.customerroom.ledger.wrongway.LooksUp");
    }
}
