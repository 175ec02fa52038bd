package org.parley.kit.outbound;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.parley.kit.outbound.OutboundException.Reason;

/**
 * The one way to the outside: feeds, pages, webhooks. Whoever can name an address could otherwise make this service ask
 * its own network, so each host is checked by the addresses it has at the moment of connecting, on every redirect again.
 * What is asked is limited in time and in bytes, sends no cookies, and keeps credentials to the host they are for.
 */
public final class OutboundHttp implements AutoCloseable {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PERMANENT = Set.of(301, 308);

    private final OutboundSettings settings;
    private final CheckedNames names;
    private final ScheduledThreadPoolExecutor clockwork;
    private CloseableHttpClient client;

    /** The way out with these settings. */
    public OutboundHttp(OutboundSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    OutboundHttp(OutboundSettings settings, Names names) {
        this.settings = settings;
        Set<String> open = new HashSet<>(settings.allow().orElse(Set.of()));
        settings.proxy().ifPresent(proxy -> open.add(proxy.getHost() + ":" + proxy.getPort()));
        this.names = new CheckedNames(names, Set.copyOf(open));
        this.clockwork = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "outbound-limits");
            thread.setDaemon(true);
            return thread;
        });
        clockwork.setRemoveOnCancelPolicy(true);
    }

    /**
     * Sends a request and reads the whole answer; a status such as 404 is an answer.
     *
     * @throws OutboundException if there is no answer, with the reason
     */
    public OutboundAnswer send(OutboundRequest request) throws OutboundException {
        long until = System.nanoTime() + settings.totalLimit().toNanos();
        Target first = Target.of(request.url());
        Target target = first;
        Set<String> seen = new HashSet<>();
        boolean permanent = true;
        while (true) {
            seen.add(target.url());
            OutboundAnswer answer = once(request, target, target.sameOrigin(first), until);
            if (request.body() != null || !REDIRECTS.contains(answer.status())) {
                String movedTo = permanent && seen.size() > 1 ? target.url() : null;
                return new OutboundAnswer(target.url(), movedTo, answer.status(), answer.headers(), answer.body());
            }
            permanent &= PERMANENT.contains(answer.status());
            Target next = target.redirected(answer.header("location")
                    .orElseThrow(() -> new OutboundException(Reason.REDIRECTS, "redirects without saying where to")));
            if (target.scheme().equals("https") && next.scheme().equals("http")) {
                throw new OutboundException(Reason.REDIRECTS, "redirects from https to http");
            }
            if (seen.contains(next.url()) || seen.size() > MOST_REDIRECTS) {
                throw new OutboundException(
                        Reason.REDIRECTS, "redirects in a circle, or more than " + MOST_REDIRECTS + " times");
            }
            target = next;
        }
    }

    /**
     * Finds out early whether an address can be asked; sending checks it again, as names can move.
     *
     * @throws OutboundException REFUSED if it may not be asked, UNREACHABLE if its host is not known
     */
    public void check(String url) throws OutboundException {
        Target target = Target.of(url);
        check(target);
        if (!names.isOpen(target.host(), target.port()) && settings.proxy().isEmpty()) {
            try {
                names.resolve(target.host());
            } catch (IOException e) {
                throw failed(e, false);
            }
        }
    }

    private OutboundAnswer once(OutboundRequest request, Target target, boolean home, long until)
            throws OutboundException {
        check(target);
        HttpUriRequestBase message = new HttpUriRequestBase(request.body() == null ? "GET" : "POST", target.uri());
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            boolean secret = header.getKey().equalsIgnoreCase("authorization")
                    || header.getKey().equalsIgnoreCase("cookie");
            if (home || !secret) {
                message.setHeader(header.getKey(), header.getValue());
            }
        }
        message.setHeader("Accept-Encoding", "gzip");
        if (request.body() != null) {
            message.setEntity(new ByteArrayEntity(request.body(), null));
        }
        AtomicReference<OutboundAnswer> begun = new AtomicReference<>();
        ScheduledFuture<?> limit = clockwork.schedule(message::cancel, until - System.nanoTime(), TimeUnit.NANOSECONDS);
        try {
            return client().execute(message, answer -> {
                try {
                    OutboundAnswer read = Bodies.read(answer, target.url(), request.maxBytes(), request.cut());
                    if (request.cut() && read.body().length == request.maxBytes()) {
                        begun.set(read);
                        message.cancel();
                    }
                    return read;
                } catch (IOException e) {
                    // Closing an answer reads it to its end, and this one may have none.
                    message.cancel();
                    throw e;
                }
            });
        } catch (IOException | RuntimeException e) {
            if (begun.get() != null) {
                return begun.get();
            }
            throw failed(e, System.nanoTime() >= until);
        } finally {
            limit.cancel(false);
        }
    }

    /** What can be known before connecting, and with a proxy, which connects for us, all that can be known. */
    private void check(Target target) throws OutboundException {
        if (names.isOpen(target.host(), target.port())) {
            return;
        }
        if (!settings.ports().contains(target.port())) {
            throw notOpen();
        }
        if (settings.proxy().isPresent()) {
            try {
                names.resolve(target.host());
            } catch (CheckedNames.NotOpen e) {
                throw notOpen();
            } catch (UnknownHostException e) {
                // Behind a proxy names need not be known here: the proxy looks them up.
                return;
            }
        }
    }

    private static OutboundException notOpen() {
        return Target.refused("is not open to requests from here: it has to be a public host and port");
    }

    private static OutboundException failed(Exception e, boolean late) {
        if (late || e instanceof InterruptedIOException) {
            return new OutboundException(Reason.TIMEOUT, "took too long", e);
        }
        if (e instanceof CheckedNames.NotOpen) {
            return notOpen();
        }
        if (e instanceof Bodies.TooLarge) {
            return new OutboundException(Reason.TOO_LARGE, "sent more than is read", e);
        }
        if (e instanceof UnknownHostException) {
            return new OutboundException(Reason.UNREACHABLE, "its host is not known", e);
        }
        if (e instanceof SSLException) {
            return new OutboundException(Reason.TLS, "does not prove who it is", e);
        }
        if (e instanceof Bodies.Unreadable
                || e.getCause() instanceof HttpException
                || e.getCause() instanceof ProtocolException) {
            return new OutboundException(Reason.BROKEN, "answered what is no HTTP", e);
        }
        return new OutboundException(Reason.UNREACHABLE, "cannot be reached, or broke off", e);
    }

    private synchronized CloseableHttpClient client() {
        if (client == null) {
            // Made when first needed: a service that asks nobody starts without it.
            client = Client.of(settings, names);
        }
        return client;
    }

    @Override
    public synchronized void close() throws IOException {
        clockwork.shutdownNow();
        if (client != null) {
            client.close();
        }
    }
}
