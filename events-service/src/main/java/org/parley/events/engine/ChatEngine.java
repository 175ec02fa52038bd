package org.parley.events.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Extraction;
import org.parley.extraction.StatementExtractor;
import org.parley.kit.outbound.OutboundAnswer;
import org.parley.kit.outbound.OutboundException;
import org.parley.kit.outbound.OutboundHttp;
import org.parley.kit.outbound.OutboundRequest;

/**
 * A model behind OpenAI's chat completions, asked for statements by a prompt that stands in a file with a version. It
 * hands out only what stands in the text: see {@link ClaimCheck}.
 */
final class ChatEngine implements StatementExtractor {

    private static final String PROMPT = "prompt-1.txt";
    private static final String SCHEMA = "claims-1.schema.json";
    private static final int LONGEST_ANSWER = 4_000_000;
    private static final int MOST_CLAIMS = 500;
    private static final int TOO_MANY = 429;
    private static final Set<Integer> LATER = Set.of(408, 425, TOO_MANY, 500, 502, 503, 504, 529);
    private static final TypeReference<List<Claim>> CLAIMS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build();

    private final OtherEngineConfig config;
    private final OutboundHttp http;
    private final String prompt = resource(PROMPT);
    private final JsonNode schema = parsed(resource(SCHEMA));
    private final String version;

    /** @param config one with an address */
    ChatEngine(OtherEngineConfig config, OutboundHttp http) {
        this.config = config;
        this.http = http;
        this.version = "chat/%s/prompt-1-%s".formatted(config.model(), shortHash(prompt + schema));
    }

    /** Names the model and the prompt, the latter by its contents: answers to another prompt are another engine's. */
    @Override
    public String version() {
        return version;
    }

    @Override
    public Extraction extract(ArticleText article) {
        return new Extraction(
                article.language() == null ? "und" : article.language(),
                true,
                ask(article).kept(),
                List.of(),
                List.of(),
                List.of(),
                Set.of());
    }

    /**
     * Asks, and checks what is claimed.
     *
     * @throws EngineTrouble if no answer comes, or none of the form asked for
     */
    ClaimCheck.Checked ask(ArticleText article) {
        OutboundAnswer answer = send(request(article));
        if (answer.status() != 200) {
            String message = "it answers with status " + answer.status();
            throw LATER.contains(answer.status())
                    ? EngineTrouble.away(message, retryAfter(answer))
                    : EngineTrouble.unusable(message);
        }
        return ClaimCheck.of(claims(answer), article.text());
    }

    private byte[] request(ArticleText article) {
        ObjectNode body = JSON.createObjectNode();
        body.put("model", config.model()).put("temperature", 0).put("stream", false);
        var messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", prompt);
        messages.addObject().put("role", "user").put("content", told(article));
        ObjectNode format = body.putObject("response_format").put("type", "json_schema");
        format.putObject("json_schema")
                .put("name", "statements")
                .put("strict", true)
                .set("schema", schema);
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String told(ArticleText article) {
        StringBuilder told = new StringBuilder();
        if (article.headline() != null) {
            told.append("Headline: ").append(article.headline()).append('\n');
        }
        if (article.publishedOn() != null) {
            told.append("Published: ").append(article.publishedOn()).append('\n');
        }
        return told.append("Article:\n").append(article.text()).toString();
    }

    private OutboundAnswer send(byte[] body) {
        String url = config.url().orElseThrow().replaceAll("/+$", "") + "/chat/completions";
        OutboundRequest request = OutboundRequest.post(url, body, LONGEST_ANSWER)
                .with("Content-Type", "application/json")
                .with("Accept", "application/json")
                .with("Authorization", authorization());
        try {
            return http.send(request);
        } catch (OutboundException e) {
            throw switch (e.reason()) {
                case REFUSED, TOO_LARGE, REDIRECTS -> EngineTrouble.unusable("it " + e.getMessage());
                case UNREACHABLE, TLS, TIMEOUT, BROKEN -> EngineTrouble.away("it " + e.getMessage(), null);
            };
        }
    }

    private String authorization() {
        return config.keyFile()
                .map(file -> {
                    try {
                        return "Bearer " + Files.readString(file).strip();
                    } catch (IOException e) {
                        throw EngineTrouble.away("the file with its key cannot be read: " + file.getFileName(), null);
                    }
                })
                .orElse(null);
    }

    private static List<Claim> claims(OutboundAnswer answer) {
        try {
            JsonNode choice = JSON.readTree(answer.body()).path("choices").path(0);
            if (choice.path("finish_reason").asText().equals("length")) {
                throw EngineTrouble.unusable("its answer is cut off: the model's limit is too small for this article");
            }
            JsonNode statements = JSON.readTree(
                            unfenced(choice.path("message").path("content").asText()))
                    .path("statements");
            if (!statements.isArray() || statements.size() > MOST_CLAIMS) {
                throw EngineTrouble.unusable("its answer has no list of statements, or one beyond all measure");
            }
            return JSON.convertValue(statements, CLAIMS);
        } catch (IOException | IllegalArgumentException e) {
            throw EngineTrouble.unusable("its answer is not the JSON that was asked for");
        }
    }

    /** Some models put their JSON between marks of code, whatever they are asked. */
    private static String unfenced(String content) {
        String stripped = content.strip();
        if (!stripped.startsWith("```")) {
            return stripped;
        }
        int from = stripped.indexOf('\n');
        int to = stripped.lastIndexOf("```");
        return from < 0 || to < from ? "" : stripped.substring(from, to);
    }

    private static Duration retryAfter(OutboundAnswer answer) {
        return answer.header("retry-after")
                .filter(value -> value.matches("\\d{1,5}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }

    private static String shortHash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(SCHEMA, e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ChatEngine.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
