package org.parley.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.gateway.key.Bind;

/** Who may still ask for how much. Each replica counts for itself. */
@Singleton
public class Budgets {

    private static final int MILLION = 1_000_000;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final int perMinute;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(PERIOD).build();

    Budgets(RateConfig config, @ConfigProperty(name = "quarkus.http.host") String bind) {
        this.perMinute = config.costPerMinute().orElse(Bind.isLoopback(bind) ? Integer.MAX_VALUE : MILLION);
    }

    /**
     * The budget of a key, or of an address.
     *
     * @param own what the key may ask for in a minute, or null for what all may
     */
    public Budget of(String who, Integer own) {
        int limit = own == null ? perMinute : own;
        return new Budget(limit, buckets.get(who + '/' + limit, fresh -> bucket(limit)));
    }

    private static Bucket bucket(int limit) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(limit)
                        .refillGreedy(limit, PERIOD)
                        .build())
                .build();
    }
}
