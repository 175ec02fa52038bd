package org.parley.kit.repeat;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * What a request came to: all that is told of it, and told again when it is repeated.
 *
 * @param body null for none
 * @param location where what was made can be got, or null
 * @param etag the version of what is told, or null
 */
public record Done(int status, Object body, String location, String etag) {

    /** 200. */
    public static Done of(Object body) {
        return new Done(200, body, null, null);
    }

    /** 201. */
    public static Done made(String location, Object body) {
        return new Done(201, body, location, null);
    }

    /** 204. */
    public static Done gone() {
        return new Done(204, null, null, null);
    }

    /** The same with the version of what it tells. */
    public Done at(int version) {
        return new Done(status, body, location, Integer.toString(version));
    }

    Response.ResponseBuilder response() {
        Response.ResponseBuilder response = Response.status(status).entity(body);
        if (location != null) {
            response.location(URI.create(location));
        }
        if (etag != null) {
            response.tag(new EntityTag(etag));
        }
        return response;
    }
}
