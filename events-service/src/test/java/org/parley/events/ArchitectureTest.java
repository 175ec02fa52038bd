package org.parley.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.parley", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule features_form_no_circle =
            slices().matching("org.parley.events.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_other_service_is_imported = noClasses()
            .that()
            .resideInAPackage("org.parley.events..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.parley.sources..", "org.parley.gateway..", "org.parley.launcher..")
            .because("services talk over HTTP");

    @ArchTest
    static final ArchRule only_the_rest_client_opens_connections = noClasses()
            .that()
            .resideInAPackage("org.parley.events..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.apache.http..", "io.vertx..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .because("sockets to the outside belong to service-kit, and sources-service is asked through SourcesApi");

    @ArchTest
    static final ArchRule places_in_texts_need_no_framework = noClasses()
            .that()
            .haveSimpleNameStartingWith("Span")
            .or()
            .haveSimpleName("Receipt")
            .or()
            .haveSimpleName("Piece")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "org.jdbi..");

    @ArchTest
    static final ArchRule endpoints_stay_inside_their_feature = classes()
            .that()
            .haveSimpleNameEndingWith("Api")
            .and()
            .areNotInterfaces()
            .should()
            .bePackagePrivate();
}
