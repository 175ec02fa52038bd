package org.parley.gateway;

import static io.restassured.RestAssured.given;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** Tells a stand-in of {@link StandIns} what to do, and asks it what it was asked. */
public enum Upstream {
    SOURCES,
    EVENTS;

    /** Makes one address answer with this status and body, after so long. */
    public void fault(String path, int status, String body, long delayMillis) {
        given(spec())
                .contentType("application/json")
                .body(Map.of("path", path, "status", status, "body", body, "delay", delayMillis))
                .post("/_fault");
    }

    /** Makes one address begin its answer with this body, in chunks, and cut the connection. */
    public void breakOff(String path, String begun) {
        given(spec())
                .contentType("application/json")
                .body(Map.of("path", path, "breaksOff", true, "body", begun))
                .post("/_fault");
    }

    /** How often the change feed was read since the last reset; not among the calls. */
    public int feedReads() {
        return given(spec()).get("/_reads").as(Integer.class);
    }

    /** Adds changes to the feed. */
    public void change(List<? extends Map<String, ?>> changes) {
        given(spec()).contentType("application/json").body(changes).post("/_change");
    }

    /** Forgets faults and calls of both. */
    public static void reset() {
        for (Upstream upstream : values()) {
            given(upstream.spec()).post("/_reset");
        }
    }

    /** What was asked since the last reset: path, body, headers. */
    public List<Map<String, Object>> calls() {
        return given(spec()).get("/_calls").jsonPath().getList("$");
    }

    /** The paths that were asked, in order. */
    public List<String> paths() {
        return calls().stream().map(call -> (String) call.get("path")).toList();
    }

    private RequestSpecification spec() {
        int port = Integer.getInteger(StandIns.PORT + name().toLowerCase(java.util.Locale.ROOT));
        return new RequestSpecBuilder()
                .setBaseUri("http://127.0.0.1")
                .setPort(port)
                .build();
    }
}
