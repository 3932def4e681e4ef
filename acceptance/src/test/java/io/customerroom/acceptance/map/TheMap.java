package io.customerroom.acceptance.map;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import io.customerroom.state.SqlFile;
import java.util.List;

/** ARCHITECTURE.md's map as rules: arrows point one way, frameworks stay at the edge, the planted truth stays hidden. */
final class TheMap {

    private static final String ROOT = "io.customerroom.";

    private TheMap() {}

    /** app → web → room → walls → ledger → state → kernel; statistics beside them; engines and the demo known to app alone. */
    static ArchRule arrowsPointOneWay() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.customerroom..")
                .withOptionalLayers(true)
                .layer("kernel")
                .definedBy(ROOT + "kernel..")
                .layer("statistics")
                .definedBy(ROOT + "statistics..")
                .layer("state")
                .definedBy(ROOT + "state..")
                .layer("ledger")
                .definedBy(ROOT + "ledger..")
                .layer("engine")
                .definedBy(ROOT + "engine..")
                .layer("walls")
                .definedBy(ROOT + "walls..")
                .layer("room")
                .definedBy(ROOT + "room..")
                .layer("web")
                .definedBy(ROOT + "web..")
                .layer("demo")
                .definedBy(ROOT + "demo..")
                .layer("app")
                .definedBy(ROOT + "app..")
                .layer("bench")
                .definedBy(ROOT + "bench..")
                .whereLayer("bench")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("app")
                .mayOnlyBeAccessedByLayers("bench")
                .whereLayer("demo")
                .mayOnlyBeAccessedByLayers("app", "bench")
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers("app", "bench")
                .whereLayer("room")
                .mayOnlyBeAccessedByLayers("web", "app", "bench")
                .whereLayer("walls")
                .mayOnlyBeAccessedByLayers("room", "web", "app", "bench")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("app", "bench")
                .whereLayer("ledger")
                .mayOnlyBeAccessedByLayers("engine", "walls", "room", "web", "demo", "app", "bench")
                .whereLayer("state")
                .mayOnlyBeAccessedByLayers("ledger", "engine", "room", "web", "app", "bench")
                .whereLayer("statistics")
                .mayNotAccessAnyLayer()
                .as("arrows point one way: app → web → room → walls → ledger → state → kernel");
    }

    static List<ArchRule> frameworksStayAtTheEdge() {
        return List.of(
                noClasses()
                        .that(resideOutsideOfPackages(ROOT + "web..", ROOT + "app..", ROOT + "bench.."))
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.springframework.."))
                        .as("Spring is seen by web and app (and by the bench beside them) only"),
                noClasses()
                        .that(resideOutsideOfPackages(ROOT + "state..", "io.customerroom..internal.."))
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.jdbi.."))
                        .as("Jdbi is seen by state and by packages called internal only"),
                noClasses()
                        .that(resideOutsideOfPackages(ROOT + "engine.duckdb..", ROOT + "bench.."))
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.duckdb.."))
                        .as("DuckDB is seen by its engine (and by the bench beside it) only"),
                noClasses()
                        .that(resideOutsideOfPackages(ROOT + "web.paper.."))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox.."))
                        .as("PDFBox is seen by web.paper only"),
                noClasses()
                        .that(resideInAPackage(ROOT + "kernel.."))
                        .should()
                        .dependOnClassesThat(resideOutsideOfPackages("java..", "org.jspecify..", ROOT + "kernel.."))
                        .as("the kernel knows the JDK only"),
                noClasses()
                        .that(resideInAPackage(ROOT + "statistics.."))
                        .should()
                        .dependOnClassesThat(resideInAPackage("java.sql.."))
                        .orShould()
                        .dependOnClassesThat(resideInAPackage("java.io.."))
                        .orShould()
                        .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.nio.channels.."))
                        .as("statistics is pure"));
    }

    /** An engine keeps its texts in .sql files as the rest of the house does; the store itself is none of its business. */
    static ArchRule enginesReadTextsOnly() {
        return noClasses()
                .that(resideInAPackage(ROOT + "engine.."))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "state..").and(not(type(SqlFile.class))))
                .as("an engine sees the reader of SQL files, and nothing else of the store");
    }

    /** Nobody but the generator itself may know what was planted; tests read it from the file. */
    static ArchRule theTruthIsHidden() {
        return noClasses()
                .that(resideOutsideOfPackages(ROOT + "demo.."))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "demo.truth.."))
                .as("product code cannot read the demo company's truth");
    }

    static ArchRule roomsHaveNoCycles() {
        return slices().matching("io.customerroom.(*)..").should().beFreeOfCycles();
    }
}
