package org.parley.gateway.console;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The console: one page, whatever address of it is opened, and what it is made of. The bundle's files carry their hash in
 * their names, so that browsers never ask for one twice.
 */
@Singleton
class ConsolePages {

    private static final List<String> PLACES = List.of(
            "proposals",
            "statements",
            "utterances",
            "actors",
            "articles",
            "conflicts",
            "search",
            "status",
            "sign-in",
            "review",
            "admin");

    private static final String BUNDLE = "/static/bundle/";
    private static final String ICON = "/static/icon.svg";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "map", "application/json",
            "html", "text/html; charset=utf-8");

    private final Map<String, Asset> assets = new ConcurrentHashMap<>();

    void register(@Observes Router router) {
        router.get("/").order(-1).handler(this::page);
        router.get("/index.html").order(-1).handler(this::page);
        for (String place : PLACES) {
            router.get("/" + place).order(-1).handler(this::page);
            router.get("/" + place + "/*").order(-1).handler(this::page);
        }
        router.get(ICON).order(-1).handler(context -> send(context, ICON, "no-cache"));
        router.get(BUNDLE + ":name").order(-1).handler(context -> send(context, BUNDLE + name(context), FOR_EVER));
    }

    private static String name(RoutingContext context) {
        return context.pathParam("name");
    }

    private void page(RoutingContext context) {
        send(context, "/index.html", "no-cache");
    }

    private void send(RoutingContext context, String path, String caching) {
        Asset asset = assets.computeIfAbsent(path, Asset::load);
        if (asset == null) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response();
        response.putHeader("Content-Type", TYPES.getOrDefault(extension(path), "application/octet-stream"));
        response.putHeader("Cache-Control", caching);
        response.putHeader("Vary", "Accept-Encoding");
        String accepted = context.request().getHeader("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            response.putHeader("Content-Encoding", "gzip");
            response.end(Buffer.buffer(asset.compressed()));
        } else {
            response.end(Buffer.buffer(asset.plain()));
        }
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
