package org.parley.gateway.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The documents that keys may ask for. A key that has any may ask for no other. */
@ApplicationScoped
class TrustedDocuments {

    private final Jdbi jdbi;

    TrustedDocuments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A key's documents by the SHA-256 of each, in hexadecimal. */
    Map<String, String> of(UUID key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select hash, document from trusted_document where key_id = :key")
                .bind("key", key)
                .reduceRows(new TreeMap<>(), (documents, row) -> {
                    documents.put(row.getColumn("hash", String.class), row.getColumn("document", String.class));
                    return documents;
                }));
    }

    void replace(UUID key, Collection<String> documents) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from trusted_document where key_id = :key")
                    .bind("key", key)
                    .execute();
            documents.stream()
                    .distinct()
                    .forEach(document -> handle.createUpdate(
                                    "insert into trusted_document (key_id, hash, document) values (:key, :hash, :document)")
                            .bind("key", key)
                            .bind("hash", sha256(document))
                            .bind("document", document)
                            .execute());
        });
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
