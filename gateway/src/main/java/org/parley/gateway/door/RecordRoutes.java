package org.parley.gateway.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.parley.gateway.key.Identify;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;
import org.parley.kit.problem.ProblemException;

/** The record over plain REST: a list and a single row for every noun, with filters, links to go on, and ETags. */
@Singleton
class RecordRoutes {

    private static final String ID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
    private static final long PATIENCE_MILLIS = 10_000;
    private static final int ETAG_BYTES = 12;
    private static final int PAGE = 20;
    private static final Set<String> READ = Set.of("read");

    private final Services services;
    private final Identify identify;
    private final Toll toll;

    RecordRoutes(Services services, Identify identify, Toll toll) {
        this.services = services;
        this.identify = identify;
        this.toll = toll;
    }

    void register(@Observes Router router) {
        for (Noun noun : Noun.ALL) {
            String path = "/v1/" + noun.name();
            router.get(path)
                    .order(-1)
                    .handler(identify.or(Problems::send))
                    .handler(context -> guarded(context, () -> list(context, noun, path)));
            if (noun.byId()) {
                // Addresses such as /v1/statements/export are somebody else's.
                router.getWithRegex(path + "/(?<id>" + ID + ")")
                        .order(-1)
                        .handler(identify.or(Problems::send))
                        .handler(context -> guarded(context, () -> one(context, noun, path)));
            }
        }
    }

    private static void guarded(RoutingContext context, Runnable work) {
        SecurityIdentity identity = caller(context);
        if (identity.hasRole("read")) {
            try {
                work.run();
            } catch (ProblemException e) {
                Problems.send(context, e.problem());
            }
        } else {
            Problems.send(context, Problems.lacking(identity, READ));
        }
    }

    private static SecurityIdentity caller(RoutingContext context) {
        return ((QuarkusHttpUser) context.user()).getSecurityIdentity();
    }

    private void list(RoutingContext context, Noun noun, String path) {
        JsonObject query = RecordQuery.list(noun, context.queryParams());
        Object rows = query.getValue("first", query.getValue("last", PAGE));
        if (!toll.paid(context, caller(context), ((Number) rows).intValue())) {
            return;
        }
        ask(context, noun, path + "/query", query)
                .onSuccess(answer -> {
                    if (answer.status() == 200) {
                        String links = RecordQuery.links(
                                path, context.queryParams(), answer.body().toJsonObject());
                        found(context, answer.body(), links);
                    } else {
                        refused(context, answer);
                    }
                })
                .onFailure(failure -> Services.away(context, noun.service(), failure));
    }

    private void one(RoutingContext context, Noun noun, String path) {
        JsonObject query =
                RecordQuery.one(noun, context.pathParam("id").toLowerCase(Locale.ROOT), context.queryParams());
        if (!toll.paid(context, caller(context), 1)) {
            return;
        }
        ask(context, noun, path + "/by-ids", query)
                .onSuccess(answer -> {
                    if (answer.status() != 200) {
                        refused(context, answer);
                        return;
                    }
                    JsonArray items = answer.body().toJsonObject().getJsonArray("items");
                    if (items.isEmpty() || items.getValue(0) == null) {
                        Problems.send(context, Problem.of(ErrorCode.NOT_FOUND, "There is none with this id."));
                    } else {
                        found(context, items.getJsonObject(0).toBuffer(), null);
                    }
                })
                .onFailure(failure -> Services.away(context, noun.service(), failure));
    }

    private record Answer(int status, Buffer body) {}

    private Future<Answer> ask(RoutingContext context, Noun noun, String path, JsonObject query) {
        RequestOptions target = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setTimeout(PATIENCE_MILLIS)
                .putHeader("Content-Type", "application/json");
        return services.ask(noun.service(), path, target, caller(context), READ)
                .compose(request -> request.send(query.toBuffer()))
                .compose(answer -> answer.body().map(body -> new Answer(answer.statusCode(), body)));
    }

    private static void found(RoutingContext context, Buffer body, String links) {
        HttpServerResponse response = context.response();
        String tag = tag(body);
        response.putHeader("ETag", tag).putHeader("Cache-Control", "private, no-cache");
        if (links != null) {
            response.putHeader("Link", links);
        }
        String known = context.request().getHeader("If-None-Match");
        if (known != null && (known.strip().equals("*") || known.contains(tag))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader("Content-Type", "application/json").end(body);
        }
    }

    private static String tag(Buffer body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, ETAG_BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What a service refuses is refused in its words, but by the names that stand in the address. */
    private static void refused(RoutingContext context, Answer answer) {
        context.response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(answer.body().toString(UTF_8).replace("\"filter.", "\"")));
    }
}
