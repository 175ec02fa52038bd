package org.parley.events.load;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Makes a record large without reading: rows that were really read stand in it again and again, each time with ids, people and
 * places of their own.
 */
public final class Copies {

    /** Of rows as COPY writes them: an id in order of time, the key of a statement without speaker, what was escaped, a word. */
    private static final Pattern CHANGED = Pattern.compile(
            "(?<id>\\b[0-9a-f]{8}-[0-9a-f]{4}-)7[0-9a-f]{3}(?=-[0-9a-f]{4}-[0-9a-f]{12}\\b)|\\bw:[0-9a-f]{4}|\\\\+[a-z]|(?<word>[A-Za-z]{5,})");

    private static final String TABLES = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname = 'public'
                and c.relname !~ 'flyway|outbox|outlet|change_epoch|webhook|feed_position|idempotency|kafka'""";

    /** Indexes that no constraint needs: made once all rows are there. */
    private static final String INDEXES = """
            select i.indexname, i.indexdef from pg_indexes i where i.schemaname = 'public'
                and not exists (select from pg_constraint o where o.conname = i.indexname)""";

    private final String database;
    private final List<String> invented;
    private final Map<String, String> rows = new LinkedHashMap<>();
    private final String actors;
    private final Set<String> names = new HashSet<>();
    private int copies;

    /**
     * Keeps all rows there are now.
     *
     * @param invented what of their words is to be another in each copy, in small letters
     */
    public Copies(String database, Set<String> invented) throws SQLException {
        this.database = database;
        this.invented = List.copyOf(invented);
        try (Connection connection = connect()) {
            for (String table : strings(connection, TABLES)) {
                StringWriter all = new StringWriter();
                copying(connection).copyOut("copy " + table + " to stdout", all);
                rows.put(table, all.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        actors = rows.get("actor_key").toLowerCase(Locale.ROOT);
    }

    /** Adds copies until there are so many beside the rows that were read. */
    public void upTo(int wanted) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica; set synchronous_commit = off");
            List<String> indexes = new ArrayList<>();
            try (var row = statement.executeQuery(INDEXES)) {
                while (row.next()) {
                    indexes.add(row.getString(1));
                    indexes.add(row.getString(2));
                }
            }
            for (int i = 0; i < indexes.size(); i += 2) {
                statement.execute("drop index " + indexes.get(i));
            }
            while (copies < wanted) {
                copies++;
                add(connection);
            }
            for (int i = 1; i < indexes.size(); i += 2) {
                statement.execute(indexes.get(i));
            }
            statement.execute("vacuum analyze");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Connection connection) throws SQLException, IOException {
        Map<String, String> words = words();
        String code = Integer.toHexString(0x8000 + copies);
        for (Map.Entry<String, String> table : rows.entrySet()) {
            StringBuilder changed = new StringBuilder();
            Matcher matcher = CHANGED.matcher(table.getValue());
            while (matcher.find()) {
                String id = matcher.group("id");
                String word = matcher.group("word");
                if (id != null) {
                    matcher.appendReplacement(changed, id + code);
                } else if (word != null) {
                    matcher.appendReplacement(changed, other(word, words));
                } else if (matcher.group().startsWith("w:")) {
                    matcher.appendReplacement(changed, "w:" + code);
                }
            }
            matcher.appendTail(changed);
            copying(connection).copyIn("copy " + table.getKey() + " from stdin", new StringReader(changed.toString()));
        }
    }

    private Map<String, String> words() {
        Random random = new Random(copies);
        Map<String, String> words = new HashMap<>();
        Set<String> here = new HashSet<>();
        for (String word : invented) {
            // What somebody is called by is somebody else's name in no copy.
            Set<String> taken = actors.contains(word) ? names : here;
            String other = GeneratedDossiers.word(random, word.length());
            while (names.contains(other) || !taken.add(other)) {
                other = GeneratedDossiers.word(random, word.length());
            }
            words.put(word, other);
        }
        return words;
    }

    /** Names end in other ways: "Bordania", "Bordanian". */
    private static String other(String word, Map<String, String> words) {
        for (int length = word.length(); length > 3; length--) {
            String other = words.get(word.substring(0, length).toLowerCase(Locale.ROOT));
            if (other != null) {
                String first = other.substring(0, 1);
                return (Character.isUpperCase(word.charAt(0)) ? first.toUpperCase(Locale.ROOT) : first)
                        + other.substring(1)
                        + word.substring(length);
            }
        }
        return word;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database, "postgres", "postgres");
    }

    private static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                all.add(row.getString(1));
            }
        }
        return all;
    }
}
