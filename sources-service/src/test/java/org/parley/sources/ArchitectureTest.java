package org.parley.sources;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.parley.sources");

    @Test
    void no_other_service_is_imported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.parley.events..", "org.parley.gateway..", "org.parley.launcher..")
                .check(CLASSES);
    }

    @Test
    void of_extraction_only_the_marking_of_texts_is_used() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of extraction, but not of its text",
                        (JavaClass type) -> type.getPackageName().startsWith("org.parley.extraction")
                                && !type.getPackageName().equals("org.parley.extraction.text")))
                .check(CLASSES);
    }

    @Test
    void features_do_not_go_in_circles() {
        SlicesRuleDefinition.slices()
                .matching("org.parley.sources.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void nothing_here_opens_a_connection_to_the_outside() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.hc..", "java.net.http..")
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .check(CLASSES);
    }

    @Test
    void only_the_change_feed_of_the_kit_names_its_table() throws IOException {
        List<Path> naming = new ArrayList<>();
        int files = 0;
        try (var tree = Files.walk(Path.of("target/classes"))) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files++;
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains("outbox")) {
                    naming.add(file);
                }
            }
        }
        assertThat(files).isGreaterThan(30);
        assertThat(naming).isEmpty();
    }
}
