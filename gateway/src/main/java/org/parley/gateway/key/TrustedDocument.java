package org.parley.gateway.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A document that a key may ask for. A key that has any may ask for no other. */
@Entity
@Table(name = "trusted_document")
@IdClass(TrustedDocument.Key.class)
public class TrustedDocument extends PanacheEntityBase {

    @Id
    public UUID keyId;

    /** SHA-256 of the document, in hexadecimal. */
    @Id
    public String hash;

    public String document;

    /** What identifies one. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        public UUID keyId;
        public String hash;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.keyId.equals(keyId) && key.hash.equals(hash);
        }

        @Override
        public int hashCode() {
            return hash.hashCode();
        }
    }

    static Map<String, String> of(UUID key) {
        Map<String, String> documents = new TreeMap<>();
        List<TrustedDocument> rows = list("keyId", key);
        rows.forEach(row -> documents.put(row.hash, row.document));
        return documents;
    }

    static void replace(UUID key, Collection<String> documents) {
        delete("keyId", key);
        documents.stream().distinct().forEach(text -> {
            TrustedDocument row = new TrustedDocument();
            row.keyId = key;
            row.hash = sha256(text);
            row.document = text;
            row.persist();
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
