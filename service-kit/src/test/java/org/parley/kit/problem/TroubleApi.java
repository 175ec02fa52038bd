package org.parley.kit.problem;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Ends in every way a request can end. */
@Path("/trouble")
public class TroubleApi {

    public enum Colour {
        RED,
        GREEN
    }

    public record Asked(Integer first, Colour colour, Instant from, List<String> ids, Asked inner) {}

    @POST
    @Consumes("application/json")
    public String post(Asked asked) {
        return "ok";
    }

    @GET
    @Path("/ours")
    public String ours() {
        throw ProblemException.badInput("published", "has to be a time");
    }

    @GET
    @Path("/bug")
    public String bug() {
        throw new IllegalStateException("select secret from vault");
    }

    @GET
    @Path("/database")
    public String database() throws SQLException {
        throw new SQLException("connection refused", "08001");
    }
}
