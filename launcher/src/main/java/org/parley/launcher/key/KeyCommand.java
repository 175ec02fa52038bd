package org.parley.launcher.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.parley.launcher.Failure;
import org.parley.launcher.Terminal;
import org.parley.launcher.client.SuiteClient;
import org.parley.launcher.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "key",
        synopsisSubcommandLabel = "(create | list | revoke)",
        description = "Make, list and revoke access keys of the running suite.",
        footer = {"", "Scopes: read, partner, review, admin."})
public final class KeyCommand {

    private static final String ROW = "%-36s  %-24s  %-28s  %-20s  %s";

    private static final JsonMapper JSON = new JsonMapper();

    @Command(
            name = "create",
            description = "Make a key and print it. It is kept as a hash only and cannot be shown again.")
    int create(
            @Parameters(paramLabel = "LABEL", description = "whom or what it is for") String label,
            @Option(
                            names = "--scopes",
                            split = ",",
                            defaultValue = "read",
                            paramLabel = "SCOPE",
                            description = "what it allows, separated by commas (default: read)")
                    List<String> scopes,
            @Option(names = "--days", paramLabel = "N", description = "days until it expires (default: it does not)")
                    Integer days) {
        ObjectNode request = JSON.createObjectNode().put("label", label);
        scopes.forEach(request.putArray("scopes")::add);
        if (days != null) {
            request.put("expiresInDays", days);
        }
        byte[] body = request.toString().getBytes(StandardCharsets.UTF_8);
        JsonNode made =
                json(suite().send("POST", "/v1/keys", "application/json", body).orFail());
        Terminal.complain("Key " + made.path("id").asText() + ", shown this once:");
        Terminal.say(made.path("token").asText());
        return 0;
    }

    @Command(name = "list", description = "List the keys.")
    int list() {
        JsonNode keys = json(suite().get("/v1/keys").orFail()).path("items");
        Terminal.say(ROW.formatted("id", "label", "scopes", "last used", "holds until"));
        for (JsonNode key : keys) {
            List<String> scopes = new ArrayList<>();
            key.path("scopes").forEach(scope -> scopes.add(scope.asText()));
            Terminal.say(ROW.formatted(
                    key.path("id").asText(),
                    key.path("label").asText(),
                    String.join(",", scopes),
                    second(key.path("lastUsedAt").asText("never")),
                    key.hasNonNull("revokedAt")
                            ? "revoked"
                            : second(key.path("expiresAt").asText("no end"))));
        }
        return 0;
    }

    @Command(name = "revoke", description = "End a key at once.")
    int revoke(@Parameters(paramLabel = "ID", description = "as ./parley key list shows it") String id) {
        suite().delete("/v1/keys/" + SuiteClient.parameter(id)).orFail();
        Terminal.say("Revoked " + id);
        return 0;
    }

    private static SuiteClient suite() {
        return SuiteClient.of(Home.of(System.getenv()));
    }

    private static String second(String instant) {
        return instant.replaceFirst("\\.\\d+Z$", "Z");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Failure("The suite gave an answer that cannot be read.", e);
        }
    }
}
