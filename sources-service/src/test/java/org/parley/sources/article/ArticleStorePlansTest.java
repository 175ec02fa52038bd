package org.parley.sources.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.sources.SourcesTest;

/** Plans of intake are made once for a connection, perhaps on its first day, when the tables are empty, and are kept while they grow. */
@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArticleStorePlansTest {

    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    Jdbi jdbi;

    static List<Arguments> statements() {
        return List.of(
                Arguments.of(ArticleStore.FIND.replace(":identities", "$1::uuid[]"), "('{" + NOBODY + "}')"),
                Arguments.of(ArticleStore.PLACES.replace(":ids", "$1::uuid[]"), "('{" + NOBODY + "}')"),
                Arguments.of(
                        ArticleStore.REPLACE
                                .replaceFirst("\\?", "\\$1")
                                .replaceFirst("\\?", "\\$2")
                                .replaceFirst("\\?", "\\$3"),
                        "(now(), '" + NOBODY + "', 1)"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void no_table_is_read_whole(String statement, String values) {
        String plan = QuarkusTransaction.requiringNew().call(() -> {
            ArticleStore.planOnce(jdbi);
            return jdbi.withHandle(handle -> plan(handle, statement, values));
        });

        assertThat(plan).contains("Index").doesNotContain("Seq Scan");
    }

    /** As a service's connection makes it and keeps it, for any values. */
    private static String plan(Handle handle, String statement, String values) {
        handle.execute("prepare looked_at as " + statement);
        try {
            return String.join(
                    "\n",
                    handle.createQuery("explain execute looked_at" + values)
                            .mapTo(String.class)
                            .list());
        } finally {
            handle.execute("deallocate looked_at");
        }
    }
}
