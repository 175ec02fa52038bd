package org.parley.sources.outlet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.IfMatch;
import org.parley.sources.audit.Audit;
import org.parley.sources.audit.Patch;

/** Edits of outlets, each in a transaction with its change and its audit row. */
@ApplicationScoped
public class OutletEdits {

    private final Outlets outlets;
    private final Changes changes;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    OutletEdits(Outlets outlets, Changes changes, Audit audit, ObjectMapper json, Clock clock) {
        this.outlets = outlets;
        this.changes = changes;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The outlet of a path or member.
     *
     * @throws ProblemException NOT_FOUND
     */
    public Outlet get(String id) {
        Outlet found = id == null || id.length() != 36 ? null : Outlet.findById(Patch.id(id));
        if (found == null) {
            throw ProblemException.notFound("No outlet has this id.");
        }
        return found;
    }

    OutletView create(OutletInput input) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Outlet outlet = new Outlet();
            outlet.id = UuidCreator.getTimeOrderedEpoch();
            outlet.knownAt = clock.instant();
            outlet.state = "ACTIVE";
            outlet.version = 1;
            input.writeTo(outlet);
            changes.lockFirst(List.of("outlet " + outlet.name.toLowerCase(Locale.ROOT)));
            refuseTakenName(outlet.name, outlet.id);
            outlet.persistAndFlush();
            changes.record(
                    "org.parley.outlet.created.v1", outlet.id.toString(), new ChangeData(null, outlet.view(), "ADMIN"));
            audit.note("outlet.create", "outlet", outlet.id, null, outlet.view());
            return outlet.view();
        });
    }

    /** @param ifMatch see {@link IfMatch#expect} */
    OutletView change(String id, JsonNode patch, String ifMatch) {
        return edit(id, "outlet.change", ifMatch, outlet -> {
            OutletInput merged = Patch.merged(json, OutletInput.of(outlet), patch, OutletInput.class);
            refuseTakenName(merged.name(), outlet.id);
            merged.writeTo(outlet);
        });
    }

    OutletView state(String id, String state, String action, String ifMatch) {
        return edit(id, action, ifMatch, outlet -> outlet.state = state);
    }

    private OutletView edit(String id, String action, String ifMatch, Consumer<Outlet> change) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            changes.lockFirst(List.of(id));
            Outlet outlet = get(id);
            IfMatch.expect(ifMatch, outlet.version);
            OutletView before = outlet.view();
            change.accept(outlet);
            if (!before.equals(outlet.view())) {
                outlet.version++;
                Outlet.flush();
                changes.record("org.parley.outlet.changed.v1", id, new ChangeData(before, outlet.view(), "ADMIN"));
            }
            audit.note(action, "outlet", id, before, outlet.view());
            return outlet.view();
        });
    }

    /** To be called once an edit is stored: what intake remembers of outlets is read anew. */
    void forget() {
        outlets.forget();
    }

    private static void refuseTakenName(String name, UUID except) {
        Outlet.<Outlet>find("lower(name) = lower(?1) and id <> ?2", name == null ? "" : name.strip(), except)
                .firstResultOptional()
                .ifPresent(other -> {
                    throw ProblemException.at(
                            ErrorCode.CONFLICT, 409, "name", "is that of another outlet, " + other.id);
                });
    }
}
