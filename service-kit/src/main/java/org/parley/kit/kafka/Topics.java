package org.parley.kit.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.apache.kafka.clients.producer.ProducerConfig.ACKS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.CLIENT_ID_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.LINGER_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_BLOCK_MS_CONFIG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;
import org.parley.kit.change.ChangeRow;
import org.parley.kit.change.CloudEvent;

/**
 * Writes events to Kafka by the CloudEvents binding, in structured mode: a topic for each noun, and the id of the row
 * that changed as the key, so that its changes stay in their order.
 */
final class Topics implements AutoCloseable {

    /** Names of types begin with it; the noun follows. */
    private static final String ORIGIN = "org.parley.";

    private static final Header CONTENT_TYPE =
            new RecordHeader("content-type", "application/cloudevents+json; charset=UTF-8".getBytes(US_ASCII));
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String prefix;
    private final KafkaProducer<String, String> producer;

    private Topics(String prefix, KafkaProducer<String, String> producer) {
        this.prefix = prefix;
        this.producer = producer;
    }

    /**
     * @param prefix what names of topics begin with
     * @param config has settings of Kafka's producer; what keeps the order is set here
     */
    static Topics open(String prefix, Config config) {
        Map<String, Object> all = ClientSettings.of(
                ProducerConfig.configNames(),
                Map.of(
                        CLIENT_ID_CONFIG, "parley-relay",
                        LINGER_MS_CONFIG, "5",
                        MAX_BLOCK_MS_CONFIG, "10000"),
                Map.of(
                        ACKS_CONFIG, "all",
                        ENABLE_IDEMPOTENCE_CONFIG, "true",
                        // While the broker is away the producer goes on trying: giving one up would let a younger
                        // change pass it.
                        DELIVERY_TIMEOUT_MS_CONFIG, Integer.toString(Integer.MAX_VALUE)),
                config);
        return new Topics(prefix, new KafkaProducer<>(all, new StringSerializer(), new StringSerializer()));
    }

    /**
     * What came of sending.
     *
     * @param arrived how many of the first ones the broker has
     * @param trouble what happened to the one behind them; null if all are there
     */
    record Sent(int arrived, String trouble) {}

    /**
     * Sends changes in their order and waits until the broker has them, however long that takes.
     *
     * @param waiting told what there is to say while it takes long
     */
    Sent send(List<ChangeRow> rows, Consumer<String> waiting) {
        List<Future<RecordMetadata>> sending = new ArrayList<>(rows.size());
        for (ChangeRow row : rows) {
            Future<RecordMetadata> sent = producer.send(record(row.event()));
            sending.add(sent);
            if (sent.isDone() && trouble(sent, waiting) != null) {
                // Refused before it left: what follows must not pass it.
                break;
            }
        }
        for (int arrived = 0; arrived < sending.size(); arrived++) {
            String trouble = trouble(sending.get(arrived), waiting);
            if (trouble != null) {
                CloudEvent event = rows.get(arrived).event();
                return new Sent(arrived, event.type() + " " + event.id() + ": " + trouble);
            }
        }
        return new Sent(rows.size(), null);
    }

    private static String trouble(Future<RecordMetadata> sent, Consumer<String> waiting) {
        while (true) {
            try {
                sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                return null;
            } catch (TimeoutException e) {
                waiting.accept("no broker answers; trying on");
            } catch (ExecutionException e) {
                String said = String.valueOf(e.getCause().getMessage());
                return e.getCause() instanceof RetriableException ? "no broker answers: " + said : said;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "the service stops";
            }
        }
    }

    private ProducerRecord<String, String> record(CloudEvent event) {
        String noun = event.type().substring(ORIGIN.length(), event.type().indexOf('.', ORIGIN.length()));
        // No time of our own: a topic's retention counts from it, and would drop what is told late.
        return new ProducerRecord<>(prefix + noun, null, null, event.subject(), event.json(), List.of(CONTENT_TYPE));
    }

    /** At once: what was not acknowledged is sent again from the place that is stored. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
