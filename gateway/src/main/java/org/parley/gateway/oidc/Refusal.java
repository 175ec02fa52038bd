package org.parley.gateway.oidc;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.parley.kit.problem.Problem;

/** Why somebody was not signed in, as a page: who comes from the provider is a person with a browser. */
final class Refusal {

    private static final String PAGE = "/pages/sign-in.html";

    private Refusal() {}

    static Response page(Problem problem, NewCookie cookie) {
        try (InputStream page = Refusal.class.getResourceAsStream(PAGE)) {
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            return Response.status(problem.status())
                    .type("text/html; charset=utf-8")
                    .header("Cache-Control", "no-store")
                    .cookie(cookie)
                    .entity(text.replace("{detail}", escaped(problem.detail())))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(PAGE, e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
