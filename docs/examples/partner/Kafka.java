import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads every statement from Kafka, each once and those of one row in order. Usage: java -cp 'kafka/libs/*' Kafka.java
 * (KAFKA_BOOTSTRAP_SERVERS, TOPIC). It ends when nothing has come for two seconds; yours goes on.
 */
public class Kafka {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");

    public static void main(String[] arguments) {
        String topic = System.getenv().getOrDefault("TOPIC", "parley.statement");
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", System.getenv().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "localhost:9092"),
                "group.id", "example-java-" + topic,
                "auto.offset.reset", "earliest",
                // Places are committed when the work is stored, below: never before.
                "enable.auto.commit", "false");
        // Yours keeps the ids where it keeps its work, in the same transaction: then a repeat is known whatever ends the process.
        Set<String> known = new HashSet<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (int idle = 0; idle < 2 || known.isEmpty() && idle < 30; idle++) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(1));
                for (ConsumerRecord<String, String> record : records) {
                    Matcher id = ID.matcher(record.value());
                    if (id.find() && known.add(id.group(1))) {
                        // Do your work here: record.key() is the row, record.value() the CloudEvent.
                        idle = 0;
                    }
                }
                consumer.commitSync();
            }
        }
        System.out.println("kafka, java: " + known.size() + " events");
    }
}
