package org.parley.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.parley.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule services_are_reached_over_http_only = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.parley.sources..", "org.parley.events..", "org.parley.extraction..")
            .because("a service can be deployed without the others");

    @ArchTest
    static final ArchRule keys_know_nothing_of_what_they_open = noClasses()
            .that()
            .resideInAPackage("..gateway.key..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..gateway.http..", "..gateway.door..", "..gateway.join..", "..gateway.upstream..")
            .because("who may enter is decided before what is asked for is read");

    @ArchTest
    static final ArchRule rows_know_nothing_of_how_they_travel = noClasses()
            .that()
            .areRecords()
            .and()
            .resideInAnyPackage(
                    "..gateway.article..", "..gateway.statement..", "..gateway.actor..", "..gateway.proposal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..gateway.http..", "..gateway.join..", "..gateway.upstream..")
            .because("they are the schema, and the schema is the contract");
}
