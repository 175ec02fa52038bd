package org.parley.launcher.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.launcher.home.Secrets;
import org.parley.launcher.postgres.ServiceDatabase;

/** The environment and the Java options a service starts with. */
record ServiceSettings(Ports ports, Secrets secrets, Map<String, String> environment) {

    /** Small and quick to start: for a laptop. PARLEY_JAVA_OPTS replaces all of it but the character set. */
    private static final List<String> LAPTOP = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k");

    private static final Map<String, String> HEAP =
            Map.of("sources", "-Xmx192m", "events", "-Xmx320m", "gateway", "-Xmx192m");

    /** Who may ask a service for what, at most. */
    private static final Map<String, Map<String, String>> TRUSTED = Map.of(
            "sources", Map.of("gateway", "read,feed,partner,review,admin", "events", "read,feed"),
            "events", Map.of("gateway", "read,feed,partner,review,admin"),
            "gateway", Map.of());

    List<String> javaOptions(String service) {
        List<String> options = new ArrayList<>();
        options.add("-Dfile.encoding=UTF-8");
        // One that runs out of memory must end and be named, not answer half of its requests.
        options.add("-XX:+ExitOnOutOfMemoryError");
        String given = environment.get("PARLEY_JAVA_OPTS");
        if (given == null || given.isBlank()) {
            options.add(HEAP.get(service));
            options.addAll(LAPTOP);
        } else {
            options.addAll(List.of(given.strip().split("\\s+")));
        }
        return options;
    }

    /** @param build the one that is about to start, see {@link Programs#build} */
    Map<String, String> environment(String service, ServiceDatabase database, String build) {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        env.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        env.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        env.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        env.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        env.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "20");
        if (build.equals(database.migratedBy())) {
            // It would take a tenth of the start to find nothing to do.
            env.put("QUARKUS_FLYWAY_ACTIVE", "false");
        }
        env.put("PARLEY_PARENT_PIPE", "true");
        env.put("PARLEY_SERVICE_NAME", service);
        env.put("PARLEY_CURSOR_KEY", secrets.cursorKeyFile().toString());
        env.put("PARLEY_SOURCES_URL", ports.address("sources"));
        env.put("PARLEY_EVENTS_URL", ports.address("events"));
        env.put("PARLEY_TOKEN_PRIVATE_KEY", secrets.privateKeyFile(service).toString());
        TRUSTED.get(service).forEach((peer, scopes) -> {
            String prefix = "PARLEY_TOKEN_TRUSTED_" + peer.toUpperCase(Locale.ROOT);
            env.put(prefix + "_PUBLIC_KEY", secrets.publicKeyFile(peer).toString());
            env.put(prefix + "_SCOPES", scopes);
        });
        if (service.equals("gateway")) {
            env.put("PARLEY_ANONYMOUS_READ", environment.getOrDefault("PARLEY_ANONYMOUS_READ", "true"));
            env.put("PARLEY_BOOTSTRAP_KEY_FILE", secrets.adminKeyFile().toString());
        }
        return env;
    }
}
