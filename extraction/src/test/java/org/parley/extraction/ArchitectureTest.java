package org.parley.extraction;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.parley.extraction", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule extraction_depends_on_the_jdk_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.parley.extraction..")
            .because("the engine is a plain library: no framework, nothing else of ours");

    @ArchTest
    static final ArchRule text_knows_nothing_of_the_rest = noClasses()
            .that()
            .resideInAPackage("org.parley.extraction.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.parley.extraction.parse..",
                    "org.parley.extraction.names..",
                    "org.parley.extraction.syntax..",
                    "org.parley.extraction.attribution..",
                    "org.parley.extraction.speaker..")
            .because("the sources service uses it to mark regions");

    @ArchTest
    static final ArchRule rules_open_no_connections = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.sql..")
            .because("the engine reads its own models and nothing else");
}
