package org.parley.launcher.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.parley.launcher.Failure;

/**
 * What PARLEY_DB_URL says.
 *
 * @param host the server's name
 * @param port its port
 * @param database the database to connect to first
 * @param user an account that can make roles and databases, or null
 * @param password its password, or null
 * @param options further options of the JDBC driver, such as {@code sslmode=require}; may be empty
 */
record ServerUrl(String host, int port, String database, String user, String password, String options) {

    private static final String EXPECTED =
            "PARLEY_DB_URL must look like postgresql://user:password@host:5432/postgres or jdbc:postgresql://host:5432/postgres?user=..&password=..";

    static ServerUrl parse(String text) {
        String bare = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        URI uri;
        try {
            uri = URI.create(bare);
        } catch (IllegalArgumentException e) {
            // The cause repeats the text, which may hold a password.
            throw new Failure(EXPECTED);
        }
        if (uri.getHost() == null || !List.of("postgresql", "postgres").contains(uri.getScheme())) {
            throw new Failure(EXPECTED);
        }
        String user = null;
        String password = null;
        if (uri.getRawUserInfo() != null) {
            String[] parts = uri.getRawUserInfo().split(":", 2);
            user = decode(parts[0]);
            password = parts.length == 2 ? decode(parts[1]) : null;
        }
        List<String> options = new ArrayList<>();
        for (String option :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            if (option.startsWith("user=")) {
                user = decode(option.substring("user=".length()));
            } else if (option.startsWith("password=")) {
                password = decode(option.substring("password=".length()));
            } else {
                options.add(option);
            }
        }
        String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        return new ServerUrl(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                path.isEmpty() ? "postgres" : path,
                user,
                password,
                String.join("&", options));
    }

    String jdbc(String name) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name + (options.isEmpty() ? "" : "?" + options);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without the password: this goes into messages. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
