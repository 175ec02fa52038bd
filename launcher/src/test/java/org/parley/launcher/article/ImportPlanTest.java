package org.parley.launcher.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPlanTest {

    @TempDir
    Path folder;

    @Test
    void a_folder_gives_its_articles_in_order_however_deep() throws IOException {
        write("b/two.JSON");
        write("a.txt");
        write("b/one.txt");
        write("c.jsonl");
        ImportPlan plan = ImportPlan.of(List.of(folder));
        assertThat(plan.files())
                .extracting(ArticleFile::name)
                .containsExactly("a.txt", "one.txt", "two.JSON", "c.jsonl");
        assertThat(plan.files())
                .extracting(ArticleFile::kind)
                .containsExactly(
                        ArticleFile.Kind.TEXT, ArticleFile.Kind.TEXT, ArticleFile.Kind.JSON, ArticleFile.Kind.LINES);
        assertThat(plan.refused()).isEmpty();
        assertThat(plan.bytes()).isEqualTo(4);
    }

    @Test
    void pages_are_sent_as_they_are_so_that_they_say_their_own_character_set() throws IOException {
        write("page.html");
        write("old.HTM");
        ImportPlan plan = ImportPlan.of(List.of(folder));
        assertThat(plan.files()).extracting(ArticleFile::name).containsExactly("old.HTM", "page.html");
        assertThat(plan.files())
                .allSatisfy(file -> assertThat(file.kind().mediaType()).isEqualTo("text/html"));
        assertThat(plan.refused()).isEmpty();
    }

    @Test
    void other_files_of_a_folder_are_passed_over_and_hidden_ones_not_even_counted() throws IOException {
        write("picture.png");
        write(".hidden.txt");
        write(".git/config.txt");
        write("a.txt");
        ImportPlan plan = ImportPlan.of(List.of(folder));
        assertThat(plan.files()).hasSize(1);
        assertThat(plan.passedOver()).isEqualTo(1);
        assertThat(plan.refused()).isEmpty();
    }

    @Test
    void a_file_that_was_named_is_refused_when_it_is_not_there_or_of_another_kind() throws IOException {
        Path picture = write("picture.png");
        ImportPlan plan = ImportPlan.of(List.of(folder.resolve("absent.txt"), picture));
        assertThat(plan.refused())
                .extracting(Fate::why)
                .containsExactly(
                        "there is no such file", "not a kind of file Parley reads: .txt, .json, .jsonl, .html");
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }
}
