package org.parley.kit.problem;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Ends in every way a request can end. */
@Path("/trouble")
public class TroubleApi {

    /** Has a permit for each request whose body has begun to be read. */
    static final Semaphore READING = new Semaphore(0);

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

    @POST
    @Path("/read")
    @Consumes("application/x-ndjson")
    public long read(InputStream body) throws IOException {
        body.readNBytes(1);
        READING.release();
        return body.transferTo(OutputStream.nullOutputStream());
    }

    @GET
    @Path("/disk")
    public String disk() throws IOException {
        throw new IOException("disk is full");
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
