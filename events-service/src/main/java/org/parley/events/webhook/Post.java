package org.parley.events.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.kit.change.CloudEvent;
import org.parley.kit.outbound.OutboundAnswer;
import org.parley.kit.outbound.OutboundException;
import org.parley.kit.outbound.OutboundHttp;
import org.parley.kit.outbound.OutboundRequest;

/** Sends one event to one endpoint, signed by the Standard Webhooks specification. */
@ApplicationScoped
class Post {

    private static final int LONGEST_ANSWER = 16_384;
    private static final int LONGEST_SHOWN = 1_024;

    private final OutboundHttp outbound;
    private final Clock clock;

    Post(OutboundHttp outbound, Clock clock) {
        this.outbound = outbound;
        this.clock = clock;
    }

    /** @param secrets in clear; each signs */
    Outcome send(Claimed delivery, String url, List<String> secrets) {
        Instant at = clock.instant();
        long began = System.nanoTime();
        byte[] body = body(delivery);
        String id = delivery.eventId().toString();
        long timestamp = at.getEpochSecond();
        String signatures = secrets.stream()
                .map(secret -> Secret.sign(secret, id, timestamp, body))
                .collect(Collectors.joining(" "));
        OutboundRequest request = OutboundRequest.post(url, body, LONGEST_ANSWER)
                .with("Content-Type", "application/cloudevents+json; charset=utf-8")
                .with("webhook-id", id)
                .with("webhook-timestamp", Long.toString(timestamp))
                .with("webhook-signature", signatures)
                .cutting();
        try {
            OutboundAnswer answer = outbound.send(request);
            boolean arrived = answer.status() / 100 == 2;
            return new Outcome(
                    delivery,
                    at,
                    millis(began),
                    answer.status(),
                    arrived ? null : error(answer.status()),
                    shown(answer.body()),
                    answer.header("retry-after").map(this::pause).orElse(null));
        } catch (OutboundException e) {
            return new Outcome(delivery, at, millis(began), null, e.reason() + ": " + e.getMessage(), null, null);
        }
    }

    byte[] body(Claimed delivery) {
        CloudEvent event = new CloudEvent(
                delivery.eventId(), "/events", delivery.type(), delivery.subject(), delivery.time(), delivery.data());
        return event.json().getBytes(UTF_8);
    }

    private static String error(int status) {
        return status / 100 == 3
                ? "answered " + status + ": redirects are not followed, give the final address"
                : "answered " + status;
    }

    private static String shown(byte[] answer) {
        String text = new String(answer, 0, Math.min(answer.length, LONGEST_SHOWN), UTF_8);
        // PostgreSQL takes every character but this one.
        return text.isEmpty() ? null : text.replace('\u0000', '\uFFFD');
    }

    private static int millis(long began) {
        return (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    /** {@code Retry-After} in either of its forms; null if it is neither. */
    private Duration pause(String value) {
        try {
            return value.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value.strip()))
                    : Duration.between(
                            clock.instant(), ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            // Neither form: our own pause holds.
            return null;
        }
    }
}
