package org.parley.kit.token;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.stream.Collectors;

@Path("/who-am-i")
public class WhoAmIApi {

    private final SecurityIdentity identity;

    WhoAmIApi(SecurityIdentity identity) {
        this.identity = identity;
    }

    @GET
    @RolesAllowed({"read", "admin"})
    public String who() {
        return identity.getRoles().stream().sorted().collect(Collectors.joining(","));
    }
}
