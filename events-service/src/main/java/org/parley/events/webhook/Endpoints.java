package org.parley.events.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.question.Questions;
import org.parley.kit.change.ChangeCursor;
import org.parley.kit.change.ChangeFeed;
import org.parley.kit.outbound.OutboundException;
import org.parley.kit.outbound.OutboundHttp;
import org.parley.kit.page.SecretBox;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.JsonProblems;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.IfMatch;

/** Where events are sent to. Each caller has endpoints of its own; administrators see all. */
@ApplicationScoped
class Endpoints {

    private static final int MOST = 100;
    private static final Set<String> PATCHED =
            Set.of("url", "label", "types", "proposal", "actor", "outlet", "origins");

    private final Jdbi jdbi;
    private final ChangeFeed feed;
    private final Questions questions;
    private final SecretBox box;
    private final OutboundHttp outbound;
    private final ObjectMapper json;
    private final Clock clock;

    Endpoints(
            Jdbi jdbi,
            ChangeFeed feed,
            Questions questions,
            SecretBox box,
            OutboundHttp outbound,
            ObjectMapper json,
            Clock clock) {
        this.jdbi = jdbi;
        this.feed = feed;
        this.questions = questions;
        this.box = box;
        this.outbound = outbound;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    EndpointView create(String owner, EndpointWanted asked) {
        EndpointWanted wanted =
                (asked.question() == null ? asked : asked.asking(questions.get(owner, asked.question()))).checked();
        allowed(wanted.url());
        Secret secret = wanted.secret() == null ? Secret.fresh(wanted.signature()) : Secret.given(wanted.secret());
        ChangeCursor from = wanted.after() == null ? feed.headPlace() : feed.place(wanted.after());
        EndpointRow row = new EndpointRow(
                UuidCreator.getTimeOrderedEpoch(),
                owner,
                wanted,
                box.lock(secret.text()),
                null,
                null,
                "ACTIVE",
                null,
                null,
                from.epoch(),
                from.xid(),
                from.seq(),
                clock.instant(),
                1);
        return jdbi.withHandle(handle -> {
            if (EndpointRows.of(handle, owner).size() >= MOST) {
                throw new ProblemException(
                        ErrorCode.LIMIT_EXCEEDED,
                        "You have " + MOST + " endpoints: delete one, or filter less finely.");
            }
            EndpointRows.insert(handle, row);
            return view(handle, row, secret.shown());
        });
    }

    /** @param owner null for everybody's */
    List<EndpointView> of(String owner) {
        return jdbi.withHandle(handle -> EndpointRows.of(handle, owner).stream()
                .map(row -> view(handle, row, null))
                .toList());
    }

    EndpointView get(String owner, UUID id) {
        return jdbi.withHandle(handle -> view(handle, mine(handle, owner, id, false), null));
    }

    @Transactional
    EndpointView change(String owner, UUID id, String ifMatch, ObjectNode patch) {
        patch.fieldNames().forEachRemaining(name -> {
            if (!PATCHED.contains(name)) {
                throw ProblemException.badInput(
                        name, "cannot be changed; url, label, types, proposal, actor, outlet, origins can");
            }
        });
        return jdbi.withHandle(handle -> {
            EndpointRow row = matching(handle, owner, id, ifMatch);
            ObjectNode merged = json.valueToTree(row.wanted());
            merged.setAll(patch);
            EndpointWanted wanted = read(merged).checked();
            if (!wanted.url().equals(row.wanted().url())) {
                allowed(wanted.url());
            }
            EndpointRows.update(handle, id, wanted);
            return view(handle, mine(handle, owner, id, false), null);
        });
    }

    private EndpointWanted read(JsonNode merged) {
        try {
            return json.treeToValue(merged, EndpointWanted.class);
        } catch (JsonProcessingException e) {
            throw new ProblemException(JsonProblems.of(e));
        }
    }

    @Transactional
    void delete(String owner, UUID id, String ifMatch) {
        jdbi.useHandle(handle -> {
            matching(handle, owner, id, ifMatch);
            handle.execute("delete from webhook_endpoint where id = ?", id);
        });
    }

    /** What had to wait while it was disabled goes out now, and what came about meanwhile. */
    @Transactional
    EndpointView state(String owner, UUID id, String ifMatch, boolean active) {
        return jdbi.withHandle(handle -> {
            matching(handle, owner, id, ifMatch);
            EndpointRows.state(
                    handle, id, active ? "ACTIVE" : "DISABLED", active ? null : "it was disabled on request");
            return view(handle, mine(handle, owner, id, false), null);
        });
    }

    @Transactional
    EndpointView rotate(String owner, UUID id, String ifMatch, String given, Duration overlap) {
        return jdbi.withHandle(handle -> {
            EndpointRow row = matching(handle, owner, id, ifMatch);
            if (given != null && row.wanted().signature().equals("v1a")) {
                throw ProblemException.badInput("secret", "cannot be given with v1a: the key pair is made here");
            }
            Secret secret = given == null ? Secret.fresh(row.wanted().signature()) : Secret.given(given);
            EndpointRows.secrets(
                    handle,
                    id,
                    box.lock(secret.text()),
                    row.secret(),
                    clock.instant().plus(overlap));
            return view(handle, mine(handle, owner, id, false), secret.shown());
        });
    }

    /** The endpoint, locked, if it is the caller's and still what he read. */
    private static EndpointRow matching(Handle handle, String owner, UUID id, String ifMatch) {
        EndpointRow row = mine(handle, owner, id, true);
        IfMatch.expect(ifMatch, row.version());
        return row;
    }

    /** The endpoint, if it is the caller's. */
    static EndpointRow mine(Handle handle, String owner, UUID id, boolean lock) {
        return EndpointRows.byId(handle, id, lock)
                .filter(row -> owner == null || row.owner().equals(owner))
                .orElseThrow(() -> ProblemException.notFound("There is no endpoint with this id."));
    }

    private void allowed(String url) {
        try {
            outbound.check(url);
        } catch (OutboundException e) {
            throw ProblemException.badInput("url", e.getMessage());
        }
    }

    private EndpointView view(Handle handle, EndpointRow row, String secret) {
        EndpointWanted wanted = row.wanted();
        return new EndpointView(
                row.id(),
                wanted.url(),
                wanted.label(),
                wanted.types(),
                wanted.proposal(),
                wanted.actor(),
                wanted.outlet(),
                wanted.origins(),
                wanted.signature(),
                row.state(),
                row.reason(),
                row.failingSince(),
                feed.cursor(new ChangeCursor(row.epoch(), row.xid(), row.seq())),
                count(handle, row.id(), "PENDING"),
                count(handle, row.id(), "FAILED"),
                row.secrets(clock.instant()).size() > 1 ? row.oldUntil() : null,
                row.createdAt(),
                row.version(),
                secret);
    }

    private static long count(Handle handle, UUID id, String state) {
        return handle.createQuery("select count(*) from webhook_delivery where endpoint_id = :id and state = :state")
                .bind("id", id)
                .bind("state", state)
                .mapTo(Long.class)
                .one();
    }
}
