package org.parley.sources.outlet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** How an outlet is read from a row; the columns carry a prefix, so that they can stand beside an article's. */
public final class OutletRows {

    public static final String COLUMNS = """
            o.id as outlet_id, o.name as outlet_name, o.homepage as outlet_homepage, o.kind as outlet_kind,
            o.country as outlet_country, o.time_zone as outlet_time_zone, o.state as outlet_state,
            o.main_selector as outlet_main, o.strip_selectors as outlet_strip,
            o.version as outlet_version""";

    static final String SELECT = "select " + COLUMNS + " from outlet o";

    private OutletRows() {}

    /** The outlet of the row, or null where a left join found none. */
    public static OutletView read(ResultSet row) throws SQLException {
        UUID id = row.getObject("outlet_id", UUID.class);
        return id == null
                ? null
                : new OutletView(
                        id,
                        row.getString("outlet_name"),
                        row.getString("outlet_homepage"),
                        row.getString("outlet_kind"),
                        row.getString("outlet_country"),
                        row.getString("outlet_time_zone"),
                        row.getString("outlet_state"),
                        cleaning(row),
                        row.getInt("outlet_version"));
    }

    private static Cleaning cleaning(ResultSet row) throws SQLException {
        String main = row.getString("outlet_main");
        String[] strip = (String[]) row.getArray("outlet_strip").getArray();
        return main == null && strip.length == 0 ? null : new Cleaning(main, List.of(strip));
    }
}
