package org.parley.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.parley.kit.problem.ProblemException.badInput;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.graphql.JsonProviderHolder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;
import org.parley.kit.problem.ProblemException;

/**
 * Documents that are asked for by their hash: either ones that clients sent before (automatic persisted queries, as
 * Apollo's clients do it), or the only ones that a key may ask for (trusted documents).
 */
final class PersistedQueries {

    private static final int MOST_CHARACTERS = 4_000_000;
    private static final String PREFIX = "sha256:";

    private final Cache<String, String> seen = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String hash, String document) -> document.length() + hash.length())
            .build();

    /**
     * The request with its document in place.
     *
     * @param trusted the documents the key may ask for, by hash; null if it may ask for any
     */
    JsonObject complete(JsonObject request, Map<String, String> trusted) {
        String hash = hash(request);
        String document = request.get("query") instanceof JsonString text ? text.getString() : null;
        if (trusted != null) {
            String known = trusted.get(hash != null || document == null ? String.valueOf(hash) : sha256(document));
            if (known == null) {
                throw new ProblemException(
                        ErrorCode.FORBIDDEN, "This key may only ask for its trusted documents, and this is none.");
            }
            return with(request, known);
        }
        if (hash == null) {
            return request;
        }
        if (document == null) {
            String known = seen.getIfPresent(hash);
            if (known == null) {
                // In the words that clients look for.
                throw new ProblemException(
                        Problem.of(ErrorCode.PERSISTED_QUERY_NOT_FOUND, 404, "PersistedQueryNotFound", List.of()));
            }
            return with(request, known);
        }
        if (!sha256(document).equals(hash)) {
            throw badInput("extensions", "has a hash that is not the document's");
        }
        seen.put(hash, document);
        return request;
    }

    /** As {@code documentId} has it, or the extension of Apollo's clients. */
    private static String hash(JsonObject request) {
        if (request.get("documentId") instanceof JsonString id) {
            return plain(id.getString());
        }
        return request.get("extensions") instanceof JsonObject extensions
                        && extensions.get("persistedQuery") instanceof JsonObject persisted
                        && persisted.get("sha256Hash") instanceof JsonString hash
                ? plain(hash.getString())
                : null;
    }

    private static String plain(String hash) {
        return hash.toLowerCase(Locale.ROOT).replaceFirst("^" + PREFIX, "");
    }

    private static JsonObject with(JsonObject request, String document) {
        JsonValue text = JsonProviderHolder.JSON_PROVIDER.createValue(document);
        return JsonProviderHolder.JSON_PROVIDER
                .createObjectBuilder(request)
                .add("query", text)
                .build();
    }

    private static String sha256(String document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
