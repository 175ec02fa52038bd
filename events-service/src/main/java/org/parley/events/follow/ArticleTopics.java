package org.parley.events.follow;

import static org.apache.kafka.clients.consumer.ConsumerConfig.AUTO_OFFSET_RESET_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.CLIENT_ID_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.GROUP_ID_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;
import org.parley.kit.kafka.ClientSettings;

/**
 * The topics that sources-service's changes are relayed to, read as one of a group of consumers: the group shares out the
 * partitions, and a row's changes are all in one. Used by one thread.
 */
final class ArticleTopics implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration TO_LEAVE = Duration.ofSeconds(1);

    private final List<String> names;
    private final String group;
    private final KafkaConsumer<String, String> consumer;
    private boolean gap;

    private ArticleTopics(List<String> names, String group, KafkaConsumer<String, String> consumer) {
        this.names = names;
        this.group = group;
        this.consumer = consumer;
    }

    /** @param config has settings of Kafka's consumer */
    static ArticleTopics open(String prefix, Config config) {
        Map<String, Object> all = ClientSettings.of(
                ConsumerConfig.configNames(),
                Map.of(
                        CLIENT_ID_CONFIG, "parley-events",
                        GROUP_ID_CONFIG, "parley-events",
                        // What a replica that was killed had at hand waits for so long.
                        SESSION_TIMEOUT_MS_CONFIG, "10000"),
                Map.of(ENABLE_AUTO_COMMIT_CONFIG, "false", AUTO_OFFSET_RESET_CONFIG, "earliest"),
                config);
        ArticleTopics topics = new ArticleTopics(
                List.of(prefix + "article", prefix + "outlet", prefix + "feed"),
                String.valueOf(all.get(GROUP_ID_CONFIG)),
                new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer()));
        topics.subscribe();
        return topics;
    }

    private void subscribe() {
        consumer.subscribe(names, new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
                // What was taken is committed; what was not is the next one's.
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
                gap |= !assigned.isEmpty() && !isWhole(assigned);
            }
        });
    }

    /**
     * Whether these partitions still have everything the group has not read. If not, because the group is new, away for longer than
     * its place or the records are kept, or a topic was made anew, they are read from what they have.
     */
    private boolean isWhole(Collection<TopicPartition> assigned) {
        Map<TopicPartition, OffsetAndMetadata> places = consumer.committed(Set.copyOf(assigned));
        Map<TopicPartition, Long> first = consumer.beginningOffsets(assigned);
        Map<TopicPartition, Long> end = consumer.endOffsets(assigned);
        List<TopicPartition> torn = assigned.stream()
                .filter(each -> places.get(each) == null
                        || places.get(each).offset() < first.get(each)
                        || places.get(each).offset() > end.get(each))
                .toList();
        // No partitions at all would mean all of them.
        if (!torn.isEmpty()) {
            consumer.seekToBeginning(torn);
        }
        return torn.isEmpty();
    }

    /** What there is to take, those of each partition in their order; waits a while if there is nothing. */
    List<ConsumerRecord<String, String>> poll() {
        List<ConsumerRecord<String, String>> told = new ArrayList<>();
        consumer.poll(LOOK_AGAIN).forEach(told::add);
        return told;
    }

    /** Whether the topics may lack what was never read. */
    boolean hasGap() {
        return gap;
    }

    /** It was read otherwise. */
    void closeGap() {
        gap = false;
    }

    /** What {@link #poll} gave last is taken. */
    void commit() {
        consumer.commitSync();
    }

    FollowStatus.Topics status() {
        Set<TopicPartition> mine = consumer.assignment();
        long behind = mine.stream()
                .mapToLong(each -> consumer.currentLag(each).orElse(0))
                .sum();
        return new FollowStatus.Topics(group, mine.size(), behind, trouble(mine));
    }

    private String trouble(Set<TopicPartition> mine) {
        boolean connected = consumer.metrics().entrySet().stream()
                .filter(each -> each.getKey().name().equals("connection-count"))
                .anyMatch(each -> ((Number) each.getValue().metricValue()).doubleValue() > 0);
        if (!connected) {
            return "no broker answers; trying on";
        }
        if (mine.isEmpty()) {
            for (String name : names) {
                if (consumer.partitionsFor(name, LOOK_AGAIN).isEmpty()) {
                    return "there is no topic " + name + ": does sources-service relay to these brokers?";
                }
            }
        }
        return null;
    }

    /** Leaves the group, so that others take over at once. */
    @Override
    public void close() {
        // An interrupted thread could not say goodbye.
        boolean interrupted = Thread.interrupted();
        consumer.close(CloseOptions.timeout(TO_LEAVE));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
