package org.parley.launcher.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.concurrent.Callable;
import org.parley.launcher.Failure;
import org.parley.launcher.Terminal;
import org.parley.launcher.client.SuiteClient;
import org.parley.launcher.home.Home;
import org.parley.launcher.home.RunState;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        addMethodSubcommands = false,
        description = "Say where the suite runs, what it keeps, and how far extraction is behind.",
        footer = {"", "Exit code: 0 when it runs, 1 when it does not."})
public final class StatusCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Home home = Home.of(System.getenv());
        RunState run = RunState.require(home);
        JsonNode status = json(SuiteClient.of(home).get("/v1/status").orFail());
        Terminal.say("Parley runs on " + home.path() + " since " + run.startedAt());
        Terminal.say("  gateway " + run.gateway() + ", sources " + run.sources() + ", events " + run.events());
        print("", status);
        return 0;
    }

    private static void print(String name, JsonNode node) {
        if (node.isObject()) {
            node.properties()
                    .forEach(each ->
                            print(name.isEmpty() ? each.getKey() : name + "." + each.getKey(), each.getValue()));
        } else if (!node.isNull() && !(node.isArray() && node.isEmpty())) {
            Terminal.say("  %-28s %s".formatted(name, node.isValueNode() ? node.asText() : node.toString()));
        }
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new Failure("The suite gave an answer that cannot be read.", e);
        }
    }
}
