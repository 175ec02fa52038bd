package org.parley.launcher.postgres;

import java.util.List;

/** Who may connect to the embedded server: each service to its own database, by password, from this machine. */
final class HostRules {

    private HostRules() {}

    /** The text of pg_hba.conf. What no line names is refused. */
    static String text(List<String> services) {
        StringBuilder rules = new StringBuilder("# Written by Parley at every start; changes here are lost.\n");
        rule(rules, "all", "postgres");
        for (String service : services) {
            rule(rules, service, service);
        }
        return rules.toString();
    }

    private static void rule(StringBuilder rules, String database, String role) {
        rules.append("local %s %s scram-sha-256%n".formatted(database, role));
        rules.append("host %s %s 127.0.0.1/32 scram-sha-256%n".formatted(database, role));
    }
}
