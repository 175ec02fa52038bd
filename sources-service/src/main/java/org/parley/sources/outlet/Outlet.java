package org.parley.sources.outlet;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An outlet as admins edit it. */
@Entity
public class Outlet extends PanacheEntityBase {

    @Id
    public UUID id;

    public String name;
    public String homepage;
    public String kind;
    public String country;
    public String timeZone;
    public String state;
    public String mainSelector;
    public List<String> stripSelectors = new ArrayList<>();
    public int version;
    public Instant knownAt;

    /** The one with this name, however it is capitalised. */
    public static Optional<Outlet> named(String name) {
        return find("lower(name) = lower(?1)", name).firstResultOptional();
    }

    /** As others see it. */
    public OutletView view() {
        Cleaning cleaning = mainSelector == null && stripSelectors.isEmpty()
                ? null
                : new Cleaning(mainSelector, List.copyOf(stripSelectors));
        return new OutletView(id, name, homepage, kind, country, timeZone, state, cleaning, version);
    }
}
