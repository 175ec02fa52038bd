package org.parley.kit.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** What a client of Kafka is told: {@code kafka.} and the name Kafka's documentation gives the setting. */
public final class ClientSettings {

    private static final String PREFIX = "kafka.";

    private ClientSettings() {}

    /**
     * Names are asked for one by one, since variables of the environment do not tell which dots they stand for.
     *
     * @param names all the client knows
     * @param usual what holds where the configuration says nothing
     * @param fixed what holds whatever the configuration says
     */
    public static Map<String, Object> of(
            Set<String> names, Map<String, String> usual, Map<String, String> fixed, Config config) {
        Map<String, Object> all = new HashMap<>(usual);
        for (String name : names) {
            config.getOptionalValue(PREFIX + name, String.class).ifPresent(value -> all.put(name, value));
        }
        all.putAll(fixed);
        return all;
    }
}
